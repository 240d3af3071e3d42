package plenum.server.attendance;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SittingId;

/**
 * Who has received the session and who is where in each sitting.
 *
 * @param receipts when a delegate first opened the published session
 * @param rollCalls of sittings of which anything is known
 */
public record Attendance(PMap<PersonId, Instant> receipts, PMap<SittingId, RollCall> rollCalls) {
    public static final Attendance NONE = new Attendance(HashTreePMap.empty(), HashTreePMap.empty());

    public RollCall of(SittingId sitting) {
        return rollCalls.getOrDefault(sitting, RollCall.NONE);
    }

    public Attendance apply(AttendanceEvent event, Instant at) {
        return switch (event) {
            case AttendanceEvent.Acknowledged acknowledged ->
                new Attendance(receipts.plus(acknowledged.personId(), at), rollCalls);
            case AttendanceEvent.Answered answered ->
                with(
                        answered.sittingId(),
                        call -> call.replied(
                                answered.personId(),
                                new Reply(answered.answer(), answered.reason(), at, answered.writtenAt())));
            case AttendanceEvent.RollCallOpened rollCallOpened ->
                with(rollCallOpened.sittingId(), call -> call.coded(rollCallOpened.code()));
            case AttendanceEvent.CodeRenewed codeRenewed ->
                with(codeRenewed.sittingId(), call -> call.coded(codeRenewed.code()));
            case AttendanceEvent.CheckedIn checkedIn ->
                with(
                        checkedIn.sittingId(),
                        call -> call.marked(
                                checkedIn.personId(), new Mark(Presence.CHECKED_IN, checkedIn.method(), null, at)));
            case AttendanceEvent.Marked marked ->
                with(
                        marked.sittingId(),
                        call -> call.marked(
                                marked.personId(), new Mark(marked.presence(), Method.SECRETARY, marked.reason(), at)));
            case AttendanceEvent.SubstituteSent sent -> with(sent.sittingId(), call -> call.with(sent.substitute()));
            case AttendanceEvent.SubstituteRecalled recalled ->
                with(recalled.sittingId(), call -> call.without(recalled.personId()));
            case AttendanceEvent.Approved approved ->
                with(approved.sittingId(), call -> call.approved(approved.present()));
        };
    }

    private Attendance with(SittingId sitting, UnaryOperator<RollCall> change) {
        return new Attendance(receipts, rollCalls.plus(sitting, change.apply(of(sitting))));
    }
}
