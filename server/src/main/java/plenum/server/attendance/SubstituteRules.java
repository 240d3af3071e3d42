package plenum.server.attendance;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.Roster;
import plenum.server.kernel.Substitute;

/** Who may attend in whose place. Of a member and the substitute never both are here. */
final class SubstituteRules {
    private SubstituteRules() {}

    static Decision send(
            Attendance state, AttendanceCommand.SendSubstitute send, AttendanceRules.Outside outside, Context context) {
        var call = state.of(send.sittingId());
        var sent = send.substitute();
        if (outside.body() == BodyKind.COUNCIL) {
            return Decision.refuse(AttendanceProblem.NO_SUBSTITUTES, "a council");
        }
        return foreign(sent.insteadOf(), context)
                .or(() -> unfit(sent, outside.roster(), call))
                .or(() -> bound(call, sent))
                .orElseGet(() -> sent.equals(call.substitutes().get(sent.insteadOf()))
                        ? Decision.accept()
                        : Decision.accept(new AttendanceEvent.SubstituteSent(send.sittingId(), sent)));
    }

    static Decision recall(Attendance state, AttendanceCommand.RecallSubstitute recall, Context context) {
        var call = state.of(recall.sittingId());
        var sent = call.substitutes().get(recall.personId());
        return foreign(recall.personId(), context)
                .or(() -> sent == null
                        ? refused(AttendanceProblem.NO_SUBSTITUTE, "member " + recall.personId())
                        : came(call, sent))
                .orElseGet(() ->
                        Decision.accept(new AttendanceEvent.SubstituteRecalled(recall.sittingId(), recall.personId())));
    }

    private static Optional<Decision> foreign(PersonId member, Context context) {
        return member.equals(context.by()) || context.roles().contains(Role.SECRETARY)
                ? Optional.empty()
                : refused(AttendanceProblem.NOT_YOUR_SUBSTITUTE, "member " + member);
    }

    private static Optional<Decision> unfit(Substitute sent, Roster roster, RollCall call) {
        if (!roster.has(sent.insteadOf())) {
            return refused(AttendanceProblem.NOT_A_MEMBER, "person " + sent.insteadOf());
        }
        if (roster.has(sent.personId())) {
            return refused(AttendanceProblem.SUBSTITUTE_IS_MEMBER, "person " + sent.personId());
        }
        return call.substitute(sent.personId())
                .filter(seat -> !seat.insteadOf().equals(sent.insteadOf()))
                .flatMap(seat -> refused(AttendanceProblem.SUBSTITUTE_TAKEN, "for " + seat.insteadOf()));
    }

    private static Optional<Decision> bound(RollCall call, Substitute sent) {
        if (call.here(sent.insteadOf())) {
            return refused(AttendanceProblem.MEMBER_IS_HERE, "member " + sent.insteadOf());
        }
        var before = call.substitutes().get(sent.insteadOf());
        return before == null || before.equals(sent) ? Optional.empty() : came(call, before);
    }

    /** Who was there once stays named. */
    private static Optional<Decision> came(RollCall call, Substitute sent) {
        return call.marks().containsKey(sent.personId())
                ? refused(AttendanceProblem.SUBSTITUTE_CAME, "person " + sent.personId())
                : Optional.empty();
    }

    /** Why the person can't take a seat now; null: a member or a substitute whose seat is free. */
    static @Nullable Decision noSeat(RollCall call, PersonId person, Roster roster) {
        var stranger = notExpected(call, person, roster);
        if (stranger != null) {
            return stranger;
        }
        var seat = call.substitute(person);
        if (seat.isPresent()) {
            return call.here(seat.get().insteadOf())
                    ? Decision.refuse(
                            AttendanceProblem.MEMBER_IS_HERE,
                            "member " + seat.get().insteadOf())
                    : null;
        }
        var sent = call.substitutes().get(person);
        return sent != null && call.here(sent.personId())
                ? Decision.refuse(AttendanceProblem.SUBSTITUTE_IS_HERE, "person " + sent.personId())
                : null;
    }

    static @Nullable Decision notExpected(RollCall call, PersonId person, Roster roster) {
        return roster.has(person) || call.substitute(person).isPresent()
                ? null
                : Decision.refuse(AttendanceProblem.NOT_A_MEMBER, "person " + person);
    }

    private static Optional<Decision> refused(AttendanceProblem problem, String detail) {
        return Optional.of(Decision.refuse(problem, detail));
    }
}
