package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Audience;
import plenum.server.kernel.Member;
import plenum.server.recording.Recording;
import plenum.server.room.Knock;
import plenum.server.room.Microphones;
import plenum.server.room.Mute;
import plenum.server.room.Participant;
import plenum.server.room.Room;
import plenum.server.room.Station;

/**
 * The online room, who is in it and, for control and technician, who waits: schema RoomView.
 *
 * @param openedAt the last time; absent when it was never open
 * @param broadcast who may see the session may watch the stage
 * @param participants in the order of joining
 * @param waiting for control and technician only
 * @param recording absent: nothing is recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomView(
        Room.State state,
        @Nullable Long openedAt,
        boolean lobby,
        boolean locked,
        boolean broadcast,
        Microphones microphones,
        Stage stage,
        List<Person> participants,
        int waitingCount,
        @Nullable List<Waiting> waiting,
        @Nullable Taped recording) {

    /** @param personId whom all see; absent: who is heard best */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stage(@Nullable String personId, boolean pinned) {}

    /** @param by name of who began it */
    public record Taped(Recording.State state, String recordingId, long since, String by) {
        static @Nullable Taped of(Recording recording) {
            return recording.recordingId() == null || recording.since() == null || recording.by() == null
                    ? null
                    : new Taped(
                            recording.state(),
                            recording.recordingId().value(),
                            recording.since().toEpochMilli(),
                            recording.by());
        }
    }

    /** @param title and group: of members only */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(
            String personId,
            String name,
            @Nullable String title,
            @Nullable String group,
            Station as,
            long since,
            boolean moderator,
            List<Mute> mutes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waiting(
            String personId, String name, @Nullable String group, Station as, long since) {}

    static RoomView of(Hall hall, Audience audience) {
        var room = hall.room();
        var people = room.people();
        var waiting = audience == Audience.CONTROL || audience == Audience.TECHNICIAN
                ? people.waiting().stream().map(knock -> waiting(hall, knock)).toList()
                : null;
        return new RoomView(
                room.state(),
                Stamps.of(room.openedAt()),
                room.settings().lobby(),
                room.settings().locked(),
                room.settings().broadcast(),
                room.settings().microphones(),
                stage(hall),
                people.participants().stream().map(one -> person(hall, one)).toList(),
                people.waiting().size(),
                waiting,
                Taped.of(hall.recording()));
    }

    private static Stage stage(Hall hall) {
        var person = hall.onStage();
        return person == null
                ? new Stage(null, false)
                : new Stage(person.value(), person.equals(hall.room().pinned()));
    }

    private static Person person(Hall hall, Participant one) {
        var member = hall.roster().find(one.personId());
        return new Person(
                one.personId().value(),
                one.name(),
                member.map(Member::title).orElse(null),
                member.map(Member::group).orElse(null),
                one.as(),
                one.since().toEpochMilli(),
                one.moderator(),
                hall.room().mutes(one.personId()));
    }

    private static Waiting waiting(Hall hall, Knock knock) {
        return new Waiting(
                knock.personId().value(),
                knock.name(),
                hall.roster().find(knock.personId()).map(Member::group).orElse(null),
                knock.as(),
                knock.since().toEpochMilli());
    }
}
