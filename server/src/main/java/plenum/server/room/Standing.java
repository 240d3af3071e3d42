package plenum.server.room;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an open room remembers of a person, also while the person is away.
 *
 * @param lostAt when the connection was given up; absent for one who is in or left by choice
 * @param mutes at most one for each source
 */
public record Standing(Admission admission, @Nullable Instant lostAt, List<Mute> mutes) {
    /** Whether the person has to knock. */
    public enum Admission {
        /** Was never in. */
        NEW,
        /** Was in and may come back. */
        ADMITTED,
        /** Was sent out and must knock, whatever the settings are. */
        REMOVED
    }

    private static final Comparator<Mute> BY_SOURCE = Comparator.comparing(Mute::source);

    static final Standing NEW = new Standing(Admission.NEW, null, List.of());

    public Standing {
        mutes = List.copyOf(mutes);
    }

    Optional<Mute> mute(Source source) {
        return mutes.stream().filter(mute -> mute.source() == source).findFirst();
    }

    Standing admitted() {
        return new Standing(Admission.ADMITTED, null, mutes);
    }

    Standing lost(Instant at) {
        return new Standing(admission, at, mutes);
    }

    Standing removed() {
        return new Standing(Admission.REMOVED, null, mutes);
    }

    Standing muted(Mute mute) {
        var kept = mutes.stream().filter(other -> other.source() != mute.source());
        return new Standing(
                admission,
                lostAt,
                Stream.concat(kept, Stream.of(mute)).sorted(BY_SOURCE).toList());
    }

    Standing unmuted(Source source) {
        return new Standing(
                admission,
                lostAt,
                mutes.stream().filter(mute -> mute.source() != source).toList());
    }
}
