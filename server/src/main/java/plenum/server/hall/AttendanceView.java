package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.attendance.Intent;
import plenum.server.attendance.Method;
import plenum.server.attendance.Presence;
import plenum.server.attendance.RollCall;
import plenum.server.kernel.Audience;
import plenum.server.kernel.Member;
import plenum.server.kernel.SittingId;
import plenum.server.sitting.Sitting;

/** Numbers of attendance, for control also each delegate's row: schema AttendanceView. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttendanceView(
        int total, List<OfSitting> sittings, @Nullable List<Row> rows) {

    /** @param code six digits, for control and screen while the roll call takes check-ins */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfSitting(
            String sittingId,
            RollCall.State rollCall,
            long present,
            long checkedIn,
            long quorumNeeded,
            boolean quorumMet,
            Replies answers,
            @Nullable String code) {}

    public record Replies(long attend, long absent, long none) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            String personId,
            String name,
            String title,
            String group,
            String seat,
            @Nullable Long receivedAt,
            List<Cell> sittings) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cell(
            String sittingId,
            @Nullable ReplyView answer,
            Presence presence,
            @Nullable Method method,
            @Nullable Long at,
            @Nullable String reason,
            @Nullable SubstituteView substitute) {}

    static AttendanceView of(Hall hall, Audience audience) {
        var sittings = hall.sittings().sittings().stream()
                .map(sitting -> sitting(hall, sitting, audience))
                .toList();
        var rows = audience == Audience.CONTROL ? rows(hall) : null;
        return new AttendanceView(hall.total(), sittings, rows);
    }

    private static OfSitting sitting(Hall hall, Sitting sitting, Audience audience) {
        var id = sitting.sittingId();
        var call = hall.rollCall(id);
        var present = call.count(Presence.PRESENT);
        var needed = hall.quorumNeeded(id);
        var attend = call.count(Intent.ATTEND);
        var absent = call.count(Intent.ABSENT);
        return new OfSitting(
                id.value(),
                call.state(),
                present,
                call.count(Presence.CHECKED_IN),
                needed,
                present >= needed,
                new Replies(attend, absent, hall.roster().size() - attend - absent),
                showsCode(sitting, audience) ? call.code() : null);
    }

    private static boolean showsCode(Sitting sitting, Audience audience) {
        return sitting.state() != Sitting.State.ENDED && (audience == Audience.CONTROL || audience == Audience.SCREEN);
    }

    private static List<Row> rows(Hall hall) {
        var ids = hall.sittings().sittings().stream().map(Sitting::sittingId).toList();
        return hall.roster().members().stream()
                .map(member -> row(hall, member, ids))
                .toList();
    }

    private static Row row(Hall hall, Member member, List<SittingId> ids) {
        return new Row(
                member.personId().value(),
                member.name(),
                member.title(),
                member.group(),
                member.seat(),
                Stamps.of(hall.attendance().receipts().get(member.personId())),
                ids.stream().map(id -> cell(hall, member, id)).toList());
    }

    private static Cell cell(Hall hall, Member member, SittingId id) {
        var call = hall.rollCall(id);
        var answer = ReplyView.of(call.replies().get(member.personId()));
        var mark = call.marks().get(member.personId());
        var substitute = SubstituteView.of(call.substitutes().get(member.personId()), call);
        return mark == null
                ? new Cell(id.value(), answer, Presence.NONE, null, null, null, substitute)
                : new Cell(
                        id.value(),
                        answer,
                        mark.presence(),
                        mark.method(),
                        mark.at().toEpochMilli(),
                        mark.reason(),
                        substitute);
    }
}
