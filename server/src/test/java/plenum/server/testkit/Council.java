package plenum.server.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.ItemFacts;
import plenum.server.agenda.ItemKind;
import plenum.server.attendance.AttendanceCommand;
import plenum.server.floor.FloorCommand;
import plenum.server.hall.Answer;
import plenum.server.hall.Events;
import plenum.server.hall.HallCommand;
import plenum.server.hall.Lanes;
import plenum.server.hall.Order;
import plenum.server.journal.Journal;
import plenum.server.journal.MemoryJournal;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.BallotRules;
import plenum.server.kernel.Base;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.Share;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.UnitId;
import plenum.server.kernel.VoteId;
import plenum.server.points.PointCommand;
import plenum.server.recording.RecordingCommand;
import plenum.server.room.RoomCommand;
import plenum.server.sitting.SessionKind;
import plenum.server.sitting.SittingCommand;
import plenum.server.sitting.SittingEvent.SessionPrepared;
import plenum.server.voting.Choice;
import plenum.server.voting.VotingCommand;

/** A provincial council of 60 in session, in a real lane over a journal in memory. Its clock moves by hand. */
public final class Council implements AutoCloseable {
    public static final BodyId BODY = new BodyId("hdnd-11");
    public static final SessionId SESSION = new SessionId("ky-hop-3");
    public static final Actor SECRETARY = actor("thu-ky", Role.SECRETARY);
    public static final Actor CHAIR = actor("d1", Role.CHAIR, Role.DELEGATE);
    public static final int DELEGATES = 60;

    public final Journal journal;
    public final Lanes lanes;
    private final HandClock clock;
    private int commands;

    public Council() {
        this(new Share(1, 2, true, Base.TOTAL_MEMBERS));
    }

    /** @param pass share of votes for that passes a resolution */
    public Council(Share pass) {
        this(pass, new MemoryJournal(Events.codec()), new HandClock());
    }

    /** In session in a house: its journal and its lanes. */
    public Council(House house) {
        this(new Share(1, 2, true, Base.TOTAL_MEMBERS), house.journal, house.lanes, house.clock);
    }

    private Council(Share pass, Journal journal, HandClock clock) {
        this(prepared(pass), journal, new Lanes(journal, new MemorySnapshots(), clock, List.of()), clock);
    }

    private Council(Share pass, Journal journal, Lanes lanes, HandClock clock) {
        this(prepared(pass), journal, lanes, clock);
    }

    private Council(SessionPrepared prepared, Journal journal, Lanes lanes, HandClock clock) {
        this.journal = journal;
        this.lanes = lanes;
        this.clock = clock;
        var unused = lanes.prepare(SESSION, SECRETARY, prepared);
    }

    /** A committee of as many, whose substitutes vote. */
    public static Council committee() {
        var journal = new MemoryJournal(Events.codec());
        var clock = new HandClock();
        var council = prepared(new Share(1, 2, true, Base.TOTAL_MEMBERS));
        var ballots = council.rules().decisions();
        var rules =
                council.rules().with(new BallotRules(ballots.matters(), ballots.totals(), false, false, true, 3, 5));
        var prepared = new SessionPrepared(
                BODY,
                "Ủy ban nhân dân tỉnh Điện Biên",
                council.unitId(),
                council.unitName(),
                "Phiên họp thường kỳ tháng 12 của Ủy ban nhân dân tỉnh",
                12,
                SessionKind.REGULAR,
                rules,
                council.members(),
                BodyKind.COMMITTEE);
        return new Council(prepared, journal, new Lanes(journal, new MemorySnapshots(), clock, List.of()), clock);
    }

    public static Actor actor(String person, Role... roles) {
        var grants = List.of(roles).stream()
                .map(role -> new Grant(role, BODY.value()))
                .toList();
        return new Actor(new PersonId(person), person, grants);
    }

    public static Actor delegate(int n) {
        return actor("d" + n, Role.DELEGATE);
    }

    private static SessionPrepared prepared(Share pass) {
        var rules = new RuleSet(
                "quy-che",
                1,
                "Luật Tổ chức chính quyền địa phương",
                LocalDate.of(2026, 1, 1),
                DELEGATES,
                new Share(2, 3, false, Base.TOTAL_MEMBERS),
                pass,
                true,
                600);
        return new SessionPrepared(
                BODY,
                "Hội đồng nhân dân tỉnh Điện Biên",
                new UnitId("11"),
                "Tỉnh Điện Biên",
                "Kỳ họp thứ ba, Hội đồng nhân dân tỉnh Điện Biên khóa XVI",
                3,
                SessionKind.REGULAR,
                rules,
                IntStream.rangeClosed(1, DELEGATES).mapToObj(Council::member).toList());
    }

