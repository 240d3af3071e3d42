package plenum.server.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.Decision;
import plenum.server.kernel.SessionId;

class CheckpointRulesTest {
    private final Checkpoints atTwenty = new Checkpoints(checkpoint(0, 20));

    @Test
    void aCheckpointContinuesTheOneBefore() {
        var next = checkpoint(20, 40);
        assertThat(decide(next, 40)).isEqualTo(Decision.accept(new CheckpointEvent.Signed(next)));
        assertThat(atTwenty.apply(new CheckpointEvent.Signed(next)).size()).isEqualTo(40);
    }

    @Test
    void noneIsSignedTwiceOrBackwardsOrOverAnother() {
        assertThat(refused(decide(checkpoint(20, 20), 40))).isEqualTo(CheckpointProblem.NOT_NEXT);
        assertThat(refused(decide(checkpoint(0, 10), 40))).isEqualTo(CheckpointProblem.NOT_NEXT);
        assertThat(refused(decide(checkpoint(10, 40), 40))).isEqualTo(CheckpointProblem.NOT_NEXT);
    }

    @Test
    void noneReachesBeyondTheJournal() {
        assertThat(refused(decide(checkpoint(20, 41), 40))).isEqualTo(CheckpointProblem.BEYOND_JOURNAL);
    }

    @Test
    void theNoteHasTheFormThatOtherProgramsRead() {
        assertThat(checkpoint(0, 20).note(new SessionId("ky-hop-3"))).isEqualTo("""
                        plenum/session/ky-hop-3
                        20
                        root

                        — plenum/session/ky-hop-3 signature
                        """);
    }

    private Decision decide(Checkpoint checkpoint, long journal) {
        return CheckpointRules.decide(atTwenty, new CheckpointCommand.Sign(checkpoint), journal);
    }

    private static Object refused(Decision decision) {
        return ((Decision.Refused) decision).problem().code();
    }

    private static Checkpoint checkpoint(long from, long size) {
        return new Checkpoint(size, "root", "key", "signature", from, List.of());
    }
}
