package plenum.server.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SittingId;

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

    record ApproveRollCall(SittingId sittingId) implements AttendanceCommand {}
}