    private static Member member(int n) {
        var family = List.of("Lò", "Quàng", "Giàng", "Nguyễn", "Lường", "Vừ", "Mùa", "Trần", "Tòng", "Cà");
        var given = List.of("Văn Phương", "Thị Hạnh", "A Tủa", "Đức Thịnh", "Thị Ngọc Ánh", "Văn Quyết");
        return new Member(
                new PersonId("d" + n),
                family.get(n % 10) + " " + given.get(n / 10 % 6),
                n == 1 ? "Chủ tịch HĐND tỉnh" : "",
                "Tổ đại biểu số " + (n % 4 + 1),
                "A" + n);
    }

    public Instant now() {
        return clock.instant();
    }

    @CanIgnoreReturnValue
    public Council pass(Duration time) {
        clock.pass(time);
        return this;
    }

    public Answer ask(Actor actor, HallCommand command) {
        return lanes.lane(SESSION)
                .submit(new Order(new CommandId("c" + ++commands), actor, command))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private Council must(Actor actor, HallCommand command) {
        if (!(ask(actor, command) instanceof Answer.Done)) {
            throw new AssertionError(ask(actor, command).toString());
        }
        return this;
    }

    @CanIgnoreReturnValue
    public Council must(Actor actor, SittingCommand command) {
        return must(actor, new HallCommand.OfSitting(command));
    }

    @CanIgnoreReturnValue
    public Council must(Actor actor, AttendanceCommand command) {
        return must(actor, new HallCommand.OfAttendance(command));
    }

    @CanIgnoreReturnValue
    public Council must(Actor actor, AgendaCommand command) {
        return must(actor, new HallCommand.OfAgenda(command));
    }

    @CanIgnoreReturnValue
    public Council must(Actor actor, FloorCommand command) {
        return must(actor, new HallCommand.OfFloor(command));
    }

    @CanIgnoreReturnValue
    public Council must(Actor actor, RoomCommand command) {
        return must(actor, new HallCommand.OfRoom(command));
    }

    @CanIgnoreReturnValue
    public Council must(Actor actor, PointCommand command) {
        return must(actor, new HallCommand.OfPoints(command));
    }

    @CanIgnoreReturnValue
    public Council must(Actor actor, RecordingCommand command) {
        return must(actor, new HallCommand.OfRecording(command));
    }

    @CanIgnoreReturnValue
    public Council must(Actor actor, VotingCommand command) {
        return must(actor, new HallCommand.OfVoting(command));
    }

    @CanIgnoreReturnValue
    public Council planned(String sitting, String title, LocalDate date, Instant startsAt) {
        return must(SECRETARY, new SittingCommand.PlanSitting(new SittingId(sitting), title, date, startsAt));
    }

    @CanIgnoreReturnValue
    public Council item(String id, String title, boolean hidden) {
        var facts = new ItemFacts(
                title, ItemKind.RESOLUTION, "Ông Lò Văn Ấn, Giám đốc Sở Tài chính", 30, null, hidden, null);
        return must(SECRETARY, new AgendaCommand.AddItem(new ItemId(id), null, 0, facts));
    }

    @CanIgnoreReturnValue
    public Council published() {
        return must(SECRETARY, new SittingCommand.PublishSession());
    }

    /** The first {@code present} delegates check in and are approved. */
    @CanIgnoreReturnValue
    public Council rollCall(String sitting, int present) {
        var id = new SittingId(sitting);
        must(SECRETARY, new AttendanceCommand.OpenRollCall(id));
        for (var n = 1; n <= present; n++) {
            must(delegate(n), new AttendanceCommand.CheckIn(id, null));
        }
        return must(SECRETARY, new AttendanceCommand.ApproveRollCall(id));
    }

    /** Opens the vote on an item and casts the ballots: first those for, then against, then abstentions. */
    @CanIgnoreReturnValue
    public Council voted(String vote, String item, String title, int votesFor, int against, int abstain) {
        var id = new VoteId(vote);
        must(SECRETARY, new VotingCommand.PrepareVote(id, new ItemId(item), title));
        must(CHAIR, new VotingCommand.OpenVote(id, null));
        for (var n = 1; n <= votesFor + against + abstain; n++) {
            var choice = n <= votesFor ? Choice.FOR : n <= votesFor + against ? Choice.AGAINST : Choice.ABSTAIN;
            must(delegate(n), new VotingCommand.CastBallot(id, choice));
        }
        return pass(Duration.ofSeconds(45));
    }

    @Override
    public void close() {
        lanes.close();
    }
}
