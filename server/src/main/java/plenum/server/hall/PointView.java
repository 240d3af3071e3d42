package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.points.Attendee;
import plenum.server.points.Grade;
import plenum.server.points.Line;
import plenum.server.points.Measured;
import plenum.server.points.Note;
import plenum.server.points.Point;
import plenum.server.points.Reply;
import plenum.server.points.Roll;
import plenum.server.points.Technician;
import plenum.server.points.Trial;

/**
 * A point as those see it who conduct the conference, and its own people: schema PointView.
 *
 * @param parentId the nearest invited unit above
 * @param grade the director's word, else the newest test's; absent before both
 * @param test the newest
 * @param tests the last ones, oldest first
 * @param roll of the sitting whose roll is called now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PointView(
        String pointId,
        String unitId,
        String name,
        int level,
        @Nullable String parentId,
        Reply.State state,
        @Nullable String reason,
        @Nullable OfTechnician technician,
        List<OfAttendee> attendees,
        int expected,
        @Nullable Grade grade,
        boolean passed,
        @Nullable OfTest test,
        List<OfTest> tests,
        int testCount,
        @Nullable OfVerdict accepted,
        List<OfNote> notes,
        @Nullable OfRoll roll,
        Line line,
        @Nullable Long lineSince) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfTechnician(
            String personId, String name, @Nullable String phone) {
        public static @Nullable OfTechnician of(@Nullable Technician one) {
            return one == null ? null : new OfTechnician(one.personId().value(), one.name(), one.phone());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfAttendee(
            String name,
            String position,
            boolean leader,
            @Nullable String personId) {
        public static OfAttendee of(Attendee one) {
            var person = one.personId();
            return new OfAttendee(one.name(), one.position(), one.leader(), person == null ? null : person.value());
        }
    }

    public record OfTest(Measured result, Grade grade, long at) {
        static OfTest of(Trial.Test test) {
            return new OfTest(test.measured(), test.grade(), test.at().toEpochMilli());
        }
    }

    public record OfVerdict(Grade grade, String by, String note, long at) {
        static OfVerdict of(Trial.Verdict verdict) {
            return new OfVerdict(
                    verdict.grade(), verdict.by(), verdict.note(), verdict.at().toEpochMilli());
        }
    }

    public record OfNote(String text, String by, long at) {
        static OfNote of(Note note) {
            return new OfNote(note.text(), note.by(), note.at().toEpochMilli());
        }
    }

    public record OfRoll(int present, List<String> leaders, String by, long at, boolean late) {
        static OfRoll of(Roll roll) {
            return new OfRoll(
                    roll.present(), roll.leaders(), roll.by(), roll.at().toEpochMilli(), roll.late());
        }
    }

    static PointView of(Hall hall, Point point) {
        var reply = point.reply();
        var trial = point.trial();
        return new PointView(
                point.pointId().value(),
                point.invitation().unitId().value(),
                point.invitation().name(),
                point.invitation().level(),
                hall.points().above(point).map(above -> above.pointId().value()).orElse(null),
                reply.state(),
                reply.reason(),
                OfTechnician.of(reply.technician()),
                reply.attendees().stream().map(OfAttendee::of).toList(),
                reply.expected(),
                trial.grade().orElse(null),
                trial.passed(),
                trial.newest().map(OfTest::of).orElse(null),
                trial.tests().stream().map(OfTest::of).toList(),
                trial.count(),
                Optional.ofNullable(trial.verdict()).map(OfVerdict::of).orElse(null),
                point.notes().stream().map(OfNote::of).toList(),
                Conferring.roll(hall)
                        .flatMap(sitting -> point.roll(sitting.sittingId()))
                        .map(OfRoll::of)
                        .orElse(null),
                point.line(),
                Stamps.of(point.lineSince()));
    }
}
