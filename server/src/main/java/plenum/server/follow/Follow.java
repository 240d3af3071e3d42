package plenum.server.follow;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was last presented.
 *
 * @param last absent: nothing, or it was stopped; it may be over all the same, with its sitting or its speech
 */
public record Follow(@Nullable Presentation last) {
    public static final Follow NONE = new Follow(null);

    public Follow apply(FollowEvent event, Instant at) {
        return switch (event) {
            case FollowEvent.Started started ->
                new Follow(new Presentation(
                        started.paperId(),
                        started.page(),
                        started.personId(),
                        started.name(),
                        started.byFloor(),
                        started.sittingId(),
                        at,
                        at));
            case FollowEvent.Turned turned ->
                new Follow(Objects.requireNonNull(last).turned(turned.page(), at));
            case FollowEvent.Stopped unused -> NONE;
        };
    }
}
