package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.embedded.EmbeddedStore;
import plenum.server.journal.MongoJournal;
import plenum.server.journal.MongoSnapshots;
import plenum.server.kernel.Audience;
import plenum.server.kernel.CommandId;
import plenum.server.platform.Mongo;

/** A session over the real store, before and after the server stopped. */
class RestartTest {
    @Test
    void stateViewsAndAnswersAreTheSameAfterARestart(@TempDir Path directory) throws Exception {
        var sent = new ArrayList<Order>();
        try (var store = EmbeddedStore.open(directory);
                var mongo = Mongo.open(store.connectionString())) {
            var unused = mongo.index("journal", Mongo.IndexKind.REPEATABLE, "session", "last")
                    .await();
            Hall before;
            List<Answer> answers;
            try (var lanes = lanes(mongo)) {
                var lane = lanes.prepare(Scenario.SESSION, Scenario.SECRETARY, Scenario.prepared(6, Scenario.rules(6)));
                var orders = new RandomOrders(7, 6, () -> Instant.EPOCH, lane::hall);
                Stream.generate(orders::next).limit(900).forEach(sent::add);
                var asked = sent.stream().map(lane::submit).toList();
                answers = asked.stream().map(RestartTest::answer).toList();
                before = lane.hall();
            }
            try (var lanes = lanes(mongo)) {
                var lane = lanes.lane(Scenario.SESSION);
                assertThat(lane.hall()).isEqualTo(before);
                for (var audience : Audience.values()) {
                    assertThat(HallViews.parts(lane.hall(), audience)).isEqualTo(HallViews.parts(before, audience));
                }
                for (var n = 0; n < sent.size(); n++) {
                    var order = sent.get(n);
                    if (remembered(before, order)) {
                        assertThat(answer(lane.submit(order))).isEqualTo(answers.get(n));
                    }
                }
                assertThat(lane.hall()).isEqualTo(before);
            }
        }
    }

    private static boolean remembered(Hall hall, Order order) {
        return hall.recent()
                .seqOf(order.actor().person(), new CommandId(order.id().value()))
                .isPresent();
    }

    private static Lanes lanes(Mongo mongo) {
        return new Lanes(
                new MongoJournal(mongo.collection("journal"), Events.codec()),
                new MongoSnapshots(mongo.collection("snapshots")),
                () -> Scenario.START,
                List.of());
    }

    private static Answer answer(Future<Answer> asked) {
        return asked.toCompletionStage().toCompletableFuture().join();
    }
}
