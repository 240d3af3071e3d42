package plenum.server.hall;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.ItemFacts;
import plenum.server.agenda.ItemKind;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperFile;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.Reach;
import plenum.server.attendance.AttendanceCommand;
import plenum.server.attendance.Intent;
import plenum.server.attendance.Presence;
import plenum.server.ballots.BallotSheet;
import plenum.server.ballots.BoxPhase;
import plenum.server.ballots.Count;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.Handed;
import plenum.server.ballots.Issue;
import plenum.server.ballots.LineCount;
import plenum.server.ballots.Poll;
import plenum.server.ballots.PollCommand;
import plenum.server.ballots.SheetLine;
import plenum.server.checkpoint.Checkpoint;
import plenum.server.checkpoint.CheckpointCommand;
import plenum.server.floor.FloorCommand;
import plenum.server.follow.FollowCommand;
import plenum.server.kernel.Actor;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.LineId;
import plenum.server.kernel.MessageId;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.Substitute;
import plenum.server.kernel.UnitId;
import plenum.server.kernel.VoteId;
import plenum.server.points.Attendee;
import plenum.server.points.ExternalHost;
import plenum.server.points.Grade;
import plenum.server.points.Invitation;
import plenum.server.points.LineMeasured;
import plenum.server.points.Measured;
import plenum.server.points.PointCommand;
import plenum.server.points.Technician;
import plenum.server.points.TestLimits;
import plenum.server.recording.RecordingCommand;
import plenum.server.room.Microphones;
import plenum.server.room.RoomCommand;
import plenum.server.room.Source;
import plenum.server.room.Station;
import plenum.server.screen.Scene;
import plenum.server.screen.ScreenCommand;
import plenum.server.sitting.SittingCommand;
import plenum.server.stage.Layout;
import plenum.server.stage.StageCommand;
import plenum.server.voting.Choice;
import plenum.server.voting.VotingCommand;

/** Seeded orders over all parts, sensible and senseless, from people of every role and from strangers. */
final class RandomOrders {
    static final Actor GUEST = Scenario.actor("khach", Role.GUEST);
    static final Actor STRANGER = Scenario.actor("nguoi-la");
    static final Actor KIOSK = Scenario.actor("phong-hop", Role.SCREEN);
    private static final PollId FIRST_POLL = new PollId("kin-1");
    private static final LocalDate DATE = LocalDate.of(2026, 12, 8);

    private static final String HASH = "0".repeat(64);

    private final Random random;
    private final Random stageDraws;
    private final Random broadcastDraws;
    private final Random unitDraws;
    private final Random tapeDraws;
    private final boolean withPolls;
    private final boolean withTablets;
    private final boolean withSubstitutes;
    private final boolean withPoints;
    private final Supplier<Hall> hall;
    private VotingCommand.EnterBallot entry =
            new VotingCommand.EnterBallot(Scenario.VOTE, Scenario.person(1), Choice.FOR, "Hỏng máy");
    private final int delegates;
    private final InstantSource clock;

    RandomOrders(long seed, int delegates, InstantSource clock, Supplier<Hall> hall) {
        this.hall = hall;
        this.random = new Random(seed);
        this.stageDraws = new Random(seed ^ 0x57A6E);
        this.broadcastDraws = new Random(seed ^ 0xB0AD);
        this.tapeDraws = new Random(seed ^ 0x7A9E);
        this.unitDraws = new Random(seed ^ 0x51E7);
        this.withPolls = hasPolls(seed);
        this.withTablets = hasTablets(seed);
        this.withSubstitutes = hasSubstitutes(seed);
        this.withPoints = seed % 8 == 7;
        this.delegates = delegates;
        this.clock = clock;
    }

    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    Order next() {
        var command = withPoints && random.nextInt(5) == 0 ? new HallCommand.OfPoints(point()) : command();
        var able = random.nextInt(8) > 0;
        var actor = able ? actorFor(command) : anyone();
        var id = new CommandId("c" + random.nextInt(5_000));
        return tapes(command)
                ? new Order(id, able ? Scenario.SECRETARY : actor, new HallCommand.OfRecording(recording()))
                : new Order(id, actor, command);
    }

