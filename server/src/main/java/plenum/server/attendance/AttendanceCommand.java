package plenum.server.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.Substitute;

/** What may be asked about receipts, answers and presence. */
public sealed interface AttendanceCommand {
    record Acknowledge() implements AttendanceCommand {}

    /** @param writtenAt by the sender's clock, of an answer that waited for a network; null: sent at once */
    record AnswerInvitation(
            SittingId sittingId,
            Intent answer,
            @Nullable String reason,
            @Nullable Instant writtenAt) implements AttendanceCommand {}

    record OpenRollCall(SittingId sittingId) implements AttendanceCommand {}

    record RenewCode(SittingId sittingId) implements AttendanceCommand {}

    /** @param code six digits from the big screen's QR code; absent: the button */
    record CheckIn(SittingId sittingId, @Nullable String code) implements AttendanceCommand {}

    /** @param presence PRESENT, ABSENT or LEFT */
    record MarkPresence(
            SittingId sittingId,
            PersonId personId,
            Presence presence,
            @Nullable String reason) implements AttendanceCommand {}

    /**
     * The desk's own, who looks up the substitute among the body's guests: HTTP operation sendSubstitute. By the member
     * or a secretary.
     */
    record SendSubstitute(SittingId sittingId, Substitute substitute) implements AttendanceCommand {}

    /** @param personId the member; by the member or a secretary */
    record RecallSubstitute(SittingId sittingId, PersonId personId) implements AttendanceCommand {}

    record ApproveRollCall(SittingId sittingId) implements AttendanceCommand {}
}
