package plenum.server.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.kernel.Decision.accept;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.server.attendance.AttendanceCommand.Acknowledge;
import plenum.server.attendance.AttendanceCommand.AnswerInvitation;
import plenum.server.attendance.AttendanceCommand.ApproveRollCall;
import plenum.server.attendance.AttendanceCommand.CheckIn;
import plenum.server.attendance.AttendanceCommand.MarkPresence;
import plenum.server.attendance.AttendanceCommand.OpenRollCall;
import plenum.server.attendance.AttendanceCommand.RenewCode;
import plenum.server.attendance.AttendanceRules.SittingLife;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Role;
import plenum.server.kernel.Roster;
import plenum.server.kernel.SittingId;

class AttendanceRulesTest {
    private static final Instant NOW = Instant.parse("2026-12-08T01:00:00Z");
    private static final SittingId SITTING = new SittingId("sang");
    private static final PersonId LAN = new PersonId("lan");
    private static final PersonId BINH = new PersonId("binh");
    private static final PersonId GUEST = new PersonId("khach");
    private static final Roster ROSTER = new Roster(List.of(member(LAN), member(BINH)));
    private static final AttendanceEvent OPENED = new AttendanceEvent.RollCallOpened(SITTING, "048213");
    private static final AttendanceEvent LAN_HERE = new AttendanceEvent.CheckedIn(SITTING, LAN, Method.BUTTON);
    private static final AttendanceEvent APPROVED = new AttendanceEvent.Approved(SITTING, List.of(LAN));

    @Test
    void theFirstOpeningOfASessionIsTheReceipt() {
        assertThat(decide(after(), LAN, new Acknowledge())).isEqualTo(accept(new AttendanceEvent.Acknowledged(LAN)));
    }

    @Test
    void aReceiptIsGivenOnce() {
        assertThat(decide(after(new AttendanceEvent.Acknowledged(LAN)), LAN, new Acknowledge()))
                .isEqualTo(accept());
    }

    @Test
    void whoIsNoMemberGivesNoReceipt() {
        assertThat(code(decide(after(), GUEST, new Acknowledge()))).isEqualTo(AttendanceProblem.NOT_A_MEMBER);
    }

    @Test
    void aReceiptIsAlsoTakenAfterTheEnd() {
        var outside = new AttendanceRules.Outside(true, true, ROSTER, SittingLife.NONE, false, BodyKind.COUNCIL);
        assertThat(AttendanceRules.decide(after(), new Acknowledge(), outside, context(LAN)))
                .isEqualTo(accept(new AttendanceEvent.Acknowledged(LAN)));
    }

    @Test
    void aDelegateAnswersToAttend() {
        assertThat(decide(after(), LAN, new AnswerInvitation(SITTING, Intent.ATTEND, null, null)))
                .isEqualTo(accept(new AttendanceEvent.Answered(SITTING, LAN, Intent.ATTEND, null, null)));
    }

    @Test
    void absenceNeedsAReason() {
        assertThat(code(decide(after(), LAN, new AnswerInvitation(SITTING, Intent.ABSENT, null, null))))
                .isEqualTo(AttendanceProblem.REASON_NEEDED);
        assertThat(decide(after(), LAN, new AnswerInvitation(SITTING, Intent.ABSENT, "Đi công tác", null)))
                .isEqualTo(accept(new AttendanceEvent.Answered(SITTING, LAN, Intent.ABSENT, "Đi công tác", null)));
    }

    @Test
    void theSameAnswerAgainIsNoEvent() {
        var answered = after(new AttendanceEvent.Answered(SITTING, LAN, Intent.ATTEND, null, null));
        assertThat(decide(answered, LAN, new AnswerInvitation(SITTING, Intent.ATTEND, null, null)))
                .isEqualTo(accept());
    }

