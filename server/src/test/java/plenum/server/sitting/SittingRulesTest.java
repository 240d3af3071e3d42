package plenum.server.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.kernel.Decision.accept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.Base;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Role;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.Share;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.UnitId;
import plenum.server.sitting.SittingCommand.ChangeSitting;
import plenum.server.sitting.SittingCommand.DropSitting;
import plenum.server.sitting.SittingCommand.EndSession;
import plenum.server.sitting.SittingCommand.EndSitting;
import plenum.server.sitting.SittingCommand.OpenSitting;
import plenum.server.sitting.SittingCommand.PlanSitting;
import plenum.server.sitting.SittingCommand.PublishSession;
import plenum.server.sitting.SittingCommand.RenameSession;
import plenum.server.sitting.SittingCommand.TakeRules;

class SittingRulesTest {
    private static final Instant NOW = Instant.parse("2026-12-08T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 8);
    private static final SittingId MORNING = new SittingId("sang");
    private static final SittingId EVENING = new SittingId("toi");
    private static final SittingEvent PLANNED = new SittingEvent.SittingPlanned(MORNING, "Phiên sáng", DAY, NOW);
    private static final SittingEvent LATER =
            new SittingEvent.SittingPlanned(EVENING, "Phiên tối", DAY, NOW.plusSeconds(60));
    private static final SittingEvent PUBLISHED = new SittingEvent.SessionPublished();
    private static final SittingEvent OPENED = new SittingEvent.SittingOpened(MORNING, 58, 40, null);
    private static final SittingEvent ENDED = new SittingEvent.SittingEnded(MORNING);

    @Test
    void aSessionIsRenamed() {
        assertThat(decide(after(), new RenameSession("Kỳ họp mới")))
                .isEqualTo(accept(new SittingEvent.SessionRenamed("Kỳ họp mới")));
    }

    @Test
    void theSameNameAgainIsNoEvent() {
        assertThat(decide(after(), new RenameSession("Kỳ họp thứ mười tám"))).isEqualTo(accept());
    }

    @Test
    void anEndedSessionIsNotRenamed() {
        var ended = after(PLANNED, PUBLISHED, OPENED, ENDED, new SittingEvent.SessionEnded());
        assertThat(code(decide(ended, new RenameSession("Tên")))).isEqualTo(SittingProblem.SESSION_ENDED);
    }

    @Test
    void aSessionTakesNewerRulesUntilItsFirstSittingIsOpened() {
        var newer = rules(2);
        assertThat(decide(after(PLANNED, PUBLISHED), new TakeRules(newer)))
                .isEqualTo(accept(new SittingEvent.RulesTaken(newer)));
        assertThat(after(new SittingEvent.RulesTaken(newer)).rules()).isEqualTo(newer);
        assertThat(code(decide(after(PLANNED, PUBLISHED, OPENED), new TakeRules(newer))))
                .isEqualTo(SittingProblem.RULES_FIXED);
        assertThat(code(decide(after(PLANNED, LATER, PUBLISHED, OPENED, ENDED), new TakeRules(newer))))
                .isEqualTo(SittingProblem.RULES_FIXED);
    }

    @Test
    void theSameRulesAgainAreNoEvent() {
        assertThat(decide(after(PLANNED), new TakeRules(rules(1)))).isEqualTo(accept());
    }

    @Test
    void aSessionWithASittingAndAnItemIsPublished() {
        assertThat(decide(after(PLANNED), new PublishSession())).isEqualTo(accept(PUBLISHED));
    }

    @Test
    void aSessionWithoutSittingIsNotPublished() {
        assertThat(code(decide(after(), new PublishSession()))).isEqualTo(SittingProblem.NOTHING_TO_PUBLISH);
    }

    @Test
    void aSessionWithoutItemIsNotPublished() {
        var outside = new SittingRules.Outside(0, Set.of(), true, 58, 40, false, false);
        assertThat(code(decide(after(PLANNED), new PublishSession(), outside, Role.SECRETARY)))
                .isEqualTo(SittingProblem.NOTHING_TO_PUBLISH);
    }

    @Test
    void aSessionIsPublishedOnce() {
        assertThat(code(decide(after(PLANNED, PUBLISHED), new PublishSession())))
                .isEqualTo(SittingProblem.ALREADY_PUBLISHED);
    }

    @Test
    void aSessionEndsWhenAllSittingsHaveEnded() {
        assertThat(decide(after(PLANNED, PUBLISHED, OPENED, ENDED), new EndSession()))
                .isEqualTo(accept(new SittingEvent.SessionEnded()));
    }

    @Test
    void aSessionDoesNotEndWhileASittingIsOpenOrPlanned() {
        assertThat(code(decide(after(PLANNED, PUBLISHED, OPENED), new EndSession())))
                .isEqualTo(SittingProblem.SITTINGS_NOT_ENDED);
        assertThat(code(decide(after(PLANNED, LATER, PUBLISHED, OPENED, ENDED), new EndSession())))
                .isEqualTo(SittingProblem.SITTINGS_NOT_ENDED);
    }

    @Test
    void aSessionWithoutSittingsDoesNotEnd() {
        assertThat(code(decide(after(), new EndSession()))).isEqualTo(SittingProblem.SITTINGS_NOT_ENDED);
    }

    @Test
    void aSessionDoesNotEndWithAVoteThatIsClosedButNotDeclared() {
        var outside = new SittingRules.Outside(1, Set.of(), true, 58, 40, false, true);
        assertThat(code(decide(after(PLANNED, PUBLISHED, OPENED, ENDED), new EndSession(), outside, Role.CHAIR)))
                .isEqualTo(SittingProblem.VOTE_UNDECIDED);
    }

    @Test
    void sittingsStandInTheOrderOfTheirStart() {
        var sittings = after(LATER, PLANNED).sittings();
        assertThat(sittings).extracting(Sitting::sittingId).containsExactly(MORNING, EVENING);
    }

    @Test
    void aSittingIsPlannedOnce() {
        assertThat(code(decide(after(PLANNED), new PlanSitting(MORNING, "Phiên", DAY, NOW))))
                .isEqualTo(SittingProblem.SITTING_EXISTS);
    }

    @Test
    void aPlannedSittingIsChanged() {
        assertThat(decide(after(PLANNED), new ChangeSitting(MORNING, "Phiên chiều", DAY, NOW)))
                .isEqualTo(accept(new SittingEvent.SittingChanged(MORNING, "Phiên chiều", DAY, NOW)));
    }

    @Test
    void anOpenSittingIsNotChangedNorDropped() {
        var open = after(PLANNED, PUBLISHED, OPENED);
        assertThat(code(decide(open, new ChangeSitting(MORNING, "Phiên", DAY, NOW))))
                .isEqualTo(SittingProblem.SITTING_NOT_PLANNED);
        assertThat(code(decide(open, new DropSitting(MORNING)))).isEqualTo(SittingProblem.SITTING_NOT_PLANNED);
    }

    @Test
    void aSittingThatNobodyPlannedIsNotFound() {
        assertThat(code(decide(after(), new DropSitting(MORNING)))).isEqualTo(SittingProblem.NO_SUCH_SITTING);
        assertThat(code(decide(after(), new EndSitting(MORNING)))).isEqualTo(SittingProblem.NO_SUCH_SITTING);
    }

    @Test
    void aPlannedSittingIsDropped() {
        assertThat(decide(after(PLANNED), new DropSitting(MORNING)))
                .isEqualTo(accept(new SittingEvent.SittingDropped(MORNING)));
    }

    @Test
    void aSittingThatAnItemIsBoundToIsNotDropped() {
        var outside = new SittingRules.Outside(1, Set.of(MORNING), true, 58, 40, false, false);
        assertThat(code(decide(after(PLANNED), new DropSitting(MORNING), outside, Role.SECRETARY)))
                .isEqualTo(SittingProblem.SITTING_IN_USE);
    }

    @Test
    void aSittingOpensWithApprovedRollCallAndQuorum() {
        assertThat(decide(after(PLANNED, PUBLISHED), new OpenSitting(MORNING, null)))
                .isEqualTo(accept(OPENED));
    }

    @Test
    void aReasonGivenWithoutNeedIsNotKept() {
        assertThat(decide(after(PLANNED, PUBLISHED), new OpenSitting(MORNING, "Không cần")))
                .isEqualTo(accept(OPENED));
    }

    @Test
    void aSittingOfADraftDoesNotOpen() {
        assertThat(code(decide(after(PLANNED), new OpenSitting(MORNING, null))))
                .isEqualTo(SittingProblem.NOT_PUBLISHED);
    }

    @Test
    void onlyOneSittingIsOpenAtATime() {
        assertThat(code(decide(after(PLANNED, LATER, PUBLISHED, OPENED), new OpenSitting(EVENING, null))))
                .isEqualTo(SittingProblem.ANOTHER_SITTING_OPEN);
    }

    @Test
    void withoutQuorumASittingDoesNotOpen() {
        assertThat(code(openWith(true, 39, Role.CHAIR, null))).isEqualTo(SittingProblem.NO_QUORUM);
    }

    @Test
    void withoutApprovedRollCallASittingDoesNotOpen() {
        assertThat(code(openWith(false, 58, Role.CHAIR, null))).isEqualTo(SittingProblem.ROLL_CALL_NOT_APPROVED);
    }

    @Test
    void theChairOpensWithoutQuorumWithAReason() {
        assertThat(openWith(true, 39, Role.CHAIR, "Mưa lũ"))
                .isEqualTo(accept(new SittingEvent.SittingOpened(MORNING, 39, 40, "Mưa lũ")));
    }

    @Test
    void theSecretaryDoesNotOpenWithoutQuorumEvenWithAReason() {
        assertThat(code(openWith(true, 39, Role.SECRETARY, "Mưa lũ"))).isEqualTo(SittingProblem.NO_QUORUM);
    }

    @Test
    void anOpenSittingEnds() {
        assertThat(decide(after(PLANNED, PUBLISHED, OPENED), new EndSitting(MORNING)))
                .isEqualTo(accept(ENDED));
    }

    @Test
    void aSittingDoesNotEndWhileAVoteIsOpen() {
        var outside = new SittingRules.Outside(1, Set.of(), true, 58, 40, true, false);
        assertThat(code(decide(after(PLANNED, PUBLISHED, OPENED), new EndSitting(MORNING), outside, Role.CHAIR)))
                .isEqualTo(SittingProblem.VOTE_IS_OPEN);
    }

    @Test
    void aSittingThatIsNotOpenDoesNotEnd() {
        assertThat(code(decide(after(PLANNED, PUBLISHED), new EndSitting(MORNING))))
                .isEqualTo(SittingProblem.SITTING_NOT_OPEN);
    }

    @Test
    void aSessionRunsFromItsFirstOpenedSittingUntilItsEnd() {
        assertThat(after(PLANNED).state()).isEqualTo(SessionState.DRAFT);
        assertThat(after(PLANNED, PUBLISHED).state()).isEqualTo(SessionState.PUBLISHED);
        assertThat(after(PLANNED, LATER, PUBLISHED, OPENED, ENDED).state()).isEqualTo(SessionState.RUNNING);
    }

    private static Decision openWith(boolean approved, int present, Role role, @Nullable String reason) {
        var outside = new SittingRules.Outside(1, Set.of(), approved, present, 40, false, false);
        return decide(after(PLANNED, PUBLISHED), new OpenSitting(MORNING, reason), outside, role);
    }

    private static Decision decide(Sittings state, SittingCommand command) {
        return decide(state, command, new SittingRules.Outside(1, Set.of(), true, 58, 40, false, false), Role.CHAIR);
    }

    private static Decision decide(Sittings state, SittingCommand command, SittingRules.Outside outside, Role role) {
        var context = new Context(new PersonId("nguoi-hoi"), "Người hỏi", Set.of(role), NOW, "123456");
        return SittingRules.decide(state, command, outside, context);
    }

    private static Problem.@Nullable Code code(Decision decision) {
        return decision instanceof Decision.Refused refused ? refused.problem().code() : null;
    }

    private static RuleSet rules(int version) {
        var half = new Share(1, 2, true, Base.TOTAL_MEMBERS);
        return new RuleSet("r", version, "Quy chế", DAY, 60, half, half, true, 600);
    }

    private static Sittings after(SittingEvent... events) {
        var state = Sittings.prepared(new SittingEvent.SessionPrepared(
                new BodyId("b"),
                "HĐND tỉnh",
                new UnitId("11"),
                "Tỉnh Điện Biên",
                "Kỳ họp thứ mười tám",
                18,
                SessionKind.REGULAR,
                rules(1),
                List.of()));
        for (var event : events) {
            state = state.apply(event, NOW);
        }
        return state;
    }
}
