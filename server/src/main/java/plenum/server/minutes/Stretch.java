package plenum.server.minutes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;

/** A stretch of a sitting under one item of the agenda, or between items. */
final class Stretch {
    private final @Nullable ItemId item;
    private final Instant from;
    private final List<Happening> happenings = new ArrayList<>();
    private @Nullable Instant to;

    Stretch(@Nullable ItemId item, Instant from) {
        this.item = item;
        this.from = from;
    }

    @Nullable
    ItemId item() {
        return item;
    }

    Instant from() {
        return from;
    }

    /** Null while the item is open. */
    @Nullable
    Instant to() {
        return to;
    }

    List<Happening> happenings() {
        return Collections.unmodifiableList(happenings);
    }

    void add(Happening happening) {
        happenings.add(happening);
    }

    void close(Instant at) {
        to = at;
    }

    /** Ends the person's running speech, if it is in this stretch. */
    boolean endSpeech(PersonId person, Instant at) {
        for (var i = happenings.size() - 1; i >= 0; i--) {
            if (happenings.get(i) instanceof Happening.Speech speech
                    && speech.person().equals(person)
                    && speech.to() == null) {
                happenings.set(i, speech.ended(at));
                return true;
            }
        }
        return false;
    }
}
