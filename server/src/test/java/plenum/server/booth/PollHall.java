package plenum.server.booth;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.ItemFacts;
import plenum.server.agenda.ItemKind;
import plenum.server.attendance.AttendanceCommand;
import plenum.server.ballots.BallotSheet;
import plenum.server.ballots.BoxPhase;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.Poll;
import plenum.server.ballots.PollCommand;
import plenum.server.ballots.SheetLine;
import plenum.server.box.BoxEndpoint;
import plenum.server.box.StolenBox;
import plenum.server.hall.Answer;
import plenum.server.hall.Committed;
import plenum.server.hall.Events;
import plenum.server.hall.HallCommand;
import plenum.server.hall.Lanes;
import plenum.server.hall.Order;
import plenum.server.hall.Policy;
import plenum.server.hall.SessionLane;
import plenum.server.issuer.BoxOrders;
import plenum.server.issuer.Issuer;
import plenum.server.issuer.IssuerKeys;
import plenum.server.issuer.Taken;
import plenum.server.journal.MemoryJournal;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.BallotRules;
import plenum.server.kernel.Base;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.LineId;
import plenum.server.kernel.Matter;
import plenum.server.kernel.Member;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.Role;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.Share;
import plenum.server.kernel.SheetKind;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.TieRule;
import plenum.server.kernel.UnitId;
import plenum.server.keys.PairedTablets;
import plenum.server.secret.Definition;
import plenum.server.secret.Published;
import plenum.server.secret.Step;
import plenum.server.secret.Tablet;
import plenum.server.sitting.SessionKind;
import plenum.server.sitting.SittingCommand;
import plenum.server.sitting.SittingEvent.SessionPrepared;
import plenum.server.testkit.Store;

/**
 * A council's session with a hall, its journal, the booth and a ballot box, all in this process and driven by its
 * people and their tablets; everybody is present.
 */
final class PollHall implements AutoCloseable {
    static final SessionId SESSION = new SessionId("ky-hop-18");
    private static final BodyId BODY = new BodyId("hdnd");
    private static final ItemId ITEM = new ItemId("nhan-su");
    private static final SittingId SITTING = new SittingId("sang");
    private static final Share MAJORITY = new Share(1, 2, true, Base.TOTAL_MEMBERS);
    private static final String SERVER = "a-secret-of-the-server";

    final MemoryJournal journal = new MemoryJournal(Events.codec());
    final StolenBox stolen;
    private final Map<PersonId, KeyPair> tablets = new LinkedHashMap<>();
    private final Store store = new Store();
    private final Vertx vertx = Vertx.vertx();
    private final BoxEndpoint endpoint;
    private final BoxOrders orders;
    private final Lanes lanes;
    private final PollFollower follower;
    private final SessionLane lane;
    private final Object heard = new Object();
    private final AtomicInteger commands = new AtomicInteger();

    PollHall(int people, Path directory) throws IOException {
        IntStream.rangeClosed(1, people).forEach(n -> tablets.put(new PersonId("d%02d".formatted(n)), Tablet.p256()));
        stolen = new StolenBox(directory.resolve("box"));
        var settings = new BoxEndpoint.Settings("127.0.0.1", 0, SERVER, "a-secret-of-the-relay", Optional.empty());
        endpoint = BoxEndpoint.open(vertx, stolen.box(), settings).await();
        var address = URI.create("http://127.0.0.1:" + endpoint.port());
        orders = new BoxOrders(() -> address, SERVER, Optional.empty());
        var ring = PairedTablets.ring(store.mongo(), BODY, tablets);
        lanes = new Lanes(
                journal,
                new MemorySnapshots(),
                InstantSource.system(),
                List.of(this::hear),
                new ElectronicBallots(ring, true, Policy.NONE));
        var keys = IssuerKeys.open(directory.resolve("issuer"));
        follower = new PollFollower(lanes, Optional.of(orders), keys, ring, store.mongo());
        lane = lanes.prepare(SESSION, SECRETARY, prepared());
        open();
    }

    private void hear(Committed committed) {
        follower.accept(committed);
        synchronized (heard) {
            heard.notifyAll();
        }
    }

    List<PersonId> people() {
        return List.copyOf(tablets.keySet());
    }

    // the session ----------------------------------------------------------------------------------------------

