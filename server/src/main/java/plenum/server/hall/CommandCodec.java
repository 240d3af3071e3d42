package plenum.server.hall;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.ItemFacts;
import plenum.server.agenda.ItemKind;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.Reach;
import plenum.server.attendance.AttendanceCommand;
import plenum.server.attendance.Intent;
import plenum.server.attendance.Presence;
import plenum.server.ballots.PollCommand;
import plenum.server.floor.FloorCommand;
import plenum.server.follow.FollowCommand;
import plenum.server.hall.HallCommand.OfAgenda;
import plenum.server.hall.HallCommand.OfAttendance;
import plenum.server.hall.HallCommand.OfFloor;
import plenum.server.hall.HallCommand.OfFollow;
import plenum.server.hall.HallCommand.OfPoints;
import plenum.server.hall.HallCommand.OfPolls;
import plenum.server.hall.HallCommand.OfRecording;
import plenum.server.hall.HallCommand.OfRoom;
import plenum.server.hall.HallCommand.OfScreen;
import plenum.server.hall.HallCommand.OfSitting;
import plenum.server.hall.HallCommand.OfStage;
import plenum.server.hall.HallCommand.OfVoting;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.MessageId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.VoteId;
import plenum.server.points.PointCommand;
import plenum.server.recording.RecordingCommand;
import plenum.server.room.Microphones;
import plenum.server.room.RoomCommand;
import plenum.server.room.Source;
import plenum.server.room.Station;
import plenum.server.screen.Scene;
import plenum.server.screen.ScreenCommand;
import plenum.server.sitting.SittingCommand;
import plenum.server.stage.StageCommand;
import plenum.server.voting.BallotSignature;
import plenum.server.voting.Choice;
import plenum.server.voting.VotingCommand;

/** Commands as they come over the wire, by name; strict. Thread-safe. */
public final class CommandCodec {
    private static final int TITLE = 300;
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;
    private static final int LAST_PLACE = 100_000;
    private static final int MOST_PAGES = 5_000;
    private static final int MOST_IN_BATCH = 100;
    private static final int MOST_TURNS = 1_000_000;

