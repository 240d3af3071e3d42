package plenum.server.conference;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import plenum.media.api.Permission;
import plenum.server.hall.Hall;
import plenum.server.kernel.PersonId;
import plenum.server.live.CloseCode;
import plenum.server.points.LineMeasured;
import plenum.server.room.Participant;

/** One opening of a session's room and its conference, which follows the journal. Director's thread only. */
final class OpenRoom {
    private final Conference conference;
    private final Gallery gallery;
    private final Optional<Taping> taping;
    private final Instant openedAt;
    private final Map<PersonId, Long> awayMs = new HashMap<>(); // since when participants have no media socket
    private final Set<PersonId> reported = new HashSet<>();
    private long measuredMs;
    private Hall hall;

    /** @param tapes absent: nothing can be recorded here */
    OpenRoom(Hall hall, Conference conference, Optional<Tapes> tapes) {
        this.hall = hall;
        this.openedAt = Objects.requireNonNull(hall.room().openedAt());
        this.conference = conference;
        this.gallery = conference.gallery(hall);
        this.taping = tapes.map(conference::tape);
    }

    Conference conference() {
        return conference;
    }

    /** Those who watch. */
    Gallery gallery() {
        return gallery;
    }

    /** Whether the hall's room is still this opening. */
    boolean isOf(Hall next) {
        return next.room().open() && openedAt.equals(next.room().openedAt());
    }

    boolean has(PersonId person) {
        return hall.room().has(person);
    }

    Permission permission(PersonId person) {
        var rights = hall.sendRights(person);
        return new Permission(rights.microphone(), rights.camera(), rights.screen());
    }

    void follow(Hall next) {
        hall = next;
        for (var person : conference.seated()) {
            if (has(person)) conference.permit(person, permission(person));
            else conference.dismiss(person, CloseCode.OUTSIDE);
        }
        gallery.follow(next);
        taping.ifPresent(one -> one.follow(next));
    }

    /** Notices who is away, and for how long. @param lost told once of each who is away for too long */
    void look(long nowMs, long lostMs, Consumer<PersonId> lost) {
        conference.look(nowMs);
        var participants = hall.room().people().participants();
        awayMs.keySet().removeIf(person -> !has(person) || conference.present(person));
        reported.removeIf(person -> !awayMs.containsKey(person));
        participants.stream()
                .map(Participant::personId)
                .filter(person -> !conference.present(person))
                .forEach(person -> {
                    var since = awayMs.computeIfAbsent(person, fresh -> nowMs);
                    if (nowMs - since >= lostMs && reported.add(person)) lost.accept(person);
                });
    }

    /** How good the lines of the points were, when it is time to say so. */
    List<LineMeasured> measured(long nowMs, long everyMs) {
        if (measuredMs == 0) measuredMs = nowMs;
        return nowMs - measuredMs < everyMs ? List.of() : measured(nowMs);
    }

    /** How good the lines of the points were since the last time; nothing of other people is kept. */
    List<LineMeasured> measured(long nowMs) {
        measuredMs = nowMs;
        var points = hall.points();
        return conference.measured().entrySet().stream()
                .flatMap(entry -> points.ofTechnician(entry.getKey()).stream()
                        .map(point -> entry.getValue().of(point.pointId())))
                .sorted(Comparator.comparing(line -> line.pointId().value()))
                .toList();
    }

    /** The server stops. */
    CompletionStage<?> interrupt() {
        return taping.<CompletionStage<?>>map(Taping::interrupt)
                .orElseGet(() -> CompletableFuture.completedStage(null));
    }

    /** The report had no effect. */
    void reportAgain(PersonId person) {
        reported.remove(person);
    }
}