    private static final Actor SECRETARY = actor("thu-ky", Role.SECRETARY);
    private static final Actor CHAIR = actor("chu-toa", Role.CHAIR);

    private static Actor actor(String person, Role role) {
        return new Actor(new PersonId(person), person, List.of(new Grant(role, BODY.value())));
    }

    private static Actor delegate(PersonId person) {
        return actor(person.value(), Role.DELEGATE);
    }

    private SessionPrepared prepared() {
        var members = people().stream()
                .map(person -> new Member(person, "Đại biểu " + person, "", "Tổ 1", person.value()))
                .toList();
        return new SessionPrepared(
                BODY,
                "HĐND tỉnh Điện Biên",
                new UnitId("11"),
                "Tỉnh Điện Biên",
                "Kỳ họp thứ mười tám",
                18,
                SessionKind.REGULAR,
                rules(members.size()),
                members);
    }

    private static RuleSet rules(int total) {
        var election = new Matter(
                "election",
                "Bầu",
                SheetKind.ELECTION,
                List.of(BallotForm.SECRET_ELECTRONIC),
                List.of(new BallotOption(OptionCode.FOR, "đồng ý")),
                MAJORITY,
                List.of(),
                TieRule.RUN_OFF,
                false,
                false,
                true,
                "Điều 83");
        var matters = List.of(Matter.resolution(MAJORITY, true), election);
        var ballots = new BallotRules(matters, List.of(), false, true, false, 3, 5);
        return new RuleSet(
                        "quy-che",
                        1,
                        "Điều 83 Luật Tổ chức chính quyền địa phương",
                        LocalDate.of(2026, 1, 1),
                        total,
                        new Share(2, 3, false, Base.TOTAL_MEMBERS),
                        MAJORITY,
                        true,
                        600)
                .with(ballots);
    }

    private void open() {
        var start = Instant.parse("2026-12-08T00:30:00Z");
        var day = LocalDate.of(2026, 12, 8);
        var facts = new ItemFacts("Công tác nhân sự", ItemKind.RESOLUTION, "Chủ tọa", 30, null, false, null);
        must(SECRETARY, new HallCommand.OfSitting(new SittingCommand.PlanSitting(SITTING, "Phiên sáng", day, start)));
        must(SECRETARY, new HallCommand.OfAgenda(new AgendaCommand.AddItem(ITEM, null, 0, facts)));
        must(SECRETARY, new HallCommand.OfSitting(new SittingCommand.PublishSession()));
        must(SECRETARY, new HallCommand.OfAttendance(new AttendanceCommand.OpenRollCall(SITTING)));
        for (var person : people()) {
            must(delegate(person), new HallCommand.OfAttendance(new AttendanceCommand.CheckIn(SITTING, null)));
        }
        must(SECRETARY, new HallCommand.OfAttendance(new AttendanceCommand.ApproveRollCall(SITTING)));
        must(CHAIR, new HallCommand.OfSitting(new SittingCommand.OpenSitting(SITTING, null)));
        must(CHAIR, new HallCommand.OfAgenda(new AgendaCommand.OpenItem(ITEM)));
    }

    // a poll's way ---------------------------------------------------------------------------------------------

    /**
     * An election of one of three, up to the giving out; its definition. @param issuer its key, so that none is made
     */
    Definition issuing(PollId poll, KeyPair issuer) {
        var lines = IntStream.rangeClosed(1, 3)
                .mapToObj(n -> new SheetLine(new LineId("l" + n), "Ông " + n, null, null))
                .toList();
        var sheet = new BallotSheet("election", "Bầu Trưởng ban", 1, lines);
        follower.issuers().keep(name(poll), issuer);
        must(SECRETARY, new PollCommand.PreparePoll(poll, ITEM, BallotForm.SECRET_ELECTRONIC, sheet, null));
        var tellers = people().subList(0, 3);
        must(SECRETARY, new PollCommand.NameTellers(poll, tellers, tellers.getFirst(), null));
        must(CHAIR, new PollCommand.IssueSheets(poll, null));
        await(poll, BoxPhase.ISSUE);
        return definition(poll);
    }

    /** What the journal says that the poll is. */
    Definition definition(PollId poll) {
        return Definition.read(defined(poll).text().getBytes(StandardCharsets.UTF_8));
    }

    private Electronic.Defined defined(PollId poll) {
        return Objects.requireNonNull(electronic(poll).defined());
    }