    private static final Map<String, Function<Fields, HallCommand>> READERS = Map.ofEntries(
            entry("session.rename", in -> new OfSitting(new SittingCommand.RenameSession(title(in)))),
            entry("session.publish", in -> new OfSitting(new SittingCommand.PublishSession())),
            entry("session.end", in -> new OfSitting(new SittingCommand.EndSession())),
            entry(
                    "sitting.plan",
                    in -> new OfSitting(new SittingCommand.PlanSitting(
                            sitting(in), title(in), in.date("date"), in.stamp("startsAt")))),
            entry(
                    "sitting.change",
                    in -> new OfSitting(new SittingCommand.ChangeSitting(
                            sitting(in), title(in), in.date("date"), in.stamp("startsAt")))),
            entry("sitting.drop", in -> new OfSitting(new SittingCommand.DropSitting(sitting(in)))),
            entry("sitting.open", in -> new OfSitting(new SittingCommand.OpenSitting(sitting(in), override(in)))),
            entry("sitting.end", in -> new OfSitting(new SittingCommand.EndSitting(sitting(in)))),
            entry("attendance.acknowledge", in -> new OfAttendance(new AttendanceCommand.Acknowledge())),
            entry(
                    "attendance.answer",
                    in -> new OfAttendance(new AttendanceCommand.AnswerInvitation(
                            sitting(in),
                            in.word("answer", Intent.class),
                            reasonOrNone(in),
                            in.stampOrNone("writtenAt")))),
            entry("attendance.open-roll-call", in -> new OfAttendance(new AttendanceCommand.OpenRollCall(sitting(in)))),
            entry("attendance.renew-code", in -> new OfAttendance(new AttendanceCommand.RenewCode(sitting(in)))),
            entry(
                    "attendance.check-in",
                    in -> new OfAttendance(new AttendanceCommand.CheckIn(sitting(in), in.textOrNone("code", 6, 6)))),
            entry(
                    "attendance.mark",
                    in -> new OfAttendance(new AttendanceCommand.MarkPresence(
                            sitting(in), person(in), presence(in), reasonOrNone(in)))),
            entry(
                    "attendance.recall-substitute",
                    in -> new OfAttendance(new AttendanceCommand.RecallSubstitute(sitting(in), person(in)))),
            entry("attendance.approve", in -> new OfAttendance(new AttendanceCommand.ApproveRollCall(sitting(in)))),
            entry(
                    "agenda.add-item",
                    in -> new OfAgenda(new AgendaCommand.AddItem(item(in), parent(in), index(in), facts(in)))),
            entry("agenda.edit-item", in -> new OfAgenda(new AgendaCommand.EditItem(item(in), facts(in)))),
            entry("agenda.move-item", in -> new OfAgenda(new AgendaCommand.MoveItem(item(in), parent(in), index(in)))),
            entry("agenda.remove-item", in -> new OfAgenda(new AgendaCommand.RemoveItem(item(in)))),
            entry("agenda.open-item", in -> new OfAgenda(new AgendaCommand.OpenItem(item(in)))),
            entry("agenda.close-item", in -> new OfAgenda(new AgendaCommand.CloseItem())),
            entry("agenda.move-paper", in -> new OfAgenda(new AgendaCommand.MovePaper(paper(in), item(in), index(in)))),
            entry("agenda.rename-paper", in -> new OfAgenda(new AgendaCommand.RenamePaper(paper(in), paperFacts(in)))),
            entry("agenda.restrict-paper", in -> new OfAgenda(new AgendaCommand.RestrictPaper(paper(in), reach(in)))),
            entry("agenda.detach-paper", in -> new OfAgenda(new AgendaCommand.DetachPaper(paper(in)))),
            entry(
                    "agenda.recall-paper",
                    in -> new OfAgenda(new AgendaCommand.RecallPaper(
                            paper(in), in.text("reason", SHORTEST_REASON, LONGEST_REASON)))),
            entry("agenda.restore-paper", in -> new OfAgenda(new AgendaCommand.RestorePaper(paper(in), item(in)))),
            entry("floor.raise-hand", in -> new OfFloor(new FloorCommand.RaiseHand())),
            entry("floor.lower-hand", in -> new OfFloor(new FloorCommand.LowerHand())),
            entry("floor.queue", in -> new OfFloor(new FloorCommand.QueuePerson(person(in)))),
            entry("floor.unqueue", in -> new OfFloor(new FloorCommand.UnqueuePerson(person(in)))),
            entry("floor.move", in -> new OfFloor(new FloorCommand.MovePerson(person(in), index(in)))),
            entry(
                    "floor.grant",
                    in -> new OfFloor(new FloorCommand.GrantFloor(person(in), in.number("seconds", 1, 3_600)))),
            entry("floor.extend", in -> new OfFloor(new FloorCommand.ExtendSpeech(in.number("seconds", 10, 1_800)))),
            entry("floor.end-speech", in -> new OfFloor(new FloorCommand.EndSpeech())),
            entry(
                    "voting.prepare",
                    in -> new OfVoting(new VotingCommand.PrepareVote(
                            vote(in), item(in), title(in), in.textOrNone("matter", 2, 40)))),
            entry("voting.drop", in -> new OfVoting(new VotingCommand.DropVote(vote(in)))),
            entry("voting.withdraw", in -> new OfVoting(new VotingCommand.WithdrawVote(vote(in), reason(in)))),
            entry(
                    "voting.open-many",
                    in -> new OfVoting(new VotingCommand.OpenMany(
                            in.id("batchId", BatchId::new),
                            in.someIds("voteIds", MOST_IN_BATCH, VoteId::new),
                            override(in)))),
            entry(
                    "voting.cast-many",
                    in -> new OfVoting(new VotingCommand.CastMany(in.some(
                            "ballots", MOST_IN_BATCH, CommandCodec::ballot, VotingCommand.CastBallot::voteId)))),
            entry(
                    "voting.enter",
                    in -> new OfVoting(new VotingCommand.EnterBallot(vote(in), person(in), choice(in), reason(in)))),
            entry(
                    "voting.countersign",
                    in -> new OfVoting(new VotingCommand.CountersignEntry(vote(in), person(in), choice(in)))),
            entry("voting.withdraw-entry", in -> new OfVoting(new VotingCommand.WithdrawEntry(vote(in), person(in)))),
            entry(
                    "voting.open",
                    in -> new OfVoting(new VotingCommand.OpenVote(
                            vote(in), override(in), Boolean.TRUE.equals(in.flagOrNone("byUnits"))))),
            entry("voting.cast", in -> new OfVoting(ballot(in))),
            entry("voting.hold", in -> new OfVoting(new VotingCommand.HoldVote(vote(in), reason(in)))),
            entry("voting.resume", in -> new OfVoting(new VotingCommand.ResumeVote(vote(in)))),
            entry("voting.close", in -> new OfVoting(new VotingCommand.CloseVote(vote(in)))),
            entry("voting.declare", in -> new OfVoting(new VotingCommand.DeclareVote(vote(in)))),
            entry("voting.void", in -> new OfVoting(new VotingCommand.VoidVote(vote(in), reason(in)))),
            entry("ballot.prepare", in -> new OfPolls(BallotFields.prepare(in))),
            entry("ballot.edit", in -> new OfPolls(new PollCommand.EditSheet(poll(in), BallotFields.sheet(in)))),
            entry("ballot.drop", in -> new OfPolls(new PollCommand.DropPoll(poll(in)))),
            entry("ballot.name-tellers", in -> new OfPolls(BallotFields.tellers(in))),
            entry("ballot.issue", in -> new OfPolls(new PollCommand.IssueSheets(poll(in), override(in)))),
            entry("ballot.count-issued", in -> new OfPolls(BallotFields.issued(in))),
            entry("ballot.close-box", in -> new OfPolls(new PollCommand.CloseBox(poll(in)))),
            entry("ballot.key", in -> new OfPolls(BallotFields.key(in))),
            entry("ballot.take", in -> new OfPolls(BallotFields.take(in))),
            entry("ballot.stored", in -> new OfPolls(new PollCommand.ConfirmStored(poll(in)))),
            entry("ballot.approve", in -> new OfPolls(BallotFields.approve(in))),
            entry("ballot.declare", in -> new OfPolls(new PollCommand.DeclarePoll(poll(in)))),
            entry("ballot.void", in -> new OfPolls(new PollCommand.VoidPoll(poll(in), reason(in)))),
            entry(
                    "screen.show",
                    in -> new OfScreen(new ScreenCommand.ShowScene(
                            in.word("scene", Scene.class),
                            in.idOrNone("voteId", VoteId::new),
                            in.idOrNone("pollId", PollId::new)))),
            entry("screen.automatic", in -> new OfScreen(new ScreenCommand.ShowAutomatic())),
            entry(
                    "room.open",
                    in -> new OfRoom(
                            new RoomCommand.OpenRoom(in.flag("lobby"), in.word("microphones", Microphones.class)))),
            entry(
                    "room.change",
                    in -> new OfRoom(
                            new RoomCommand.ChangeRoom(in.flag("lobby"), in.word("microphones", Microphones.class)))),
            entry("room.close", in -> new OfRoom(new RoomCommand.CloseRoom())),
            entry("room.lock", in -> new OfRoom(new RoomCommand.LockRoom())),
            entry("room.unlock", in -> new OfRoom(new RoomCommand.UnlockRoom())),
            entry("room.start-broadcast", in -> new OfRoom(new RoomCommand.StartBroadcast())),
            entry("room.stop-broadcast", in -> new OfRoom(new RoomCommand.StopBroadcast())),
            entry("room.join", in -> new OfRoom(new RoomCommand.JoinRoom(in.word("as", Station.class)))),
            entry("room.leave", in -> new OfRoom(new RoomCommand.LeaveRoom())),
            entry("room.admit", in -> new OfRoom(new RoomCommand.AdmitPerson(person(in)))),
            entry("room.turn-away", in -> new OfRoom(new RoomCommand.TurnPersonAway(person(in)))),
            entry("room.admit-all", in -> new OfRoom(new RoomCommand.AdmitAll())),
            entry("room.remove", in -> new OfRoom(new RoomCommand.RemovePerson(person(in)))),
            entry("room.mute", in -> new OfRoom(new RoomCommand.MutePerson(person(in), source(in), in.flag("hold")))),
            entry("room.mute-all", in -> new OfRoom(new RoomCommand.MuteAll(source(in), in.flag("hold")))),
            entry("room.unmute", in -> new OfRoom(new RoomCommand.UnmutePerson(person(in), source(in)))),
            entry("room.stage", in -> new OfRoom(new RoomCommand.StagePerson(in.idOrNone("personId", PersonId::new)))),
            entry("room.say", in -> new OfRoom(new RoomCommand.Say(message(in), in.text("text", 1, 500)))),
            entry("room.unsay", in -> new OfRoom(new RoomCommand.Unsay(message(in)))),
            entry("stage.preview", in -> new OfStage(new StageCommand.Preview(StageFields.layout(in)))),
            entry("stage.air", in -> new OfStage(new StageCommand.Air())),
            entry("stage.layout", in -> new OfStage(new StageCommand.Show(StageFields.layout(in)))),
            entry("stage.free", in -> new OfStage(new StageCommand.Free())),
            entry("stage.call", in -> new OfStage(new StageCommand.Call(person(in)))),
            entry(
                    "recording.start",
                    in -> new OfRecording(new RecordingCommand.Start(in.id("recordingId", RecordingId::new)))),
            entry("recording.pause", in -> new OfRecording(new RecordingCommand.Pause())),
            entry("recording.stop", in -> new OfRecording(new RecordingCommand.Stop())),
            entry("stage.dismiss", in -> new OfStage(new StageCommand.Dismiss(person(in)))),
            entry(
                    "follow.start",
                    in -> new OfFollow(
                            new FollowCommand.Start(paper(in), page(in), in.idOrNone("personId", PersonId::new)))),
            entry("follow.turn", in -> new OfFollow(new FollowCommand.Turn(page(in)))),
            entry("follow.stop", in -> new OfFollow(new FollowCommand.Stop())),
            entry("point.withdraw", in -> new OfPoints(new PointCommand.WithdrawPoint(PointFields.point(in)))),
            entry("point.test", in -> new OfPoints(PointFields.test(in))),
            entry("point.accept", in -> new OfPoints(PointFields.accept(in))),
            entry(
                    "point.note",
                    in -> new OfPoints(new PointCommand.NotePoint(PointFields.point(in), in.text("text", 1, 500)))),
            entry("point.report", in -> new OfPoints(PointFields.report(in))),
            entry("point.require-test", in -> new OfPoints(PointFields.requireTest(in))),
            entry("point.set-host", in -> new OfPoints(PointFields.host(in))));