    @Test
    void anAnswerIsChangedUntilTheSittingOpens() {
        var answered = after(new AttendanceEvent.Answered(SITTING, LAN, Intent.ATTEND, null, null));
        var change = new AnswerInvitation(SITTING, Intent.ABSENT, "Ốm đột xuất", null);
        assertThat(decide(answered, LAN, change)).isNotEqualTo(accept());
        assertThat(code(decide(answered, LAN, change, SittingLife.OPEN)))
                .isEqualTo(AttendanceProblem.TOO_LATE_TO_ANSWER);
    }

    @Test
    void anAnswerThatWaitedForANetworkKeepsWhenItWasWritten() {
        var written = Instant.EPOCH;
        assertThat(decide(after(), LAN, new AnswerInvitation(SITTING, Intent.ATTEND, null, written)))
                .isEqualTo(accept(new AttendanceEvent.Answered(SITTING, LAN, Intent.ATTEND, null, written)));
        var ahead = Instant.parse("2099-01-01T00:00:00Z");
        assertThat(decide(after(), LAN, new AnswerInvitation(SITTING, Intent.ATTEND, null, ahead)))
                .isEqualTo(accept(new AttendanceEvent.Answered(SITTING, LAN, Intent.ATTEND, null, null)));
    }

    @Test
    void twoAnswersThatWaitedTogetherCountInTheOrderOfWriting() {
        var answered = after(new AttendanceEvent.Answered(SITTING, LAN, Intent.ATTEND, null, Instant.EPOCH));
        var second = Instant.EPOCH.plusSeconds(5);
        assertThat(decide(answered, LAN, new AnswerInvitation(SITTING, Intent.ABSENT, "Ốm đột xuất", second)))
                .isEqualTo(accept(new AttendanceEvent.Answered(SITTING, LAN, Intent.ABSENT, "Ốm đột xuất", second)));
        var both = after(new AttendanceEvent.Answered(SITTING, LAN, Intent.ABSENT, "Ốm đột xuất", second));
        var first = new AnswerInvitation(SITTING, Intent.ATTEND, null, Instant.EPOCH);
        assertThat(code(decide(both, LAN, first))).isEqualTo(AttendanceProblem.ANSWERED_SINCE);
    }

    @Test
    void anAnswerWrittenBeforeTheNewestOneDoesNotReplaceIt() {
        var answered = after(new AttendanceEvent.Answered(SITTING, LAN, Intent.ATTEND, null, null));
        var late = new AnswerInvitation(SITTING, Intent.ABSENT, "Ốm đột xuất", Instant.EPOCH);
        assertThat(code(decide(answered, LAN, late))).isEqualTo(AttendanceProblem.ANSWERED_SINCE);
    }

    @Test
    void whoIsNoMemberDoesNotAnswer() {
        assertThat(code(decide(after(), GUEST, new AnswerInvitation(SITTING, Intent.ATTEND, null, null))))
                .isEqualTo(AttendanceProblem.NOT_A_MEMBER);
    }

    @Test
    void aRollCallOpensWithAFreshCode() {
        assertThat(decide(after(), BINH, new OpenRollCall(SITTING)))
                .isEqualTo(accept(new AttendanceEvent.RollCallOpened(SITTING, "777777")));
    }

    @Test
    void aRollCallOpensOnce() {
        assertThat(code(decide(after(OPENED), BINH, new OpenRollCall(SITTING))))
                .isEqualTo(AttendanceProblem.ROLL_CALL_ALREADY_OPEN);
    }

    @Test
    void aRollCallOpensOnlyBeforeItsSitting() {
        assertThat(code(decide(after(), BINH, new OpenRollCall(SITTING), SittingLife.OPEN)))
                .isEqualTo(AttendanceProblem.SITTING_STARTED);
    }

    @Test
    void onlyOneRollCallIsOpenAtATime() {
        var outside = new AttendanceRules.Outside(true, false, ROSTER, SittingLife.PLANNED, true, BodyKind.COUNCIL);
        assertThat(code(AttendanceRules.decide(after(), new OpenRollCall(SITTING), outside, context(BINH))))
                .isEqualTo(AttendanceProblem.ANOTHER_ROLL_CALL);
    }