    /** Every other time that a page is turned; drawn apart so that nothing else is drawn differently. */
    private boolean tapes(HallCommand command) {
        return command instanceof HallCommand.OfFollow follow
                && !(follow.command() instanceof FollowCommand.Start)
                && tapeDraws.nextBoolean();
    }

    private Actor actorFor(HallCommand command) {
        var duty = EnumSet.noneOf(Role.class);
        duty.addAll(Duties.of(command));
        if (!(command instanceof HallCommand.OfRoom) && (!withSubstitutes || random.nextInt(6) > 0)) {
            duty.remove(Role.GUEST);
        }
        if (duty.isEmpty() && !(command instanceof HallCommand.OfPoints)) {
            return Actor.SYSTEM;
        }
        if (command instanceof HallCommand.OfPoints && !duty.contains(Role.SECRETARY)) {
            return any(GUEST, KIOSK, STRANGER);
        }
        if (command instanceof HallCommand.OfPolls polls && duty.contains(Role.DELEGATE)) {
            return polls.command() instanceof PollCommand.TakeBallot
                            || polls.command() instanceof PollCommand.ConfirmStored
                    ? eligible()
                    : Scenario.delegate(upTo(3));
        }
        if (duty.contains(Role.GUEST)) {
            return any(GUEST, KIOSK, Scenario.SECRETARY, Scenario.CHAIR, Scenario.delegate(upTo(delegates)));
        }
        if (duty.contains(Role.CHAIR) && random.nextInt(3) > 0) {
            return Scenario.CHAIR;
        }
        return duty.contains(Role.SECRETARY) ? Scenario.SECRETARY : Scenario.delegate(upTo(delegates));
    }

    private Actor anyone() {
        return switch (random.nextInt(6)) {
            case 0 -> Scenario.SECRETARY;
            case 1 -> Scenario.CHAIR;
            case 2 -> KIOSK;
            case 3 -> Scenario.actor("nguoi-la");
            case 4 -> Actor.SYSTEM;
            default -> Scenario.delegate(upTo(delegates + 1));
        };
    }

    private HallCommand command() {
        return switch (random.nextInt(withPolls ? 40 : 26)) {
            case 0, 1 -> new HallCommand.OfSitting(sitting());
            case 2, 3, 4, 5 -> new HallCommand.OfAttendance(attendance());
            case 6, 7, 8 -> new HallCommand.OfAgenda(agenda());
            case 9, 10, 11, 16 -> new HallCommand.OfFloor(floor());
            case 12 -> new HallCommand.OfScreen(screen());
            case 13, 14, 15 -> new HallCommand.OfRoom(room());
            case 24 -> onTheStage(follow());
            case 25 -> new HallCommand.OfCheckpoint(checkpoint());
            // an open vote keeps the sheets out of the hall
            case 17, 18, 19, 20, 21, 22, 23 ->
                withPolls && random.nextInt(8) > 0
                        ? new HallCommand.OfPolls(poll())
                        : new HallCommand.OfVoting(voting());
            default -> new HallCommand.OfPolls(poll());
        };
    }

    /** Of an entry that waits, as far as there is one. */
    private VotingCommand.CountersignEntry countersign() {
        return hall.get().voting().entries().entrySet().stream()
                .flatMap(vote -> vote.getValue().entrySet().stream()
                        .map(one -> new VotingCommand.CountersignEntry(
                                vote.getKey(), one.getKey(), one.getValue().choice())))
                .findFirst()
                .orElseGet(() -> new VotingCommand.CountersignEntry(entry.voteId(), entry.personId(), entry.choice()));
    }

