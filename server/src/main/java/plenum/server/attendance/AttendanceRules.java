package plenum.server.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.attendance.AttendanceCommand.Acknowledge;
import plenum.server.attendance.AttendanceCommand.AnswerInvitation;
import plenum.server.attendance.AttendanceCommand.ApproveRollCall;
import plenum.server.attendance.AttendanceCommand.CheckIn;
import plenum.server.attendance.AttendanceCommand.MarkPresence;
import plenum.server.attendance.AttendanceCommand.OpenRollCall;
import plenum.server.attendance.AttendanceCommand.RecallSubstitute;
import plenum.server.attendance.AttendanceCommand.RenewCode;
import plenum.server.attendance.AttendanceCommand.SendSubstitute;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Roster;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.Substitute;

/** The rules of receipts, answers, roll call and presence. */
public final class AttendanceRules {
    /** What comes later than this after it was written was waiting for a network. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private AttendanceRules() {}

    /**
     * What the other parts know.
     *
     * @param sitting life of the sitting that the command names; NONE when there is no such sitting or the command
     *     names none
     * @param anotherBusy another sitting is open or its roll call is
     * @param body a council knows no substitutes
     */
    public record Outside(
            boolean published, boolean ended, Roster roster, SittingLife sitting, boolean anotherBusy, BodyKind body) {}

    /** A sitting's life as attendance needs to know it. */
    public enum SittingLife {
        NONE,
        PLANNED,
        OPEN,
        ENDED
    }

    public static Decision decide(Attendance state, AttendanceCommand command, Outside outside, Context context) {
        var problem = standing(command, outside);
        if (problem != null) {
            return problem;
        }
        return switch (command) {
            case Acknowledge unused -> acknowledge(state, outside, context.by());
            case AnswerInvitation answer -> answer(state, answer, outside, context);
            case OpenRollCall openRollCall -> open(state, openRollCall.sittingId(), outside, context);
            case RenewCode renewCode -> renew(state, renewCode.sittingId(), context);
            case CheckIn checkIn -> checkIn(state, checkIn, outside, context.by());
            case MarkPresence mark -> mark(state, mark, outside);
            case SendSubstitute send -> SubstituteRules.send(state, send, outside, context);
            case RecallSubstitute recall -> SubstituteRules.recall(state, recall, context);
            case ApproveRollCall approveRollCall -> approve(state, approveRollCall.sittingId(), outside);
        };
    }

    private static @Nullable Decision standing(AttendanceCommand command, Outside outside) {
        if (!outside.published) {
            return Decision.refuse(AttendanceProblem.NOT_PUBLISHED, "a draft");
        }
        if (command instanceof Acknowledge) {
            return null;
        }
        if (outside.ended) {
            return Decision.refuse(AttendanceProblem.SESSION_ENDED, "ended");
        }
        return switch (outside.sitting) {
            case NONE -> Decision.refuse(AttendanceProblem.NO_SUCH_SITTING, "no such sitting");
            case ENDED -> Decision.refuse(AttendanceProblem.SITTING_ENDED, "ended");
            case PLANNED, OPEN -> null;
        };
    }

    private static Decision acknowledge(Attendance state, Outside outside, PersonId person) {
        if (!outside.roster.has(person)) {
            return Decision.refuse(AttendanceProblem.NOT_A_MEMBER, "person " + person);
        }
        return state.receipts().containsKey(person)
                ? Decision.accept()
                : Decision.accept(new AttendanceEvent.Acknowledged(person));
    }

    private static Decision answer(Attendance state, AnswerInvitation answer, Outside outside, Context context) {
        var person = context.by();
        if (!outside.roster.has(person)) {
            return Decision.refuse(AttendanceProblem.NOT_A_MEMBER, "person " + person);
        }
        if (outside.sitting != SittingLife.PLANNED) {
            return Decision.refuse(AttendanceProblem.TOO_LATE_TO_ANSWER, "sitting " + outside.sitting);
        }
        if (answer.answer() == Intent.ABSENT && answer.reason() == null) {
            return Decision.refuse(AttendanceProblem.REASON_NEEDED, "answer ABSENT");
        }
        var before = state.of(answer.sittingId()).replies().get(person);
        var same = before != null
                && before.answer() == answer.answer()
                && Objects.equals(before.reason(), answer.reason());
        if (same) {
            return Decision.accept();
        }
        var late = late(answer.writtenAt(), context.now());
        if (before != null && late != null && late.isBefore(before.written())) {
            return Decision.refuse(
                    AttendanceProblem.ANSWERED_SINCE, "written before the answer of " + before.written());
        }
        return Decision.accept(
                new AttendanceEvent.Answered(answer.sittingId(), person, answer.answer(), answer.reason(), late));
    }

