package plenum.server.screen;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.VoteId;

/** The scene that fits what is going on, first that fits. */
public final class AutomaticScene {
    private AutomaticScene() {}

    /**
     * What is going on.
     *
     * @param vote open, or closed and waiting to be declared
     * @param lastDeclared the newest declared vote that the screen may show
     * @param itemSince when the current item was opened
     * @param lastGrantedAt when anyone was last given the floor
     * @param rollCall the wall calls the roll, or shows its result before the opening
     */
    public record Now(
            @Nullable VoteId vote,
            @Nullable VoteId lastDeclared,
            @Nullable Instant declaredAt,
            @Nullable Instant itemSince,
            @Nullable Instant lastGrantedAt,
            boolean speechRuns,
            boolean rollCall,
            boolean sittingOpen) {}

    public static Screen of(Now now) {
        if (now.vote != null) {
            return new Screen(Scene.VOTE, now.vote);
        }
        if (resultIsFresh(now)) {
            return new Screen(Scene.RESULT, now.lastDeclared);
        }
        return new Screen(plain(now), null);
    }

    private static Scene plain(Now now) {
        if (now.speechRuns) {
            return Scene.SPEAKER;
        }
        if (now.itemSince != null) {
            return Scene.ITEM;
        }
        if (now.rollCall) {
            return Scene.ROLL_CALL;
        }
        return now.sittingOpen ? Scene.AGENDA : Scene.IDLE;
    }

    private static boolean resultIsFresh(Now now) {
        return now.declaredAt != null
                && now.itemSince != null
                && !now.declaredAt.isBefore(now.itemSince)
                && (now.lastGrantedAt == null || now.lastGrantedAt.isBefore(now.declaredAt));
    }
}
