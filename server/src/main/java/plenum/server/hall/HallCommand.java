package plenum.server.hall;

import plenum.server.agenda.AgendaCommand;
import plenum.server.attendance.AttendanceCommand;
import plenum.server.ballots.PollCommand;
import plenum.server.checkpoint.CheckpointCommand;
import plenum.server.floor.FloorCommand;
import plenum.server.follow.FollowCommand;
import plenum.server.points.PointCommand;
import plenum.server.recording.RecordingCommand;
import plenum.server.room.RoomCommand;
import plenum.server.screen.ScreenCommand;
import plenum.server.sitting.SittingCommand;
import plenum.server.stage.StageCommand;
import plenum.server.voting.VotingCommand;

/** Any command of a running session. */
public sealed interface HallCommand {
    record OfSitting(SittingCommand command) implements HallCommand {}

    record OfAttendance(AttendanceCommand command) implements HallCommand {}

    record OfAgenda(AgendaCommand command) implements HallCommand {}

    record OfFloor(FloorCommand command) implements HallCommand {}

    record OfVoting(VotingCommand command) implements HallCommand {}

    record OfPolls(PollCommand command) implements HallCommand {}

    record OfScreen(ScreenCommand command) implements HallCommand {}

    record OfRoom(RoomCommand command) implements HallCommand {}

    record OfStage(StageCommand command) implements HallCommand {}

    record OfRecording(RecordingCommand command) implements HallCommand {}

    record OfPoints(PointCommand command) implements HallCommand {}

    record OfFollow(FollowCommand command) implements HallCommand {}

    record OfCheckpoint(CheckpointCommand command) implements HallCommand {}
}
