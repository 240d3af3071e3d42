package plenum.server.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.ItemFacts;
import plenum.server.agenda.ItemKind;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperFile;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.Reach;
import plenum.server.attendance.AttendanceCommand;
import plenum.server.floor.FloorCommand;
import plenum.server.journal.MemorySnapshots;
import plenum.server.journal.Snapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Base;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Member;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.Share;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.UnitId;
import plenum.server.kernel.VoteId;
import plenum.server.room.RoomCommand;
import plenum.server.screen.ScreenCommand;
import plenum.server.sitting.SessionKind;
import plenum.server.sitting.SittingCommand;
import plenum.server.sitting.SittingEvent.SessionPrepared;
import plenum.server.voting.Choice;
import plenum.server.voting.VotingCommand;

/** A council's session in a lane over a memory journal, driven by its people; delegate {@code n} is {@code d<n>}. */
final class Scenario implements AutoCloseable {
    static final BodyId BODY = new BodyId("hdnd-dien-bien");
    static final SessionId SESSION = new SessionId("ky-hop-18");
    static final SittingId MORNING = new SittingId("sang");
    static final SittingId AFTERNOON = new SittingId("chieu");
    static final ItemId OPENING = new ItemId("khai-mac");
    static final ItemId BUDGET = new ItemId("ngan-sach");
    static final VoteId VOTE = new VoteId("bq-1");
    static final Actor SECRETARY = actor("thu-ky", Role.SECRETARY);
    static final Actor CHAIR = actor("chu-toa", Role.CHAIR);
    static final Instant START = Instant.parse("2026-12-08T00:30:00Z");

    final FaultyJournal journal;
    final MemorySnapshots snapshots = new MemorySnapshots();
    final Lanes lanes;
    final SessionLane lane;
    final List<Committed> heard = new ArrayList<>();
    private volatile Instant now = START;
    private int commands;

    Scenario(int delegates) {
        this(delegates, rules(delegates));
    }

    Scenario(int delegates, RuleSet rules) {
        journal = new FaultyJournal();
        lanes = new Lanes(journal, snapshots, () -> now, List.of(heard::add));
        lane = lanes.prepare(SESSION, SECRETARY, prepared(delegates, rules));
    }

    static Actor actor(String person, Role... roles) {
        var grants = List.of(roles).stream()
                .map(role -> new Grant(role, BODY.value()))
                .toList();
        return new Actor(new PersonId(person), person, grants);
    }

    static Actor delegate(int n) {
        return actor("d" + n, Role.DELEGATE);
    }

    static PersonId person(int n) {
        return new PersonId("d" + n);
    }

    static RuleSet rules(int total) {
        return new RuleSet(
                "quy-che",
                1,
                "Điều 83 Luật Tổ chức chính quyền địa phương",
                LocalDate.of(2026, 1, 1),
                total,
                new Share(2, 3, false, Base.TOTAL_MEMBERS),
                new Share(1, 2, true, Base.TOTAL_MEMBERS),
                true,
                600);
    }

    static SessionPrepared prepared(int delegates, RuleSet rules) {
        var members = IntStream.rangeClosed(1, delegates)
                .mapToObj(n -> new Member(person(n), "Đại biểu " + n, "", "Tổ " + (n % 4 + 1), "A" + n))
                .toList();
        return new SessionPrepared(
                BODY,
                "HĐND tỉnh Điện Biên",
                new UnitId("11"),
                "Tỉnh Điện Biên",
                "Kỳ họp thứ mười tám",
                18,
                SessionKind.REGULAR,
                rules,
                members,
                rules.substitutesVote() ? BodyKind.COMMITTEE : null);
    }

    /** Another server process over the same journal. */
    Lanes restarted(Snapshots kept) {
        lanes.close();
        return new Lanes(journal, kept, () -> now, List.of());
    }

    Instant now() {
        return now;
    }

    void passSeconds(long seconds) {
        now = now.plusSeconds(seconds);
    }

    Hall hall() {
        return lane.hall();
    }