    @Test
    void nothingIsNotedInADraft() {
        var outside = new AttendanceRules.Outside(false, false, ROSTER, SittingLife.PLANNED, false, BodyKind.COUNCIL);
        assertThat(code(AttendanceRules.decide(after(), new OpenRollCall(SITTING), outside, context(BINH))))
                .isEqualTo(AttendanceProblem.NOT_PUBLISHED);
    }

    @Test
    void nothingIsNotedInAnEndedSession() {
        var outside = new AttendanceRules.Outside(true, true, ROSTER, SittingLife.PLANNED, false, BodyKind.COUNCIL);
        assertThat(code(AttendanceRules.decide(after(), new OpenRollCall(SITTING), outside, context(BINH))))
                .isEqualTo(AttendanceProblem.SESSION_ENDED);
    }

    @Test
    void aSittingThatIsNotThereHasNoRollCall() {
        assertThat(code(decide(after(), BINH, new OpenRollCall(SITTING), SittingLife.NONE)))
                .isEqualTo(AttendanceProblem.NO_SUCH_SITTING);
    }

    @Test
    void aCodeIsRenewedWhileTheRollCallRuns() {
        assertThat(decide(after(OPENED), BINH, new RenewCode(SITTING)))
                .isEqualTo(accept(new AttendanceEvent.CodeRenewed(SITTING, "777777")));
        assertThat(code(decide(after(), BINH, new RenewCode(SITTING)))).isEqualTo(AttendanceProblem.ROLL_CALL_NOT_OPEN);
    }

    @Test
    void aDelegateChecksInByButton() {
        assertThat(decide(after(OPENED), LAN, new CheckIn(SITTING, null))).isEqualTo(accept(LAN_HERE));
    }

    @Test
    void aDelegateChecksInByTheCurrentCode() {
        assertThat(decide(after(OPENED), LAN, new CheckIn(SITTING, "048213")))
                .isEqualTo(accept(new AttendanceEvent.CheckedIn(SITTING, LAN, Method.QR)));
    }

    @Test
    void anOldCodeIsRefused() {
        var renewed = after(OPENED, new AttendanceEvent.CodeRenewed(SITTING, "555555"));
        assertThat(code(decide(renewed, LAN, new CheckIn(SITTING, "048213")))).isEqualTo(AttendanceProblem.WRONG_CODE);
    }

    @Test
    void nobodyChecksInBeforeTheRollCallOpens() {
        assertThat(code(decide(after(), LAN, new CheckIn(SITTING, null))))
                .isEqualTo(AttendanceProblem.ROLL_CALL_NOT_OPEN);
    }

    @Test
    void whoIsNoMemberDoesNotCheckIn() {
        assertThat(code(decide(after(OPENED), GUEST, new CheckIn(SITTING, null))))
                .isEqualTo(AttendanceProblem.NOT_A_MEMBER);
    }

    @Test
    void checkingInAgainIsNoEvent() {
        assertThat(decide(after(OPENED, LAN_HERE), LAN, new CheckIn(SITTING, null)))
                .isEqualTo(accept());
        assertThat(decide(after(OPENED, LAN_HERE, APPROVED), LAN, new CheckIn(SITTING, null)))
                .isEqualTo(accept());
    }

    @Test
    void aLateDelegateChecksInWhileTheSittingRuns() {
        assertThat(decide(after(OPENED, APPROVED), LAN, new CheckIn(SITTING, null), SittingLife.OPEN))
                .isEqualTo(accept(LAN_HERE));
    }

