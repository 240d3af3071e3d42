package plenum.server.hall;

import static plenum.server.kernel.Role.CHAIR;
import static plenum.server.kernel.Role.DELEGATE;
import static plenum.server.kernel.Role.GUEST;
import static plenum.server.kernel.Role.SCREEN;
import static plenum.server.kernel.Role.SECRETARY;
import static plenum.server.kernel.Role.TECHNICIAN;
import static plenum.server.kernel.Role.UNIT_ADMIN;

import java.util.EnumSet;
import java.util.Set;
import plenum.server.agenda.AgendaCommand;
import plenum.server.attendance.AttendanceCommand;
import plenum.server.ballots.PollCommand;
import plenum.server.floor.FloorCommand;
import plenum.server.follow.FollowCommand;
import plenum.server.kernel.Role;
import plenum.server.points.PointCommand;
import plenum.server.recording.RecordingCommand;
import plenum.server.room.RoomCommand;
import plenum.server.screen.ScreenCommand;
import plenum.server.sitting.SittingCommand;
import plenum.server.stage.StageCommand;
import plenum.server.voting.VotingCommand;

/** Whose duty each command is. A new command does not compile without a row; finer limits are in the rules. */
public final class Duties {
    private Duties() {}

    /** One of these is enough; none: the server's own word, nobody else's. */
    public static Set<Role> of(HallCommand command) {
        return switch (command) {
            case HallCommand.OfSitting ofSitting -> sitting(ofSitting.command());
            case HallCommand.OfAttendance ofAttendance -> attendance(ofAttendance.command());
            case HallCommand.OfAgenda ofAgenda -> agenda(ofAgenda.command());
            case HallCommand.OfFloor ofFloor -> floor(ofFloor.command());
            case HallCommand.OfVoting ofVoting -> voting(ofVoting.command());
            case HallCommand.OfPolls ofPolls -> polls(ofPolls.command());
            case HallCommand.OfScreen ofScreen -> screen(ofScreen.command());
            case HallCommand.OfRoom ofRoom -> room(ofRoom.command());
            case HallCommand.OfStage ofStage -> stage(ofStage.command());
            case HallCommand.OfRecording ofRecording -> recording(ofRecording.command());
            case HallCommand.OfFollow ofFollow -> follow(ofFollow.command());
            case HallCommand.OfPoints ofPoints -> points(ofPoints.command());
            case HallCommand.OfCheckpoint unused -> EnumSet.noneOf(Role.class);
        };
    }

    private static Set<Role> sitting(SittingCommand command) {
        return switch (command) {
            case SittingCommand.RenameSession unused -> EnumSet.of(SECRETARY);
            case SittingCommand.PublishSession unused -> EnumSet.of(SECRETARY);
            case SittingCommand.EndSession unused -> EnumSet.of(SECRETARY, CHAIR);
            case SittingCommand.TakeRules unused -> EnumSet.of(SECRETARY);
            case SittingCommand.PlanSitting unused -> EnumSet.of(SECRETARY);
            case SittingCommand.ChangeSitting unused -> EnumSet.of(SECRETARY);
            case SittingCommand.DropSitting unused -> EnumSet.of(SECRETARY);
            case SittingCommand.OpenSitting unused -> EnumSet.of(SECRETARY, CHAIR);
            case SittingCommand.EndSitting unused -> EnumSet.of(SECRETARY, CHAIR);
        };
    }

    private static Set<Role> attendance(AttendanceCommand command) {
        return switch (command) {
            case AttendanceCommand.Acknowledge unused -> EnumSet.of(DELEGATE);
            case AttendanceCommand.AnswerInvitation unused -> EnumSet.of(DELEGATE);
            case AttendanceCommand.OpenRollCall unused -> EnumSet.of(SECRETARY, CHAIR);
            case AttendanceCommand.RenewCode unused -> EnumSet.of(SECRETARY);
            case AttendanceCommand.CheckIn unused -> EnumSet.of(DELEGATE, GUEST);
            case AttendanceCommand.MarkPresence unused -> EnumSet.of(SECRETARY);
            case AttendanceCommand.SendSubstitute unused -> EnumSet.of(SECRETARY, DELEGATE);
            case AttendanceCommand.RecallSubstitute unused -> EnumSet.of(SECRETARY, DELEGATE);
            case AttendanceCommand.ApproveRollCall unused -> EnumSet.of(SECRETARY);
        };
    }