    /** A clock that is ahead, or only a little behind, says nothing. */
    private static @Nullable Instant late(@Nullable Instant writtenAt, Instant now) {
        return writtenAt == null || writtenAt.isAfter(now.minus(LATE)) ? null : writtenAt;
    }

    private static Decision open(Attendance state, SittingId sitting, Outside outside, Context context) {
        if (outside.sitting != SittingLife.PLANNED) {
            return Decision.refuse(AttendanceProblem.SITTING_STARTED, "sitting " + outside.sitting);
        }
        if (state.of(sitting).state() != RollCall.State.CLOSED) {
            return Decision.refuse(AttendanceProblem.ROLL_CALL_ALREADY_OPEN, "sitting " + sitting);
        }
        if (outside.anotherBusy) {
            return Decision.refuse(AttendanceProblem.ANOTHER_ROLL_CALL, "one at a time");
        }
        return Decision.accept(new AttendanceEvent.RollCallOpened(sitting, context.freshCode()));
    }

    private static Decision renew(Attendance state, SittingId sitting, Context context) {
        var problem = notOpened(state, sitting);
        return problem != null
                ? problem
                : Decision.accept(new AttendanceEvent.CodeRenewed(sitting, context.freshCode()));
    }

    private static @Nullable Decision notOpened(Attendance state, SittingId sitting) {
        return state.of(sitting).state() == RollCall.State.CLOSED
                ? Decision.refuse(AttendanceProblem.ROLL_CALL_NOT_OPEN, "sitting " + sitting)
                : null;
    }

    private static Decision checkIn(Attendance state, CheckIn command, Outside outside, PersonId person) {
        var problem = notOpened(state, command.sittingId());
        if (problem != null) {
            return problem;
        }
        var call = state.of(command.sittingId());
        var nobody = SubstituteRules.noSeat(call, person, outside.roster);
        if (nobody != null) {
            return nobody;
        }
        if (command.code() != null && !command.code().equals(call.code())) {
            return Decision.refuse(AttendanceProblem.WRONG_CODE, "not the current code");
        }
        var method = command.code() == null ? Method.BUTTON : Method.QR;
        return switch (call.presence(person)) {
            case CHECKED_IN, PRESENT -> Decision.accept();
            case NONE, ABSENT, LEFT ->
                Decision.accept(new AttendanceEvent.CheckedIn(command.sittingId(), person, method));
        };
    }

    private static Decision mark(Attendance state, MarkPresence command, Outside outside) {
        var call = state.of(command.sittingId());
        var nobody = command.presence() == Presence.PRESENT
                ? SubstituteRules.noSeat(call, command.personId(), outside.roster)
                : SubstituteRules.notExpected(call, command.personId(), outside.roster);
        if (nobody != null) {
            return nobody;
        }
        var before = call.marks().get(command.personId());
        var same = before != null
                && before.presence() == command.presence()
                && Objects.equals(before.reason(), command.reason());
        return same
                ? Decision.accept()
                : Decision.accept(new AttendanceEvent.Marked(
                        command.sittingId(), command.personId(), command.presence(), command.reason()));
    }

    private static Decision approve(Attendance state, SittingId sitting, Outside outside) {
        var problem = notOpened(state, sitting);
        if (problem != null) {
            return problem;
        }
        var call = state.of(sitting);
        var arrived = Stream.concat(
                        outside.roster.members().stream().map(Member::personId),
                        call.substitutes().values().stream()
                                .map(Substitute::personId)
                                .sorted(Comparator.comparing(PersonId::value)))
                .filter(person -> call.presence(person) == Presence.CHECKED_IN)
                .toList();
        return arrived.isEmpty() && call.state() == RollCall.State.APPROVED
                ? Decision.accept()
                : Decision.accept(new AttendanceEvent.Approved(sitting, arrived));
    }
}