    /** Names that can come over the wire. */
    public static Set<String> names() {
        return READERS.keySet();
    }

    /** @throws plenum.server.kernel.Refusal hall:unknown-command, or hall:bad-command with the field's name */
    public HallCommand read(String name, JsonNode data) {
        var reader = READERS.get(name);
        if (reader == null) {
            throw HallProblem.UNKNOWN_COMMAND.refusal("name is none of the known commands");
        }
        if (!(data instanceof ObjectNode object)) {
            throw HallProblem.BAD_COMMAND.refusal("data is no object");
        }
        var fields = new Fields(object);
        var command = reader.apply(fields);
        fields.end();
        return command;
    }

    private static String title(Fields in) {
        return in.text("title", 1, TITLE);
    }

    private static @Nullable String override(Fields in) {
        return in.textOrNone("overrideReason", SHORTEST_REASON, LONGEST_REASON);
    }

    private static String reason(Fields in) {
        return in.text("reason", SHORTEST_REASON, LONGEST_REASON);
    }

    private static @Nullable String reasonOrNone(Fields in) {
        return in.textOrNone("reason", SHORTEST_REASON, LONGEST_REASON);
    }

    private static SittingId sitting(Fields in) {
        return in.id("sittingId", SittingId::new);
    }

    private static PersonId person(Fields in) {
        return in.id("personId", PersonId::new);
    }