    private static Set<Role> agenda(AgendaCommand command) {
        return switch (command) {
            case AgendaCommand.AddItem unused -> EnumSet.of(SECRETARY);
            case AgendaCommand.EditItem unused -> EnumSet.of(SECRETARY);
            case AgendaCommand.MoveItem unused -> EnumSet.of(SECRETARY);
            case AgendaCommand.RemoveItem unused -> EnumSet.of(SECRETARY);
            case AgendaCommand.OpenItem unused -> EnumSet.of(SECRETARY, CHAIR);
            case AgendaCommand.CloseItem unused -> EnumSet.of(SECRETARY, CHAIR);
            case AgendaCommand.AttachPaper unused -> EnumSet.of(SECRETARY);
            case AgendaCommand.MovePaper unused -> EnumSet.of(SECRETARY);
            case AgendaCommand.RenamePaper unused -> EnumSet.of(SECRETARY);
            case AgendaCommand.ReplacePaper unused -> EnumSet.of(SECRETARY);
            case AgendaCommand.RestrictPaper unused -> EnumSet.of(SECRETARY);
            case AgendaCommand.DetachPaper unused -> EnumSet.of(SECRETARY);
            case AgendaCommand.RecallPaper unused -> EnumSet.of(SECRETARY);
            case AgendaCommand.RestorePaper unused -> EnumSet.of(SECRETARY);
            case AgendaCommand.TurnWindows unused -> EnumSet.noneOf(Role.class);
        };
    }

    private static Set<Role> floor(FloorCommand command) {
        return switch (command) {
            case FloorCommand.RaiseHand unused -> EnumSet.of(DELEGATE, GUEST, SCREEN);
            case FloorCommand.LowerHand unused -> EnumSet.of(DELEGATE, GUEST, SCREEN);
            case FloorCommand.QueuePerson unused -> EnumSet.of(SECRETARY, CHAIR);
            case FloorCommand.UnqueuePerson unused -> EnumSet.of(SECRETARY, CHAIR);
            case FloorCommand.MovePerson unused -> EnumSet.of(SECRETARY, CHAIR);
            case FloorCommand.GrantFloor unused -> EnumSet.of(SECRETARY, CHAIR);
            case FloorCommand.ExtendSpeech unused -> EnumSet.of(SECRETARY, CHAIR);
            case FloorCommand.EndSpeech unused -> EnumSet.of(SECRETARY, CHAIR, DELEGATE, GUEST, SCREEN);
        };
    }

    private static Set<Role> voting(VotingCommand command) {
        return switch (command) {
            case VotingCommand.PrepareVote unused -> EnumSet.of(SECRETARY);
            case VotingCommand.DropVote unused -> EnumSet.of(SECRETARY);
            case VotingCommand.WithdrawVote unused -> EnumSet.of(SECRETARY, CHAIR);
            case VotingCommand.OpenMany unused -> EnumSet.of(SECRETARY, CHAIR);
            case VotingCommand.CastMany unused -> EnumSet.of(DELEGATE, GUEST);
            case VotingCommand.EnterBallot unused -> EnumSet.of(SECRETARY);
            case VotingCommand.CountersignEntry unused -> EnumSet.of(SECRETARY, CHAIR);
            case VotingCommand.WithdrawEntry unused -> EnumSet.of(SECRETARY, CHAIR);
            case VotingCommand.OpenVote unused -> EnumSet.of(SECRETARY, CHAIR);
            case VotingCommand.CastBallot unused -> EnumSet.of(DELEGATE, GUEST);
            case VotingCommand.HoldVote unused -> EnumSet.of(SECRETARY, CHAIR);
            case VotingCommand.ResumeVote unused -> EnumSet.of(SECRETARY, CHAIR);
            case VotingCommand.CloseVote unused -> EnumSet.of(SECRETARY, CHAIR);
            case VotingCommand.DeclareVote unused -> EnumSet.of(SECRETARY, CHAIR);
            case VotingCommand.VoidVote unused -> EnumSet.of(CHAIR);
        };
    }

    /** Tellers are delegates; that they are those of this poll is in the rules. */
    private static Set<Role> polls(PollCommand command) {
        return switch (command) {
            case PollCommand.PreparePoll unused -> EnumSet.of(SECRETARY);
            case PollCommand.EditSheet unused -> EnumSet.of(SECRETARY);
            case PollCommand.DropPoll unused -> EnumSet.of(SECRETARY);
            case PollCommand.NameTellers unused -> EnumSet.of(SECRETARY, CHAIR);
            case PollCommand.IssueSheets unused -> EnumSet.of(SECRETARY, CHAIR);
            case PollCommand.CountIssued unused -> EnumSet.of(DELEGATE);
            case PollCommand.CloseBox unused -> EnumSet.of(DELEGATE);
            case PollCommand.KeyCount unused -> EnumSet.of(DELEGATE);
            case PollCommand.DeclarePoll unused -> EnumSet.of(SECRETARY, CHAIR);
            case PollCommand.VoidPoll unused -> EnumSet.of(SECRETARY, CHAIR);
            case PollCommand.TakeBallot unused -> EnumSet.of(DELEGATE);
            case PollCommand.ConfirmStored unused -> EnumSet.of(DELEGATE);
            case PollCommand.ApproveStep unused -> EnumSet.of(DELEGATE);
            case PollCommand.DefinePoll unused -> EnumSet.noneOf(Role.class);
            case PollCommand.NoteMoved unused -> EnumSet.noneOf(Role.class);
            case PollCommand.NoteTallied unused -> EnumSet.noneOf(Role.class);
            case PollCommand.NoteTrouble unused -> EnumSet.noneOf(Role.class);
        };
    }

