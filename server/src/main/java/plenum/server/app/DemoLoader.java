package plenum.server.app;

import io.vertx.core.Future;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.agenda.AgendaCommand.AddItem;
import plenum.server.agenda.ItemFacts;
import plenum.server.agenda.ItemKind;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.Reach;
import plenum.server.demo.DemoItem;
import plenum.server.demo.DemoPaper;
import plenum.server.demo.DemoProvince;
import plenum.server.demo.DemoSession;
import plenum.server.demo.DemoSitting;
import plenum.server.documents.FileName;
import plenum.server.documents.PaperDesk;
import plenum.server.documents.PaperWish;
import plenum.server.drafts.PreparationDesk;
import plenum.server.hall.Answer;
import plenum.server.hall.HallCommand;
import plenum.server.hall.HallCommand.OfAgenda;
import plenum.server.hall.HallCommand.OfSitting;
import plenum.server.hall.HallCommand.OfVoting;
import plenum.server.hall.Lanes;
import plenum.server.hall.Order;
import plenum.server.hall.SessionLane;
import plenum.server.identity.Identity;
import plenum.server.kernel.Actor;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.UnitId;
import plenum.server.kernel.VoteId;
import plenum.server.sessions.NewSession;
import plenum.server.sessions.SessionDesk;
import plenum.server.sitting.SessionKind;
import plenum.server.sitting.SittingCommand.PlanSitting;
import plenum.server.sitting.SittingCommand.PublishSession;
import plenum.server.units.RegisterDesk;
import plenum.server.voting.VotingCommand.PrepareVote;

/**
 * Loads the demo province through the same desks and the same hall as everyone, as the demo's secretaries. Ids of
 * commands are fixed, so that a load that was cut off goes on where it stopped.
 */
final class DemoLoader {
    static final String PASSWORD = "plenum-demo-2026";

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String SECRETARY = "thuky";
    private static final String CONFERENCE_SECRETARY = "thukyub";
    private static final int DAYS_TO_PREPARE = 7;

    private final RegisterDesk registers;
    private final Identity identity;
    private final SessionDesk sessions;
    private final Lanes lanes;
    private final PaperDesk papers;
    private final PreparationDesk preparation;
    private final Path printed;

    /** @param printed directory with papers that the build has printed; those that are missing are printed now */
    DemoLoader(
            RegisterDesk registers,
            Identity identity,
            SessionDesk sessions,
            Lanes lanes,
            PaperDesk papers,
            PreparationDesk preparation,
            Path printed) {
        this.registers = registers;
        this.identity = identity;
        this.sessions = sessions;
        this.lanes = lanes;
        this.papers = papers;
        this.preparation = preparation;
        this.printed = printed;
    }

    void load() throws IOException {
        if (sessions.place(DemoProvince.SESSION).filter(place -> !place.draft()).isPresent()) {
            return;
        }
        LOG.info("loading the demo province");
        var hash = CompletableFuture.supplyAsync(() -> identity.passwords().hash(PASSWORD), Thread::startVirtualThread);
        var province = DemoProvince.load();
        registers.importAll(DemoRegister.of(province, hash.join()), new PersonId("demo"), "");
        var conference = province.conference();
        var host = actor(province, CONFERENCE_SECRETARY);
        prepare(conference.session(), host, SessionKind.THEMATIC);
        var lane = lanes.lane(conference.session().id());
        give(lane, publish(host));
        new DemoPoints(province, identity.unitDesk()).orders(host).forEach(wave -> give(lane, wave));
        var secretary = actor(province, SECRETARY);
        prepare(province.session(), secretary, SessionKind.REGULAR);
        ask(province.session(), secretary);
        give(lanes.lane(province.session().id()), publish(secretary));
    }

