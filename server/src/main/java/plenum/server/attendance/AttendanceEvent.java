package plenum.server.attendance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.Substitute;

/** What happened to receipts, answers and presence. */
public sealed interface AttendanceEvent extends SessionEvent {
    record Acknowledged(PersonId personId) implements AttendanceEvent {}

    /** @param writtenAt by the sender's clock, when it was sent much later than written; null: sent at once */
    record Answered(
            SittingId sittingId,
            PersonId personId,
            Intent answer,
            @Nullable String reason,
            @Nullable Instant writtenAt) implements AttendanceEvent {}

    record RollCallOpened(SittingId sittingId, String code) implements AttendanceEvent {}

    record CodeRenewed(SittingId sittingId, String code) implements AttendanceEvent {}

    record CheckedIn(SittingId sittingId, PersonId personId, Method method) implements AttendanceEvent {}

    record Marked(
            SittingId sittingId,
            PersonId personId,
            Presence presence,
            @Nullable String reason) implements AttendanceEvent {}

    /** Instead of whom the member sent before, if any. */
    record SubstituteSent(SittingId sittingId, Substitute substitute) implements AttendanceEvent {}

    /** @param personId the member */
    record SubstituteRecalled(SittingId sittingId, PersonId personId) implements AttendanceEvent {}

    /** @param present those who became present by it */
    record Approved(SittingId sittingId, List<PersonId> present) implements AttendanceEvent {
        public Approved {
            present = List.copyOf(present);
        }
    }
}
