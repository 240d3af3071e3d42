package plenum.server.minutes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SittingId;
import plenum.server.room.Participant;

/** What the journal tells of one sitting that was opened. */
final class SittingAccount {
    private final SittingId sittingId;
    private final Instant openedAt;
    private final PersonId openedBy;
    private final long present;
    private final long needed;
    private final @Nullable String overrideReason;
    private final Set<PersonId> atOpening;
    private final Set<PersonId> everPresent;
    private final Set<PersonId> chairs = new LinkedHashSet<>();
    private final Set<PersonId> secretaries = new LinkedHashSet<>();
    private final Map<PersonId, Participant> online = new LinkedHashMap<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private @Nullable Instant endedAt;

    SittingAccount(
            SittingId sittingId,
            Instant openedAt,
            PersonId openedBy,
            long present,
            long needed,
            @Nullable String overrideReason,
            Set<PersonId> atOpening) {
        this.sittingId = sittingId;
        this.openedAt = openedAt;
        this.openedBy = openedBy;
        this.present = present;
        this.needed = needed;
        this.overrideReason = overrideReason;
        this.atOpening = Set.copyOf(atOpening);
        this.everPresent = new LinkedHashSet<>(atOpening);
        stretches.add(new Stretch(null, openedAt));
    }

    SittingId sittingId() {
        return sittingId;
    }

    Instant openedAt() {
        return openedAt;
    }

    PersonId openedBy() {
        return openedBy;
    }

    /** Null while the sitting goes on. */
    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    /** Delegates present at the opening, as the opening event counted them. */
    long present() {
        return present;
    }

    /** The quorum in delegates. */
    long needed() {
        return needed;
    }

    @Nullable
    String overrideReason() {
        return overrideReason;
    }

    boolean wasPresentAtOpening(PersonId person) {
        return atOpening.contains(person);
    }

    /** Present at any moment of the sitting. */
    boolean wasPresent(PersonId person) {
        return everPresent.contains(person);
    }

    /** Those who presided in fact, in the order of their first act. */
    Set<PersonId> chairs() {
        return Collections.unmodifiableSet(chairs);
    }

    Set<PersonId> secretaries() {
        return Collections.unmodifiableSet(secretaries);
    }

    /** Who was in the online room at any moment of the sitting, in the order of coming. */
    Collection<Participant> online() {
        return Collections.unmodifiableCollection(online.values());
    }

    List<Stretch> stretches() {
        return Collections.unmodifiableList(stretches);
    }

    void chaired(PersonId person) {
        chairs.add(person);
    }

    void assisted(PersonId person) {
        secretaries.add(person);
    }

    void cameOnline(Participant participant) {
        online.putIfAbsent(participant.personId(), participant);
    }

    void itemOpened(ItemId item, Instant at) {
        stretches.add(new Stretch(item, at));
    }

    void itemClosed(Instant at) {
        stretches.getLast().close(at);
        stretches.add(new Stretch(null, at));
    }

    void happened(Happening happening) {
        stretches.getLast().add(happening);
    }

    void arrived(List<PersonId> people, Instant at) {
        everPresent.addAll(people);
        happened(new Happening.Arrived(people, at));
    }

    /** A speech ends with its item or after it: the newest stretch first. */
    void speechEnded(PersonId person, Instant at) {
        for (var stretch : stretches.reversed()) {
            if (stretch.endSpeech(person, at)) {
                return;
            }
        }
    }

    void ended(Instant at) {
        endedAt = at;
    }
}
