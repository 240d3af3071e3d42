package plenum.server.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.kernel.Decision.accept;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.server.attendance.AttendanceCommand.ApproveRollCall;
import plenum.server.attendance.AttendanceCommand.CheckIn;
import plenum.server.attendance.AttendanceCommand.MarkPresence;
import plenum.server.attendance.AttendanceCommand.RecallSubstitute;
import plenum.server.attendance.AttendanceCommand.SendSubstitute;
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
import plenum.server.kernel.Substitute;

class SubstituteRulesTest {
    private static final Instant NOW = Instant.parse("2026-12-08T01:00:00Z");
    private static final SittingId SITTING = new SittingId("sang");
    private static final PersonId CUC = new PersonId("cuc");
    private static final PersonId KHOI = new PersonId("khoi");
    private static final PersonId MAY = new PersonId("may");
    private static final PersonId HOA = new PersonId("hoa");
    private static final Roster ROSTER = new Roster(List.of(member(CUC), member(KHOI)));
    private static final Substitute FOR_CUC = substitute(MAY, CUC);
    private static final AttendanceEvent SENT = new AttendanceEvent.SubstituteSent(SITTING, FOR_CUC);
    private static final AttendanceEvent OPENED = new AttendanceEvent.RollCallOpened(SITTING, "048213");
    private static final AttendanceEvent MAY_HERE = new AttendanceEvent.CheckedIn(SITTING, MAY, Method.BUTTON);
    private static final AttendanceEvent CUC_HERE = new AttendanceEvent.CheckedIn(SITTING, CUC, Method.BUTTON);

    @Test
    void anAbsentMemberOrTheSecretarySendsASubstituteAndNobodyElse() {
        var send = new SendSubstitute(SITTING, FOR_CUC);
        assertThat(decide(after(), CUC, send)).isEqualTo(accept(SENT));
        assertThat(decide(after(), HOA, send, BodyKind.COMMITTEE, Role.SECRETARY))
                .isEqualTo(accept(SENT));
        assertThat(code(decide(after(), KHOI, send))).isEqualTo(AttendanceProblem.NOT_YOUR_SUBSTITUTE);
        assertThat(decide(after(SENT), CUC, send)).as("again").isEqualTo(accept());
    }

    @Test
    void inACouncilNobodyStandsInForADelegate() {
        assertThat(code(decide(after(), CUC, new SendSubstitute(SITTING, FOR_CUC), BodyKind.COUNCIL, Role.DELEGATE)))
                .isEqualTo(AttendanceProblem.NO_SUBSTITUTES);
    }

    @Test
    void aMemberStandsInForNobodyAndAGuestForOneOnly() {
        assertThat(code(decide(after(), CUC, new SendSubstitute(SITTING, substitute(KHOI, CUC)))))
                .isEqualTo(AttendanceProblem.SUBSTITUTE_IS_MEMBER);
        assertThat(code(decide(after(SENT), KHOI, new SendSubstitute(SITTING, substitute(MAY, KHOI)))))
                .isEqualTo(AttendanceProblem.SUBSTITUTE_TAKEN);
        assertThat(code(decide(
                        after(),
                        HOA,
                        new SendSubstitute(SITTING, substitute(MAY, HOA)),
                        BodyKind.COMMITTEE,
                        Role.SECRETARY)))
                .isEqualTo(AttendanceProblem.NOT_A_MEMBER);
    }

    @Test
    void aSubstituteIsExchangedOrRecalledUntilThere() {
        var other = substitute(HOA, CUC);
        assertThat(decide(after(SENT), CUC, new SendSubstitute(SITTING, other)))
                .isEqualTo(accept(new AttendanceEvent.SubstituteSent(SITTING, other)));
        var recalled = new AttendanceEvent.SubstituteRecalled(SITTING, CUC);
        assertThat(decide(after(SENT), CUC, new RecallSubstitute(SITTING, CUC))).isEqualTo(accept(recalled));
        assertThat(after(SENT, recalled).of(SITTING).substitutes()).isEmpty();
        assertThat(code(decide(after(), CUC, new RecallSubstitute(SITTING, CUC))))
                .isEqualTo(AttendanceProblem.NO_SUBSTITUTE);
        var came = after(SENT, OPENED, MAY_HERE);
        assertThat(code(decide(came, CUC, new RecallSubstitute(SITTING, CUC))))
                .isEqualTo(AttendanceProblem.SUBSTITUTE_CAME);
        assertThat(code(decide(came, CUC, new SendSubstitute(SITTING, other))))
                .isEqualTo(AttendanceProblem.SUBSTITUTE_CAME);
    }