    private static Actor actor(DemoProvince province, String username) {
        return province.people().stream()
                .filter(person -> person.username().equals(username))
                .map(person -> new Actor(person.id(), person.name(), person.grants()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Order> publish(Actor by) {
        return List.of(order(by, "publish", new OfSitting(new PublishSession())));
    }

    /** All but publishing it. */
    private void prepare(DemoSession session, Actor by, SessionKind kind) throws IOException {
        var unused = sessions.prepare(
                by, new NewSession(session.id(), session.body(), session.title(), session.number(), kind, null));
        var lane = lanes.lane(session.id());
        var orders = new ArrayList<Order>();
        for (var sitting : session.sittings()) {
            orders.add(order(by, "sitting-" + sitting.id(), new OfSitting(plan(sitting))));
        }
        var children = new HashMap<String, Integer>();
        for (var item : session.items()) {
            var parent = item.parent() == null ? "" : item.parent().value();
            var place = children.merge(parent, 1, Integer::sum) - 1;
            orders.add(order(by, "item-" + item.id(), new OfAgenda(add(item, item.parent(), place))));
        }
        give(lane, orders);
        for (var paper : session.papers()) {
            attach(session, by, paper);
        }
        give(lane, votes(session, by));
    }

    private static List<Order> votes(DemoSession session, Actor by) {
        var orders = new ArrayList<Order>();
        for (var item : session.items()) {
            if (item.resolution() != null) {
                var prepared = new PrepareVote(new VoteId("bq-" + item.id()), item.id(), item.resolution());
                orders.add(order(by, "vote-" + item.id(), new OfVoting(prepared)));
            }
        }
        return orders;
    }

    /** Two units have something to do from the first start. */
    private void ask(DemoSession session, Actor by) {
        var due = identity.unitDesk().today().plusDays(DAYS_TO_PREPARE);
        for (var unit : List.of("11-so-tai-chinh", "11-ban-kt-ns")) {
            preparation.assign(
                    by,
                    session.id(),
                    new ItemId("nq2"),
                    new UnitId(unit),
                    due,
                    "Phụ lục số liệu cập nhật, có ký số",
                    "");
        }
    }

    private static PlanSitting plan(DemoSitting sitting) {
        var day = sitting.startsAt().toLocalDate();
        return new PlanSitting(
                sitting.id(),
                sitting.title(),
                day,
                sitting.startsAt().atZone(HERE).toInstant());
    }

    private static AddItem add(DemoItem item, @Nullable ItemId parent, int place) {
        var presenter = item.presenter().isBlank() ? null : item.presenter();
        return new AddItem(
                item.id(),
                parent,
                place,
                new ItemFacts(
                        item.title(),
                        ItemKind.valueOf(item.kind().name()),
                        presenter,
                        item.minutes(),
                        item.sitting(),
                        false,
                        item.resolution()));
    }

    private void attach(DemoSession session, Actor by, DemoPaper paper) throws IOException {
        var wish = new PaperWish(
                paper.id(),
                paper.item(),
                new PaperFacts(
                        paper.title(),
                        PaperKind.valueOf(paper.kind().name()),
                        paper.number().isEmpty() ? null : paper.number()),
                Reach.EVERYONE,
                FileName.of(paper.fileName()),
                null,
                "");
        try (var file = content(paper)) {
            var unused = papers.attach(by, session.id(), wish, () -> file);
        }
    }

    private InputStream content(DemoPaper paper) throws IOException {
        var file = printed.resolve(paper.fileName());
        return Files.exists(file) ? Files.newInputStream(file) : new ByteArrayInputStream(paper.pdf());
    }

    static Order order(Actor by, String id, HallCommand command) {
        return new Order(new CommandId("demo-" + id), by, command);
    }

    /** All at once; the lane takes them in this order and writes what has gathered as one batch. */
    private static void give(SessionLane lane, List<Order> orders) {
        var answers = new ArrayList<Future<Answer>>();
        orders.forEach(order -> answers.add(lane.submit(order)));
        for (var answer : answers) {
            if (answer.await() instanceof Answer.Refused refused) {
                throw new Refusal(refused.problem());
            }
        }
    }
}