    private static Set<Role> screen(ScreenCommand command) {
        return switch (command) {
            case ScreenCommand.ShowScene unused -> EnumSet.of(SECRETARY, CHAIR);
            case ScreenCommand.ShowAutomatic unused -> EnumSet.of(SECRETARY, CHAIR);
        };
    }

    private static Set<Role> stage(StageCommand command) {
        return switch (command) {
            case StageCommand.Preview unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case StageCommand.Air unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case StageCommand.Show unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case StageCommand.Free unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case StageCommand.Call unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case StageCommand.Dismiss unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
        };
    }

    private static Set<Role> recording(RecordingCommand command) {
        return switch (command) {
            case RecordingCommand.Start unused -> EnumSet.of(SECRETARY, TECHNICIAN);
            case RecordingCommand.Pause unused -> EnumSet.of(SECRETARY, TECHNICIAN);
            case RecordingCommand.Stop unused -> EnumSet.of(SECRETARY, TECHNICIAN);
        };
    }

    private static Set<Role> follow(FollowCommand command) {
        return switch (command) {
            case FollowCommand.Start unused -> EnumSet.of(SECRETARY, CHAIR, DELEGATE);
            case FollowCommand.Turn unused -> EnumSet.of(SECRETARY, CHAIR, DELEGATE);
            case FollowCommand.Stop unused -> EnumSet.of(SECRETARY, CHAIR, DELEGATE);
        };
    }

    /** That a technician speaks of the own point, and an administrator of the own unit, is in the rules. */
    private static Set<Role> points(PointCommand command) {
        return switch (command) {
            case PointCommand.InvitePoints unused -> EnumSet.of(SECRETARY);
            case PointCommand.WithdrawPoint unused -> EnumSet.of(SECRETARY);
            case PointCommand.AssignPoint unused -> EnumSet.of(SECRETARY, UNIT_ADMIN);
            case PointCommand.RefusePoint unused -> EnumSet.of(SECRETARY, UNIT_ADMIN);
            case PointCommand.TestPoint unused -> EnumSet.of(GUEST);
            case PointCommand.AcceptPoint unused -> EnumSet.of(SECRETARY, TECHNICIAN);
            case PointCommand.NotePoint unused -> EnumSet.of(SECRETARY, TECHNICIAN);
            case PointCommand.ReportPoint unused -> EnumSet.of(SECRETARY, TECHNICIAN, GUEST);
            case PointCommand.MeasureLines unused -> EnumSet.noneOf(Role.class);
            case PointCommand.RequireTest unused -> EnumSet.of(SECRETARY, TECHNICIAN);
            case PointCommand.SetHost unused -> EnumSet.of(SECRETARY);
        };
    }

    private static Set<Role> room(RoomCommand command) {
        return switch (command) {
            case RoomCommand.OpenRoom unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.ChangeRoom unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.CloseRoom unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.LockRoom unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.UnlockRoom unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.StartBroadcast unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.StopBroadcast unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.JoinRoom unused -> EnumSet.of(SECRETARY, CHAIR, DELEGATE, GUEST, SCREEN, TECHNICIAN);
            case RoomCommand.LeaveRoom unused -> EnumSet.of(SECRETARY, CHAIR, DELEGATE, GUEST, SCREEN, TECHNICIAN);
            case RoomCommand.AdmitPerson unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.TurnPersonAway unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.AdmitAll unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.RemovePerson unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.MutePerson unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.MuteAll unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.UnmutePerson unused -> EnumSet.of(SECRETARY, CHAIR, DELEGATE, GUEST, SCREEN, TECHNICIAN);
            case RoomCommand.StagePerson unused -> EnumSet.of(SECRETARY, CHAIR, TECHNICIAN);
            case RoomCommand.Say unused -> EnumSet.of(SECRETARY, CHAIR, DELEGATE, GUEST, SCREEN, TECHNICIAN);
            case RoomCommand.Unsay unused -> EnumSet.of(SECRETARY, CHAIR, DELEGATE, GUEST, SCREEN, TECHNICIAN);
            case RoomCommand.ReportLost unused -> EnumSet.noneOf(Role.class);
        };
    }
}