    Answer ask(Actor actor, HallCommand command) {
        return ask("c" + ++commands, actor, command);
    }

    Answer ask(String id, Actor actor, HallCommand command) {
        return lane.submit(new Order(new CommandId(id), actor, command))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    Answer ask(Actor actor, SittingCommand command) {
        return ask(actor, new HallCommand.OfSitting(command));
    }

    Answer ask(Actor actor, AttendanceCommand command) {
        return ask(actor, new HallCommand.OfAttendance(command));
    }

    Answer ask(Actor actor, AgendaCommand command) {
        return ask(actor, new HallCommand.OfAgenda(command));
    }

    Answer ask(Actor actor, FloorCommand command) {
        return ask(actor, new HallCommand.OfFloor(command));
    }

    Answer ask(Actor actor, VotingCommand command) {
        return ask(actor, new HallCommand.OfVoting(command));
    }

    Answer ask(Actor actor, ScreenCommand command) {
        return ask(actor, new HallCommand.OfScreen(command));
    }

    Answer ask(Actor actor, RoomCommand command) {
        return ask(actor, new HallCommand.OfRoom(command));
    }

    void must(Answer answer) {
        if (!(answer instanceof Answer.Done)) {
            throw new AssertionError(answer.toString());
        }
    }

    static ItemFacts facts(String title, boolean hidden) {
        return new ItemFacts(title, ItemKind.RESOLUTION, "Ông Lò Văn Ấn", 30, null, hidden, null);
    }

    /** Two sittings, two items with a paper, published. */
    Scenario published() {
        var unused = drafted();
        must(ask(SECRETARY, new SittingCommand.PublishSession()));
        return this;
    }

    /** The same before it is published. */
    Scenario drafted() {
        var date = LocalDate.of(2026, 12, 8);
        must(ask(SECRETARY, new SittingCommand.PlanSitting(MORNING, "Phiên sáng", date, START)));
        must(ask(SECRETARY, new SittingCommand.PlanSitting(AFTERNOON, "Phiên chiều", date, START.plusSeconds(21_600))));
        must(ask(SECRETARY, new AgendaCommand.AddItem(OPENING, null, 0, facts("Khai mạc", false))));
        must(ask(SECRETARY, new AgendaCommand.AddItem(BUDGET, null, 1, facts("Dự toán ngân sách", false))));
        must(ask(
                SECRETARY,
                new AgendaCommand.AttachPaper(
                        new PaperId("tt-125"),
                        BUDGET,
                        new PaperFacts("Tờ trình dự toán", PaperKind.SUBMISSION, "125/TTr-UBND"),
                        new PaperFile(12, 48_213, "ab".repeat(32), "to-trinh.pdf"),
                        Reach.EVERYONE)));
        return this;
    }

    /** The morning sitting open with the first {@code present} delegates. */
    Scenario running(int present) {
        var unused = published();
        openMorning(present);
        return this;
    }

    void openMorning(int present) {
        must(ask(SECRETARY, new AttendanceCommand.OpenRollCall(MORNING)));
        for (var n = 1; n <= present; n++) {
            must(ask(delegate(n), new AttendanceCommand.CheckIn(MORNING, null)));
        }
        must(ask(SECRETARY, new AttendanceCommand.ApproveRollCall(MORNING)));
        must(ask(CHAIR, new SittingCommand.OpenSitting(MORNING, "Thống nhất mở phiên họp")));
    }

    /** A vote on the budget, open. */
    Scenario voting(int present) {
        var unused = running(present);
        must(ask(CHAIR, new AgendaCommand.OpenItem(BUDGET)));
        must(ask(SECRETARY, new VotingCommand.PrepareVote(VOTE, BUDGET, "Thông qua nghị quyết")));
        must(ask(CHAIR, new VotingCommand.OpenVote(VOTE, "Thống nhất biểu quyết")));
        return this;
    }

    Answer cast(int delegate, Choice choice) {
        return ask(delegate(delegate), new VotingCommand.CastBallot(VOTE, choice));
    }

    @Override
    public void close() {
        lanes.close();
    }
}