    @Test
    void whoLeftAndComesBackChecksInAgain() {
        var left = after(OPENED, LAN_HERE, APPROVED, new AttendanceEvent.Marked(SITTING, LAN, Presence.LEFT, null));
        assertThat(decide(left, LAN, new CheckIn(SITTING, null), SittingLife.OPEN))
                .isEqualTo(accept(LAN_HERE));
    }

    @Test
    void nobodyChecksInAfterTheSitting() {
        assertThat(code(decide(after(OPENED), LAN, new CheckIn(SITTING, null), SittingLife.ENDED)))
                .isEqualTo(AttendanceProblem.SITTING_ENDED);
    }

    @Test
    void theSecretaryMarksADelegate() {
        assertThat(decide(after(OPENED), BINH, new MarkPresence(SITTING, LAN, Presence.ABSENT, "Ốm")))
                .isEqualTo(accept(new AttendanceEvent.Marked(SITTING, LAN, Presence.ABSENT, "Ốm")));
    }

    @Test
    void theSameMarkAgainIsNoEvent() {
        var marked = after(OPENED, new AttendanceEvent.Marked(SITTING, LAN, Presence.ABSENT, "Ốm"));
        assertThat(decide(marked, BINH, new MarkPresence(SITTING, LAN, Presence.ABSENT, "Ốm")))
                .isEqualTo(accept());
    }

    @Test
    void whoIsNoMemberIsNotMarked() {
        assertThat(code(decide(after(OPENED), BINH, new MarkPresence(SITTING, GUEST, Presence.PRESENT, null))))
                .isEqualTo(AttendanceProblem.NOT_A_MEMBER);
    }

    @Test
    void approvalMakesTheCheckedInPresent() {
        assertThat(decide(after(OPENED, LAN_HERE), BINH, new ApproveRollCall(SITTING)))
                .isEqualTo(accept(APPROVED));
        assertThat(after(OPENED, LAN_HERE, APPROVED).of(SITTING).presence(LAN)).isEqualTo(Presence.PRESENT);
    }

    @Test
    void approvalKeepsHowAndWhenADelegateCheckedIn() {
        var mark = after(OPENED, LAN_HERE, APPROVED).of(SITTING).marks().get(LAN);
        assertThat(mark).isEqualTo(new Mark(Presence.PRESENT, Method.BUTTON, null, NOW));
    }

    @Test
    void aRollCallWithoutAnyoneIsApprovedOnce() {
        var none = new AttendanceEvent.Approved(SITTING, List.of());
        assertThat(decide(after(OPENED), BINH, new ApproveRollCall(SITTING))).isEqualTo(accept(none));
        assertThat(decide(after(OPENED, none), BINH, new ApproveRollCall(SITTING)))
                .isEqualTo(accept());
    }

    @Test
    void aRollCallThatWasNotOpenedIsNotApproved() {
        assertThat(code(decide(after(), BINH, new ApproveRollCall(SITTING))))
                .isEqualTo(AttendanceProblem.ROLL_CALL_NOT_OPEN);
    }

    private static Member member(PersonId person) {
        return new Member(person, person.value(), "", "Tổ 1", "A1");
    }

    private static Decision decide(Attendance state, PersonId by, AttendanceCommand command) {
        return decide(state, by, command, SittingLife.PLANNED);
    }

    private static Decision decide(Attendance state, PersonId by, AttendanceCommand command, SittingLife life) {
        var outside = new AttendanceRules.Outside(true, false, ROSTER, life, false, BodyKind.COUNCIL);
        return AttendanceRules.decide(state, command, outside, context(by));
    }

    private static Context context(PersonId by) {
        return new Context(by, by.value(), Set.of(Role.DELEGATE), NOW, "777777");
    }

    private static Problem.@Nullable Code code(Decision decision) {
        return decision instanceof Decision.Refused refused ? refused.problem().code() : null;
    }

    private static Attendance after(AttendanceEvent... events) {
        var state = Attendance.NONE;
        for (var event : events) {
            state = state.apply(event, NOW);
        }
        return state;
    }
}