    @Test
    void aSubstituteChecksInAndIsApprovedButMakesNoQuorum() {
        assertThat(code(decide(after(OPENED), MAY, new CheckIn(SITTING, null), BodyKind.COMMITTEE, Role.GUEST)))
                .isEqualTo(AttendanceProblem.NOT_A_MEMBER);
        var sent = after(SENT, OPENED);
        assertThat(decide(sent, MAY, new CheckIn(SITTING, null), BodyKind.COMMITTEE, Role.GUEST))
                .isEqualTo(accept(MAY_HERE));
        var approved = new AttendanceEvent.Approved(SITTING, List.of(MAY));
        assertThat(decide(after(SENT, OPENED, MAY_HERE), HOA, new ApproveRollCall(SITTING)))
                .isEqualTo(accept(approved));
        var call = after(SENT, OPENED, MAY_HERE, approved).of(SITTING);
        assertThat(call.presence(MAY)).isEqualTo(Presence.PRESENT);
        assertThat(call.count(Presence.PRESENT)).as("members").isZero();
        assertThat(call.people(Presence.PRESENT)).isEmpty();
    }

    @Test
    void ofAMemberAndTheSubstituteOnlyOneIsHere() {
        assertThat(code(decide(after(OPENED, CUC_HERE), CUC, new SendSubstitute(SITTING, FOR_CUC))))
                .isEqualTo(AttendanceProblem.MEMBER_IS_HERE);
        var both = after(SENT, OPENED, CUC_HERE);
        assertThat(code(decide(both, MAY, new CheckIn(SITTING, null)))).isEqualTo(AttendanceProblem.MEMBER_IS_HERE);
        var here = after(SENT, OPENED, MAY_HERE);
        assertThat(code(decide(here, CUC, new CheckIn(SITTING, null)))).isEqualTo(AttendanceProblem.SUBSTITUTE_IS_HERE);
        var present = new MarkPresence(SITTING, CUC, Presence.PRESENT, null);
        assertThat(code(decide(here, HOA, present))).isEqualTo(AttendanceProblem.SUBSTITUTE_IS_HERE);
        var left = new AttendanceEvent.Marked(SITTING, MAY, Presence.LEFT, null);
        assertThat(decide(here, HOA, new MarkPresence(SITTING, MAY, Presence.LEFT, null)))
                .isEqualTo(accept(left));
        assertThat(decide(after(SENT, OPENED, MAY_HERE, left), CUC, new CheckIn(SITTING, null)))
                .isEqualTo(accept(CUC_HERE));
    }

    private static Substitute substitute(PersonId who, PersonId member) {
        return new Substitute(who, "Bà " + who, "Phó Giám đốc", member, "Ông " + member);
    }

    private static Member member(PersonId person) {
        return new Member(person, "Ông " + person, "Ủy viên", "UBND", "1");
    }

    private static Attendance after(AttendanceEvent... events) {
        var state = Attendance.NONE;
        for (var event : events) {
            state = state.apply(event, NOW);
        }
        return state;
    }

    private static Decision decide(Attendance state, PersonId by, AttendanceCommand command) {
        return decide(state, by, command, BodyKind.COMMITTEE, Role.DELEGATE);
    }

    private static Decision decide(Attendance state, PersonId by, AttendanceCommand command, BodyKind body, Role role) {
        var outside = new AttendanceRules.Outside(true, false, ROSTER, SittingLife.PLANNED, false, body);
        var context = new Context(by, "Bà " + by, Set.of(role), NOW, "048213");
        return AttendanceRules.decide(state, command, outside, context);
    }

    private static Problem.@Nullable Code code(Decision decision) {
        return decision instanceof Decision.Refused refused ? refused.problem().code() : null;
    }
}