    Answer take(PollId poll, PersonId person, byte[] blinded) {
        return take(poll, defined(poll).hash(), person, blinded, person);
    }

    /** The tablet of another signs. */
    Answer takeSignedBy(PollId poll, PersonId person, byte[] blinded, PersonId signer) {
        return take(poll, defined(poll).hash(), person, blinded, signer);
    }

    /** For another poll's definition. */
    Answer takeFor(PollId poll, String definition, PersonId person, byte[] blinded) {
        return take(poll, definition, person, blinded, person);
    }

    /** Somebody who is not of this hall, with the first one's tablet. */
    Answer takeAs(PollId poll, PersonId stranger, byte[] blinded) {
        return take(poll, defined(poll).hash(), stranger, blinded, people().getFirst());
    }

    private Answer take(PollId poll, String definition, PersonId person, byte[] blinded, PersonId signer) {
        var text = Base64.getEncoder().encodeToString(blinded);
        var signature = signed(signer, Taken.text(definition, person.value(), text));
        return asDelegate(person, new PollCommand.TakeBallot(poll, definition, text, signature));
    }

    Answer asDelegate(PersonId person, PollCommand command) {
        return ask(delegate(person), new HallCommand.OfPolls(command));
    }

    /** As {@code GET …/token} does it. */
    byte[] token(PollId poll, PersonId person) {
        var definition = definition(poll);
        var taken = electronic(poll).taken();
        var ballot = Objects.requireNonNull(taken.get(person));
        var electorate = DefinitionWriter.electorate(defined(poll).electorate());
        return new Issuer(definition, electorate, follower.issuers(), new JournalledTakers(definition.poll(), taken))
                .issue(person.value(), definition.hash(), bytes(ballot.blinded()), bytes(ballot.signature()));
    }

    void stored(PollId poll, PersonId person) {
        must(delegate(person), new PollCommand.ConfirmStored(poll));
    }

    /** Two tellers, and then until the box has done it. */
    void step(PollId poll, BoxPhase to) {
        for (var teller : people().subList(0, 2)) must(delegate(teller), approval(poll, teller, to));
        await(poll, to);
    }

    PollCommand approval(PollId poll, PersonId teller, BoxPhase to) {
        var issued = electronic(poll).issued();
        var signature = signed(teller, Step.text(defined(poll).hash(), to.name(), issued));
        return new PollCommand.ApproveStep(poll, to, issued, signature);
    }

    void declare(PollId poll) {
        must(CHAIR, new PollCommand.DeclarePoll(poll));
    }

    Published board(PollId poll) {
        return follower.boards().find(name(poll)).orElseThrow();
    }

    static String name(PollId poll) {
        return BoxName.of(SESSION, poll);
    }

    private String signed(PersonId person, byte[] text) {
        var pair = Objects.requireNonNull(tablets.get(person));
        return Base64.getEncoder().encodeToString(Tablet.sign(pair, text));
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    // commands -------------------------------------------------------------------------------------------------

    Electronic electronic(PollId poll) {
        return Objects.requireNonNull(poll(poll).electronic());
    }

    private Poll poll(PollId poll) {
        return lane.hall().polls().find(poll).orElseThrow();
    }

    private void await(PollId poll, BoxPhase phase) {
        until(now -> electronic(poll).phase() == phase);
    }

    private void until(Predicate<PollHall> enough) {
        var end = System.nanoTime() + 300_000_000_000L;
        synchronized (heard) {
            while (!enough.test(this)) {
                if (System.nanoTime() > end) throw new AssertionError("the ballot box does not follow");
                try {
                    heard.wait(1_000);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(stopped);
                }
            }
        }
    }

    private Answer ask(Actor actor, HallCommand command) {
        return lane.submit(new Order(new CommandId("c" + commands.incrementAndGet()), actor, command))
                .await();
    }

    private void must(Actor actor, PollCommand command) {
        must(actor, new HallCommand.OfPolls(command));
    }

    private void must(Actor actor, HallCommand command) {
        if (!(ask(actor, command) instanceof Answer.Done)) throw new AssertionError(command);
    }

    @Override
    public void close() throws InterruptedException {
        follower.close();
        lanes.close();
        orders.close();
        endpoint.close();
        vertx.close().await();
        store.close();
    }
}
