package plenum.server.hall;

import static java.util.Map.entry;

import java.util.Map;
import plenum.server.agenda.AgendaEvent;
import plenum.server.attendance.AttendanceEvent;
import plenum.server.ballots.PollEvent;
import plenum.server.checkpoint.CheckpointEvent;
import plenum.server.floor.FloorEvent;
import plenum.server.follow.FollowEvent;
import plenum.server.journal.EventCodec;
import plenum.server.kernel.SessionEvent;
import plenum.server.points.PointEvent;
import plenum.server.recording.RecordingEvent;
import plenum.server.room.ChatEvent;
import plenum.server.room.RoomEvent;
import plenum.server.screen.ScreenEvent;
import plenum.server.sitting.SittingEvent;
import plenum.server.stage.StageEvent;
import plenum.server.voting.VotingEvent;

/** The stored names of all events. Never rename one; a changed meaning gets a new name. */
public final class Events {
    private static final Map<String, Class<? extends SessionEvent>> BY_NAME = Map.ofEntries(
            entry("session.prepared", SittingEvent.SessionPrepared.class),
            entry("session.renamed", SittingEvent.SessionRenamed.class),
            entry("session.rules-taken", SittingEvent.RulesTaken.class),
            entry("session.published", SittingEvent.SessionPublished.class),
            entry("session.ended", SittingEvent.SessionEnded.class),
            entry("sitting.planned", SittingEvent.SittingPlanned.class),
            entry("sitting.changed", SittingEvent.SittingChanged.class),
            entry("sitting.dropped", SittingEvent.SittingDropped.class),
            entry("sitting.opened", SittingEvent.SittingOpened.class),
            entry("sitting.ended", SittingEvent.SittingEnded.class),
            entry("attendance.acknowledged", AttendanceEvent.Acknowledged.class),
            entry("attendance.answered", AttendanceEvent.Answered.class),
            entry("attendance.roll-call-opened", AttendanceEvent.RollCallOpened.class),
            entry("attendance.code-renewed", AttendanceEvent.CodeRenewed.class),
            entry("attendance.checked-in", AttendanceEvent.CheckedIn.class),
            entry("attendance.marked", AttendanceEvent.Marked.class),
            entry("attendance.substitute-sent", AttendanceEvent.SubstituteSent.class),
            entry("attendance.substitute-recalled", AttendanceEvent.SubstituteRecalled.class),
            entry("attendance.approved", AttendanceEvent.Approved.class),
            entry("agenda.item-added", AgendaEvent.ItemAdded.class),
            entry("agenda.item-edited", AgendaEvent.ItemEdited.class),
            entry("agenda.item-moved", AgendaEvent.ItemMoved.class),
            entry("agenda.item-removed", AgendaEvent.ItemRemoved.class),
            entry("agenda.item-opened", AgendaEvent.ItemOpened.class),
            entry("agenda.item-closed", AgendaEvent.ItemClosed.class),
            entry("agenda.paper-attached", AgendaEvent.PaperAttached.class),
            entry("agenda.paper-moved", AgendaEvent.PaperMoved.class),
            entry("agenda.paper-renamed", AgendaEvent.PaperRenamed.class),
            entry("agenda.paper-replaced", AgendaEvent.PaperReplaced.class),
            entry("agenda.paper-restricted", AgendaEvent.PaperRestricted.class),
            entry("agenda.paper-detached", AgendaEvent.PaperDetached.class),
            entry("agenda.paper-recalled", AgendaEvent.PaperRecalled.class),
            entry("agenda.paper-restored", AgendaEvent.PaperRestored.class),
            entry("agenda.windows-turned", AgendaEvent.WindowsTurned.class),
            entry("floor.hand-raised", FloorEvent.HandRaised.class),
            entry("floor.hand-lowered", FloorEvent.HandLowered.class),
            entry("floor.queue-moved", FloorEvent.QueueMoved.class),
            entry("floor.granted", FloorEvent.Granted.class),
            entry("floor.speech-extended", FloorEvent.SpeechExtended.class),
            entry("floor.speech-ended", FloorEvent.SpeechEnded.class),
            entry("voting.prepared", VotingEvent.Prepared.class),
            entry("voting.dropped", VotingEvent.Dropped.class),
            entry("voting.withdrawn", VotingEvent.Withdrawn.class),
            entry("voting.opened", VotingEvent.Opened.class),
            entry("voting.ballot-cast", VotingEvent.BallotCast.class),
            entry("voting.entered", VotingEvent.Entered.class),
            entry("voting.countersigned", VotingEvent.Countersigned.class),
            entry("voting.entry-ended", VotingEvent.EntryEnded.class),
            entry("voting.held", VotingEvent.Held.class),
            entry("voting.resumed", VotingEvent.Resumed.class),
            entry("voting.closed", VotingEvent.Closed.class),
            entry("voting.declared", VotingEvent.Declared.class),
            entry("voting.voided", VotingEvent.Voided.class),
            entry("ballot.prepared", PollEvent.Prepared.class),
            entry("ballot.sheet-edited", PollEvent.SheetEdited.class),
            entry("ballot.dropped", PollEvent.Dropped.class),
            entry("ballot.tellers-named", PollEvent.TellersNamed.class),
            entry("ballot.issue-opened", PollEvent.IssueOpened.class),
            entry("ballot.issued", PollEvent.Issued.class),
            entry("ballot.box-closed", PollEvent.BoxClosed.class),
            entry("ballot.count-keyed", PollEvent.CountKeyed.class),
            entry("ballot.mismatched", PollEvent.Mismatched.class),
            entry("ballot.counted", PollEvent.Counted.class),
            entry("ballot.declared", PollEvent.Declared.class),
            entry("ballot.voided", PollEvent.Voided.class),
            entry("ballot.defined", PollEvent.Defined.class),
            entry("ballot.taken", PollEvent.Taken.class),
            entry("ballot.stored", PollEvent.Stored.class),
            entry("ballot.approved", PollEvent.Approved.class),
            entry("ballot.moved", PollEvent.Moved.class),
            entry("ballot.tallied", PollEvent.Tallied.class),
            entry("ballot.troubled", PollEvent.Troubled.class),
            entry("screen.shown", ScreenEvent.Shown.class),
            entry("screen.automatic", ScreenEvent.Automatic.class),
            entry("room.opened", RoomEvent.Opened.class),
            entry("room.changed", RoomEvent.Changed.class),
            entry("room.closed", RoomEvent.Closed.class),
            entry("room.locked", RoomEvent.Locked.class),
            entry("room.unlocked", RoomEvent.Unlocked.class),
            entry("room.broadcast-started", RoomEvent.BroadcastStarted.class),
            entry("room.broadcast-stopped", RoomEvent.BroadcastStopped.class),
            entry("room.joined", RoomEvent.Joined.class),
            entry("room.knocked", RoomEvent.Knocked.class),
            entry("room.left", RoomEvent.Left.class),
            entry("room.turned-away", RoomEvent.TurnedAway.class),
            entry("room.removed", RoomEvent.Removed.class),
            entry("room.muted", RoomEvent.Muted.class),
            entry("room.all-muted", RoomEvent.AllMuted.class),
            entry("room.unmuted", RoomEvent.Unmuted.class),
            entry("room.staged", RoomEvent.Staged.class),
            entry("room.said", ChatEvent.Said.class),
            entry("room.unsaid", ChatEvent.Unsaid.class),
            entry("stage.previewed", StageEvent.Previewed.class),
            entry("stage.aired", StageEvent.Aired.class),
            entry("stage.freed", StageEvent.Freed.class),
            entry("stage.called", StageEvent.Called.class),
            entry("stage.dismissed", StageEvent.Dismissed.class),
            entry("stage.struck", StageEvent.Struck.class),
            entry("recording.started", RecordingEvent.Started.class),
            entry("recording.paused", RecordingEvent.Paused.class),
            entry("recording.resumed", RecordingEvent.Resumed.class),
            entry("recording.stopped", RecordingEvent.Stopped.class),
            entry("follow.started", FollowEvent.Started.class),
            entry("follow.turned", FollowEvent.Turned.class),
            entry("follow.stopped", FollowEvent.Stopped.class),
            entry("point.invited", PointEvent.Invited.class),
            entry("point.withdrawn", PointEvent.Withdrawn.class),
            entry("point.assigned", PointEvent.Assigned.class),
            entry("point.refused", PointEvent.Refused.class),
            entry("point.tested", PointEvent.Tested.class),
            entry("point.accepted", PointEvent.Accepted.class),
            entry("point.noted", PointEvent.Noted.class),
            entry("point.reported", PointEvent.Reported.class),
            entry("point.lines-measured", PointEvent.LinesMeasured.class),
            entry("point.test-required", PointEvent.TestRequired.class),
            entry("point.host-set", PointEvent.HostSet.class),
            entry("checkpoint.signed", CheckpointEvent.Signed.class));

    private Events() {}

    /** For the journal that the lanes write and everyone reads. */
    public static EventCodec codec() {
        return new EventCodec(BY_NAME);
    }
}