    private static ItemId item(Fields in) {
        return in.id("itemId", ItemId::new);
    }

    private static @Nullable ItemId parent(Fields in) {
        return in.idOrNone("parentId", ItemId::new);
    }

    private static PaperId paper(Fields in) {
        return in.id("paperId", PaperId::new);
    }

    private static PaperFacts paperFacts(Fields in) {
        return new PaperFacts(
                in.text("title", 1, 500),
                in.word("kind", PaperKind.class),
                in.textOrNone("number", 1, 60),
                in.textOrNone("issuer", 1, 200),
                in.textOrNone("summary", 1, 2_000));
    }

    private static Reach reach(Fields in) {
        return new Reach(
                in.texts("groups", 50, 1, 100),
                in.ids("persons", 500, PersonId::new),
                in.stampOrNone("from"),
                in.stampOrNone("until"),
                in.flag("confidential"),
                in.flagOrNone("watermark"));
    }

    private static VoteId vote(Fields in) {
        return in.id("voteId", VoteId::new);
    }

    private static PollId poll(Fields in) {
        return in.id("pollId", PollId::new);
    }

    private static Choice choice(Fields in) {
        return in.word("choice", Choice.class);
    }

    private static BallotSignature signature(Fields in) {
        return new BallotSignature(
                in.text("publicKey", 122, 122), in.number("turn", 1, MOST_TURNS), in.text("value", 86, 86));
    }

    private static VotingCommand.CastBallot ballot(Fields in) {
        return new VotingCommand.CastBallot(vote(in), choice(in), in.innerOrNone("signature", CommandCodec::signature));
    }

    private static MessageId message(Fields in) {
        return in.id("messageId", MessageId::new);
    }

    private static Source source(Fields in) {
        return in.word("source", Source.class);
    }

    private static int page(Fields in) {
        return in.number("page", 1, MOST_PAGES);
    }

    private static int index(Fields in) {
        return in.number("index", 0, LAST_PLACE);
    }

    private static Presence presence(Fields in) {
        var presence = in.word("presence", Presence.class);
        return switch (presence) {
            case PRESENT, ABSENT, LEFT -> presence;
            case NONE, CHECKED_IN ->
                throw HallProblem.BAD_COMMAND.refusal("data.presence is none of PRESENT, ABSENT, LEFT");
        };
    }

    private static ItemFacts facts(Fields in) {
        return new ItemFacts(
                title(in),
                in.word("kind", ItemKind.class),
                in.textOrNone("presenter", 1, 200),
                in.numberOrNone("minutes", 1, 1_440),
                in.idOrNone("sittingId", SittingId::new),
                in.flag("hidden"),
                in.textOrNone("resolution", 1, TITLE));
    }
}
