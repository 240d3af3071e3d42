package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import plenum.server.journal.JournalLine;
import plenum.server.kernel.Audience;
import plenum.server.platform.Json;

/** Every view, as the house writes it, is what openapi.yaml promises. */
class ViewContractTest {
    @Test
    void everyViewOfRandomSessionsFitsTheContract() throws IOException {
        var contract = new ContractSchema();
        var fields = new HashSet<String>();
        for (var seed = 1_000; seed < 1_030; seed++) {
            try (var scenario = new Scenario(6, Matters.in(Scenario.rules(6))).voting(5)) {
                var orders = new RandomOrders(seed, 6, scenario::now, scenario::hall);
                for (var n = 0; n < 300; n++) {
                    var order = orders.next();
                    var unused = scenario.ask(order.id().value(), order.actor(), order.command());
                    if (n % 10 == 0) {
                        check(contract, scenario.hall(), fields);
                    }
                }
                for (var line : scenario.journal.lines(Scenario.SESSION, 0, 1_000)) {
                    checkLine(contract, HallViews.line(scenario.hall(), line));
                }
            }
        }
        assertThat(fields)
                .contains(
                        "ballots",
                        "voters",
                        "result",
                        "speech",
                        "code",
                        "method",
                        "voidReason",
                        "voteId",
                        "pollId",
                        "lines");
    }

    private static void check(ContractSchema contract, Hall hall, HashSet<String> fields) {
        for (var audience : Audience.values()) {
            var parts = Json.node(HallViews.parts(hall, audience));
            assertThat(contract.faults("Parts", parts)).as(audience.name()).isEmpty();
            parts.findParents("voteId").forEach(parent -> parent.fieldNames().forEachRemaining(fields::add));
            parts.findParents("pollId").forEach(parent -> parent.fieldNames().forEachRemaining(fields::add));
            parts.findParents("sittingId").forEach(parent -> parent.fieldNames().forEachRemaining(fields::add));
            parts.path("floor").fieldNames().forEachRemaining(fields::add);
        }
        for (var member : hall.roster().members()) {
            var me = Json.node(HallViews.me(hall, member.personId()));
            assertThat(contract.faults("MeView", me)).isEmpty();
        }
    }

    private static void checkLine(ContractSchema contract, JournalLine line) {
        var json = (ObjectNode) Json.node(line);
        var unused = json.putObject("data");
        assertThat(contract.faults("JournalEntry", json)).isEmpty();
    }
}
