package plenum.server.box;

import org.jspecify.annotations.Nullable;
import plenum.server.secret.Phase;
import plenum.server.secret.Published;

/**
 * What the ballot box stores of a poll beside its rows.
 *
 * @param definition its text
 * @param issued tokens given out; 0 before the casting
 * @param board once it is counted
 */
public record PollRecord(
        String poll,
        String definition,
        Phase phase,
        int issued,
        @Nullable Published board) {
    PollRecord at(Phase next, int tokens) {
        return new PollRecord(poll, definition, next, tokens, next == Phase.VOID ? null : board);
    }

    PollRecord counted(Published counted) {
        return new PollRecord(poll, definition, Phase.TALLIED, issued, counted);
    }
}