    private PointCommand point() {
        var id = new PointId("xa-" + upTo(3));
        return switch (random.nextInt(14)) {
            case 0, 1 ->
                new PointCommand.InvitePoints(List.of(new Invitation(
                        id,
                        new UnitId(id.value()),
                        "Xã " + id,
                        upTo(2),
                        List.of(new UnitId("xa-1"), new UnitId("11")))));
            case 2 ->
                random.nextInt(4) == 0 ? new PointCommand.WithdrawPoint(id) : new PointCommand.NotePoint(id, "Gọi");
            case 3, 4, 5 ->
                new PointCommand.AssignPoint(
                        id,
                        new Technician(any(GUEST, KIOSK, STRANGER).person(), "Kỹ thuật", maybe("0215")),
                        List.of(new Attendee("Ông Lò", "Chủ tịch", true, maybe(person()))),
                        upTo(20));
            case 6 -> new PointCommand.RefusePoint(id, "Mất điện");
            case 7, 8 ->
                new PointCommand.TestPoint(
                        id,
                        new Measured(
                                any(Measured.Device.values()),
                                Measured.Device.OK,
                                Measured.Device.OK,
                                upTo(3_000),
                                upTo(3_000),
                                upTo(1_500),
                                upTo(100)));
            case 9 -> new PointCommand.AcceptPoint(id, any(Grade.values()), "Chỉ dùng tiếng");
            case 10, 11 -> new PointCommand.ReportPoint(id, upTo(20), List.of("Ông Lò"));
            case 12 -> new PointCommand.RequireTest(random.nextBoolean(), maybe(TestLimits.USUAL));
            default ->
                unitDraws.nextInt(2) == 0
                        ? new PointCommand.MeasureLines(List.of(new LineMeasured(id, 2, 800, 900, 1, 2, 3, 40, 50, 0)))
                        : new PointCommand.SetHost(maybe(new ExternalHost("Chính phủ", maybe("https://hop.vn"), null)));
        };
    }

    private CheckpointCommand checkpoint() {
        var from = random.nextInt(3) * 20L;
        var size = from + upTo(40);
        return new CheckpointCommand.Sign(new Checkpoint(size, "root", "key", "signature", from, List.of("proof")));
    }

    private SittingCommand sitting() {
        var start = Scenario.START.plusSeconds(random.nextInt(100_000));
        return switch (random.nextInt(12)) {
            case 0 ->
                random.nextBoolean()
                        ? new SittingCommand.RenameSession("Kỳ họp " + upTo(3))
                        : new SittingCommand.TakeRules(Matters.in(Scenario.rules(delegates)));
            case 1, 2 -> new SittingCommand.PlanSitting(sittingId(), "Phiên", DATE, start);
            case 3 -> new SittingCommand.ChangeSitting(sittingId(), "Phiên đổi", DATE, start);
            case 4 -> new SittingCommand.DropSitting(sittingId());
            case 5, 6, 7, 8 -> new SittingCommand.OpenSitting(sittingId(), maybe("Lý do mở phiên"));
            case 9 -> random.nextInt(3) == 0 ? new SittingCommand.EndSession() : new SittingCommand.PublishSession();
            default -> new SittingCommand.EndSitting(sittingId());
        };
    }

    private AttendanceCommand attendance() {
        return switch (random.nextInt(withSubstitutes ? 13 : 10)) {
            case 0 -> new AttendanceCommand.Acknowledge();
            case 1 ->
                new AttendanceCommand.AnswerInvitation(
                        sittingId(),
                        any(Intent.values()),
                        maybe("Bận công tác"),
                        random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE)));
            case 2 -> new AttendanceCommand.OpenRollCall(sittingId());
            case 3 -> new AttendanceCommand.RenewCode(sittingId());
            case 4, 5 -> new AttendanceCommand.CheckIn(sittingId(), random.nextInt(5) == 0 ? "000000" : null);
            case 6 ->
                new AttendanceCommand.MarkPresence(
                        sittingId(),
                        person(),
                        any(Presence.PRESENT, Presence.PRESENT, Presence.ABSENT, Presence.LEFT),
                        maybe("Về sớm"));
            case 10, 11 ->
                random.nextInt(4) > 0
                        ? new AttendanceCommand.SendSubstitute(sittingId(), substitute())
                        : new AttendanceCommand.RecallSubstitute(sittingId(), person());
            default -> new AttendanceCommand.ApproveRollCall(sittingId());
        };
    }

    /** The guest, a screen, or a member who may not. */
    private Substitute substitute() {
        var who = any(GUEST.person(), GUEST.person(), KIOSK.person(), person());
        var member = person();
        return new Substitute(who, "Bà " + who, "Phó Giám đốc", member, "Ông " + member);
    }

    private AgendaCommand agenda() {
        return switch (random.nextInt(28)) {
            case 0, 1 -> new AgendaCommand.AddItem(itemId(), maybe(itemId()), random.nextInt(4), facts());
            case 2 -> new AgendaCommand.EditItem(itemId(), facts());
            case 3, 4 -> new AgendaCommand.MoveItem(itemId(), maybe(itemId()), random.nextInt(4));
            case 5 -> new AgendaCommand.RemoveItem(itemId());
            case 6 ->
                new AgendaCommand.AttachPaper(
                        paperId(),
                        itemId(),
                        new PaperFacts("Báo cáo", PaperKind.REPORT, null),
                        new PaperFile(3, 900, "cd".repeat(32), "b.pdf"),
                        reach());
            case 7 -> new AgendaCommand.MovePaper(paperId(), itemId(), random.nextInt(3));
            case 8 ->
                new AgendaCommand.RenamePaper(
                        paperId(),
                        new PaperFacts(
                                "Tên " + upTo(3), PaperKind.ANNEX, maybe("12/BC"), maybe("UBND"), maybe("Trích yếu")));
            case 9 -> new AgendaCommand.DetachPaper(paperId());
            case 10 -> new AgendaCommand.CloseItem();
            case 11, 12 -> new AgendaCommand.ReplacePaper(paperId(), upTo(3) + 1, file());
            case 13, 14, 15 -> new AgendaCommand.RestrictPaper(paperId(), reach());
            case 16 -> new AgendaCommand.RecallPaper(paperId(), "Phát hành nhầm");
            case 17, 18 -> new AgendaCommand.RestorePaper(paperId(), itemId());
            case 19 -> new AgendaCommand.TurnWindows();
            case 20 ->
                new AgendaCommand.AttachPaper(
                        paperId(), itemId(), new PaperFacts("Phụ lục", PaperKind.ANNEX, null), file(), reach());
            default -> new AgendaCommand.OpenItem(itemId());
        };
    }

    private PaperFile file() {
        return new PaperFile(3, 900, any("ab", "cd", "ef").repeat(32), "b.pdf");
    }

    /** Windows of seconds, so that they open and close while a session is played. */
    private Reach reach() {
        var groups = random.nextInt(3) == 0 ? List.of("Tổ " + upTo(5)) : List.<String>of();
        var persons = random.nextInt(3) == 0 ? List.of(Scenario.person(upTo(delegates + 1))) : List.<PersonId>of();
        var now = clock.instant();
        return new Reach(
                groups,
                persons,
                random.nextInt(4) == 0 ? now.plusSeconds(upTo(10)) : null,
                random.nextInt(4) == 0 ? now.plusSeconds(upTo(20)) : null,
                random.nextInt(4) == 0);
    }

    private FloorCommand floor() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new FloorCommand.RaiseHand();
            case 3 -> new FloorCommand.LowerHand();
            case 4 -> new FloorCommand.QueuePerson(person());
            case 5 -> new FloorCommand.UnqueuePerson(person());
            case 6, 9, 10 -> new FloorCommand.MovePerson(person(), random.nextInt(2));
            case 7 -> new FloorCommand.GrantFloor(person(), upTo(600));
            case 8 -> new FloorCommand.ExtendSpeech(upTo(60) + 9);
            default -> new FloorCommand.EndSpeech();
        };
    }

    private VotingCommand voting() {
        return switch (random.nextInt(26)) {
            case 18 -> random.nextInt(4) == 0 ? new VotingCommand.WithdrawVote(voteId(), "Xin rút") : castBallot();
            case 19, 20 ->
                new VotingCommand.OpenMany(
                        new BatchId("lo-" + upTo(3)), List.of(voteId(), voteId()), maybe("Đủ điều kiện"));
            case 21 ->
                new VotingCommand.CastMany(List.of(
                        new VotingCommand.CastBallot(new VoteId("bq-2"), any(Choice.values())),
                        new VotingCommand.CastBallot(new VoteId("bq-3"), any(Choice.values()))));
            case 22, 23 ->
                entry = new VotingCommand.EnterBallot(
                        voteId(), Scenario.person(upTo(2)), any(Choice.values()), "Hỏng máy");
            case 24, 25 -> random.nextInt(8) == 0 ? new VotingCommand.WithdrawEntry(voteId(), person()) : countersign();
            case 0, 1 ->
                new VotingCommand.PrepareVote(
                        voteId(),
                        itemId(),
                        "Biểu quyết",
                        withPoints && unitDraws.nextInt(2) == 0 ? "consultation" : null);
            case 2 -> random.nextInt(3) == 0 ? new VotingCommand.DropVote(voteId()) : castBallot();
            case 3, 4, 5 ->
                new VotingCommand.OpenVote(voteId(), maybe("Đủ điều kiện"), withPoints && unitDraws.nextInt(3) == 0);
            case 6 -> new VotingCommand.CloseVote(voteId());
            case 7 -> new VotingCommand.DeclareVote(voteId());
            case 8 -> random.nextInt(3) == 0 ? new VotingCommand.VoidVote(voteId(), "Nhầm nội dung") : castBallot();
            case 14 -> new VotingCommand.HoldVote(voteId(), "Mất điện");
            case 15, 16, 17 -> new VotingCommand.ResumeVote(voteId());
            default -> castBallot();
        };
    }

    private VotingCommand castBallot() {
        return new VotingCommand.CastBallot(voteId(), any(Choice.values()));
    }

    /** Sheets in the hall hold up everything else: one session in four has them. */
    static boolean hasPolls(long seed) {
        return seed % 4 == 1;
    }

    /** A committee. */
    static boolean hasSubstitutes(long seed) {
        return seed % 4 == 2;
    }

    /** Half of those are electronic. */
    static boolean hasTablets(long seed) {
        return seed % 8 == 5;
    }

    static List<HallCommand> pollOnTheBudget(long seed) {
        var sheet =
                new BallotSheet("election", "Bầu", 1, List.of(new SheetLine(new LineId("l1"), "Ông A", null, null)));
        var tellers = List.of(Scenario.person(1), Scenario.person(2), Scenario.person(3));
        return List.of(
                new HallCommand.OfPolls(
                        new PollCommand.PreparePoll(FIRST_POLL, Scenario.BUDGET, form(seed), sheet, null)),
                new HallCommand.OfPolls(new PollCommand.NameTellers(FIRST_POLL, tellers, Scenario.person(1), null)));
    }

    private static BallotForm form(long seed) {
        return hasTablets(seed) ? BallotForm.SECRET_ELECTRONIC : BallotForm.SECRET_PAPER;
    }

    private PollCommand poll() {
        if (!withTablets || random.nextInt(8) == 0) {
            return onPaper();
        }
        return begun() ? onTablets() : new PollCommand.IssueSheets(FIRST_POLL, maybe("Thống nhất bỏ phiếu"));
    }

    /** Steps in about their order; most are too early or too late. */
    private PollCommand onTablets() {
        var electronic = electronic();
        var next = random.nextInt(16) == 0
                ? any(BoxPhase.values())
                : electronic.phase().next().orElse(BoxPhase.VOID);
        var issued = random.nextInt(4) == 0 ? upTo(2) : electronic.issued();
        return switch (random.nextInt(16)) {
            case 0 -> define();
            case 1, 2, 14, 15 -> new PollCommand.TakeBallot(FIRST_POLL, HASH, "b" + upTo(2), "sig");
            case 3 -> new PollCommand.ConfirmStored(FIRST_POLL);
            case 4, 5, 6, 7 ->
                electronic.phase() == BoxPhase.ISSUE && electronic.issued() == 0
                        ? new PollCommand.TakeBallot(FIRST_POLL, HASH, "b1", "sig")
                        : new PollCommand.ApproveStep(FIRST_POLL, next, issued, "sig");
            case 8, 9, 10 ->
                next == BoxPhase.TALLIED
                        ? new PollCommand.NoteTallied(FIRST_POLL, "cm9vdA==", nothingCast())
                        : new PollCommand.NoteMoved(FIRST_POLL, next);
            case 11 -> new PollCommand.NoteTallied(FIRST_POLL, "cm9vdA==", nothingCast());
            case 12 -> new PollCommand.DeclarePoll(FIRST_POLL);
            default -> new PollCommand.NoteTrouble(FIRST_POLL, maybe("issuer:no-box"));
        };
    }

    private Actor eligible() {
        var all = hall.get().polls().find(FIRST_POLL).map(Poll::issue).map(Issue::eligible).stream()
                .flatMap(Set::stream)
                .toList();
        return all.isEmpty()
                ? Scenario.delegate(1)
                : Scenario.actor(all.get(random.nextInt(all.size())).value(), Role.DELEGATE);
    }

    private boolean begun() {
        return hall.get().polls().find(FIRST_POLL).map(Poll::issue).isPresent();
    }

    private Electronic electronic() {
        return hall.get()
                .polls()
                .find(FIRST_POLL)
                .map(Poll::electronic)
                .orElseGet(() -> new Electronic(null, BoxPhase.PREPARING, HashTreePMap.empty(), List.of(), null, null));
    }

    private static Count nothingCast() {
        return new Count(0, 0, 0, List.of(new LineCount(new LineId("l1"), Map.of(OptionCode.FOR, 0), 0)));
    }

    private PollCommand define() {
        return new PollCommand.DefinePoll(FIRST_POLL, new Electronic.Defined("plenum-poll 1\n", HASH, List.of()));
    }

    private PollCommand onPaper() {
        return switch (random.nextInt(18)) {
            case 0 ->
                new PollCommand.PreparePoll(
                        pollId(), itemId(), BallotForm.SECRET_PAPER, sheet(), random.nextInt(4) == 0 ? pollId() : null);
            case 1 -> new PollCommand.EditSheet(pollId(), sheet());
            case 2 -> random.nextInt(5) == 0 ? new PollCommand.DropPoll(pollId()) : new PollCommand.CloseBox(pollId());
            case 3, 4 ->
                new PollCommand.NameTellers(
                        pollId(),
                        List.of(Scenario.person(1), Scenario.person(2), Scenario.person(upTo(4))),
                        Scenario.person(upTo(3)),
                        random.nextInt(8) == 0 ? voteId() : null);
            case 5, 6, 7 -> new PollCommand.IssueSheets(pollId(), maybe("Thống nhất bỏ phiếu"));
            case 8, 9 -> new PollCommand.CountIssued(pollId(), new Handed(upTo(2), random.nextInt(2)));
            case 10 -> new PollCommand.CloseBox(pollId());
            case 11 -> new PollCommand.DeclarePoll(pollId());
            case 12 ->
                random.nextInt(4) == 0
                        ? new PollCommand.VoidPoll(pollId(), "Thùng phiếu hỏng")
                        : new PollCommand.DeclarePoll(pollId());
            default -> key();
        };
    }

    private PollCommand key() {
        var collected = random.nextInt(2);
        var votes = Map.of(OptionCode.FOR, random.nextInt(collected + 1));
        return new PollCommand.KeyCount(
                pollId(), new Count(collected, collected, 0, List.of(new LineCount(new LineId("l1"), votes, 0))));
    }

    private BallotSheet sheet() {
        return new BallotSheet(
                "election", "Bầu " + upTo(2), 1, List.of(new SheetLine(new LineId("l1"), "Ông A", null, null)));
    }

    private PollId pollId() {
        return random.nextInt(5) == 0 ? new PollId("kin-2") : FIRST_POLL;
    }

    private ScreenCommand screen() {
        return random.nextInt(3) == 0
                ? new ScreenCommand.ShowAutomatic()
                : new ScreenCommand.ShowScene(
                        any(Scene.IDLE, Scene.AGENDA, Scene.ITEM, Scene.SPEAKER, Scene.VOTE, Scene.RESULT, Scene.POLL),
                        maybe(voteId()),
                        maybe(pollId()));
    }

    private FollowCommand follow() {
        return switch (random.nextInt(6)) {
            case 0, 1, 2 -> new FollowCommand.Start(paperId(), upTo(4), maybe(person()));
            case 3, 4 -> new FollowCommand.Turn(upTo(4));
            default -> new FollowCommand.Stop();
        };
    }

    /** Every other time something about the stage instead, drawn apart so that nothing else is drawn differently. */
    private HallCommand onTheStage(FollowCommand follow) {
        return stageDraws.nextBoolean() ? new HallCommand.OfFollow(follow) : new HallCommand.OfStage(stage());
    }

    private RecordingCommand recording() {
        return switch (tapeDraws.nextInt(4)) {
            case 0 -> new RecordingCommand.Pause();
            case 1 -> new RecordingCommand.Stop();
            default -> new RecordingCommand.Start(new RecordingId("tape-" + tapeDraws.nextInt(40)));
        };
    }

    private StageCommand stage() {
        return switch (stageDraws.nextInt(10)) {
            case 0, 1 -> new StageCommand.Preview(layout());
            case 2 -> new StageCommand.Air();
            case 3, 4, 5 -> new StageCommand.Show(layout());
            case 6 -> new StageCommand.Free();
            case 7, 8 -> new StageCommand.Call(onStage());
            default -> new StageCommand.Dismiss(onStage());
        };
    }

    private Layout layout() {
        var kind = Layout.Kind.values()[stageDraws.nextInt(Layout.Kind.values().length)];
        var persons = kind == Layout.Kind.DIALOGUE ? List.of(onStage(), onStage()) : List.of(onStage());
        return new Layout(kind, persons, kind == Layout.Kind.ROTATION ? 20 : null);
    }

    private PersonId onStage() {
        return stageDraws.nextInt(3) == 0 ? KIOSK.person() : Scenario.person(1 + stageDraws.nextInt(delegates));
    }

    private RoomCommand room() {
        return switch (random.nextInt(30)) {
            case 0 -> new RoomCommand.OpenRoom(random.nextBoolean(), any(Microphones.values()));
            case 1 -> new RoomCommand.ChangeRoom(random.nextBoolean(), any(Microphones.values()));
            case 2 -> random.nextInt(4) == 0 ? new RoomCommand.CloseRoom() : join();
            case 3 -> random.nextInt(3) == 0 ? new RoomCommand.LockRoom() : join();
            case 4 -> unlock();
            case 5, 6, 7, 8 -> join();
            case 9 -> new RoomCommand.LeaveRoom();
            case 10 -> new RoomCommand.AdmitPerson(person());
            case 11 -> new RoomCommand.TurnPersonAway(person());
            case 12 -> new RoomCommand.AdmitAll();
            case 13 -> new RoomCommand.RemovePerson(person());
            case 14, 15 -> new RoomCommand.MutePerson(person(), any(Source.values()), random.nextBoolean());
            case 16 -> new RoomCommand.MuteAll(any(Source.values()), random.nextBoolean());
            case 17, 23, 24 -> new RoomCommand.UnmutePerson(person(), any(Source.values()));
            case 18 -> new RoomCommand.StagePerson(maybe(person()));
            case 19, 20, 21 -> new RoomCommand.Say(messageId(), "Xin ý kiến " + upTo(3));
            case 22 -> new RoomCommand.Unsay(messageId());
            default -> new RoomCommand.ReportLost(person());
        };
    }

    private RoomCommand unlock() {
        return switch (broadcastDraws.nextInt(3)) {
            case 0 -> new RoomCommand.StartBroadcast();
            case 1 -> new RoomCommand.StopBroadcast();
            default -> new RoomCommand.UnlockRoom();
        };
    }

    private RoomCommand join() {
        return new RoomCommand.JoinRoom(any(Station.values()));
    }

    private MessageId messageId() {
        return new MessageId("tn-" + upTo(12));
    }

    private ItemFacts facts() {
        var hidden = random.nextInt(5) == 0;
        return new ItemFacts("Nội dung " + upTo(4), any(ItemKind.values()), null, 15, maybe(sittingId()), hidden, null);
    }

    private SittingId sittingId() {
        return any(Scenario.MORNING, Scenario.MORNING, Scenario.AFTERNOON, new SittingId("p3"));
    }

    private ItemId itemId() {
        return any(Scenario.OPENING, Scenario.BUDGET, new ItemId("i3"), new ItemId("i4"), new ItemId("i5"));
    }

    private PaperId paperId() {
        return any(new PaperId("tt-125"), new PaperId("p2"), new PaperId("p3"));
    }

    private VoteId voteId() {
        return any(Scenario.VOTE, new VoteId("bq-2"), new VoteId("bq-3"), new VoteId("bq-4"));
    }

    private PersonId person() {
        return random.nextInt(8) == 0 ? any(GUEST, KIOSK).person() : Scenario.person(upTo(delegates + 1));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return List.of(values).get(random.nextInt(values.length));
    }
}
