package plenum.server.units;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.server.platform.Json;
import plenum.server.testkit.House;

class RulesDeskTest {
    private static final String RULES = "/api/bodies/hdnd-11/rule-sets";
    private House house;

    @BeforeEach
    void open() {
        house = new House(Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theRulesThatCameWithTheRegisterAreTheFirstVersion() {
        var history = house.as("unit-admin", "GET", RULES, "");
        assertThat(House.text(history, "/bodyName")).isEqualTo("HĐND tỉnh Điện Biên");
        assertThat(House.text(history, "/versions/0/version")).isEqualTo("1");
        assertThat(House.text(history, "/versions/0/state")).isEqualTo("IN_FORCE");
        assertThat(House.text(history, "/versions/0/ballots/matters/0/code")).isEqualTo("resolution");
    }

    @Test
    void aSaveIsTheNextVersionAndTheFirstStaysAsItWas() {
        var before = House.text(history(), "/versions/0/citation");
        var saved = write(draft -> draft.put("citation", "Quy chế mới").put("speechSeconds", 300));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(House.text(saved, "/versions/0/version")).isEqualTo("2");
        assertThat(House.text(saved, "/versions/0/state")).isEqualTo("IN_FORCE");
        assertThat(House.text(saved, "/versions/0/writtenBy")).isEqualTo("Người unit-admin");
        assertThat(House.text(saved, "/versions/1/state")).isEqualTo("PAST");
        assertThat(House.text(saved, "/versions/1/citation")).isEqualTo(before);
        assertThat(house.audit.newest(3)).anyMatch(line -> line.action().equals("units.rules-written"));
    }

    @Test
    void aSessionGetsTheVersionThatHoldsOnTheDayItIsPrepared() {
        prepared("ky-hop-truoc");
        var unused = write(draft -> draft.put("citation", "Quy chế mới"));
        prepared("ky-hop-sau");
        assertThat(rulesOf("ky-hop-truoc")).isEqualTo("Luật Tổ chức chính quyền địa phương");
        assertThat(rulesOf("ky-hop-sau")).isEqualTo("Quy chế mới");
    }

    @Test
    void aVersionWithALaterDayWaitsForIt() {
        var unused = write(draft -> draft.put("citation", "Từ năm sau").put("validFrom", "2099-01-01"));
        assertThat(House.text(history(), "/versions/0/state")).isEqualTo("COMING");
        assertThat(House.text(house.as("chair", "GET", "/api/bodies/hdnd-11/rules", ""), "/version"))
                .isEqualTo("1");
    }

    @Test
    void aVersionIsWithdrawnBeforeItsDayAndStaysInTheHistory() {
        var unused = write(draft -> draft.put("validFrom", "2099-01-01"));
        var withdrawn = house.as("unit-admin", "DELETE", RULES + "/2", "");
        assertThat(House.text(withdrawn, "/versions/0/state")).isEqualTo("WITHDRAWN");
        assertThat(House.text(withdrawn, "/versions/0/withdrawnBy")).isEqualTo("Người unit-admin");
        assertThat(house.as("unit-admin", "DELETE", RULES + "/2", "").statusCode())
                .isEqualTo(409);
        assertThat(house.audit.newest(3)).anyMatch(line -> line.action().equals("units.rules-withdrawn"));
    }

    @Test
    void theNumberOfAWithdrawnVersionIsNotUsedAgain() {
        var first = write(draft -> draft.put("validFrom", "2099-01-01"));
        var withdrawn = house.as("unit-admin", "DELETE", RULES + "/2", "");
        assertThat(first.statusCode()).isEqualTo(withdrawn.statusCode());
        assertThat(House.text(write(draft -> draft.put("base", 2)), "/versions/0/version"))
                .isEqualTo("3");
    }

    @Test
    void aVersionInForceIsNotWithdrawn() {
        var refused = house.as("unit-admin", "DELETE", RULES + "/1", "");
        assertThat(House.text(refused, "/code")).isEqualTo("units:rules-in-force");
        assertThat(house.as("unit-admin", "DELETE", RULES + "/7", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoWritesOnAnOldVersionHearsThatSomebodyWasFaster() {
        assertThat(write(draft -> draft.put("citation", "Một")).statusCode()).isEqualTo(200);
        var late = write(draft -> draft.put("citation", "Hai").put("base", 1));
        assertThat(House.text(late, "/code")).isEqualTo("units:rules-changed");
        assertThat(House.text(history(), "/versions/0/citation")).isEqualTo("Một");
    }

    @Test
    void aFaultIsNamedByThePreviewAndRefusedByTheSave() {
        Consumer<ObjectNode> blank = draft -> draft.put("citation", " ");
        var preview = house.as("unit-admin", "POST", RULES + "/preview", draft(blank));
        assertThat(House.text(preview, "/faults/0/path")).isEqualTo("citation");
        assertThat(House.text(preview, "/faults/0/kind")).isEqualTo("CITATION_EMPTY");
        assertThat(House.text(write(blank), "/code")).isEqualTo("units:rules-unfit");
    }

    @Test
    void thePreviewSaysWhatItTakesBeforeAndAfterAndWhichSessionsKeepTheOldRules() {
        prepared("ky-hop-truoc");
        var preview = house.as("unit-admin", "POST", RULES + "/preview", draft(draft -> {
            draft.put("totalMembers", 60);
            ((ObjectNode) draft.at("/ballots/matters/0/pass"))
                    .put("numerator", 2)
                    .put("denominator", 3)
                    .put("strict", false);
        }));
        assertThat(House.text(preview, "/totalBefore")).isEqualTo("2");
        assertThat(House.text(preview, "/totalAfter")).isEqualTo("60");
        assertThat(House.text(preview, "/matters/0/before")).isEqualTo("2");
        assertThat(House.text(preview, "/matters/0/after")).isEqualTo("40");
        assertThat(House.text(preview, "/quorum/after")).isEqualTo("40");
        assertThat(House.text(preview, "/sessions/0/sessionId")).isEqualTo("ky-hop-truoc");
        assertThat(House.text(preview, "/sessions/0/version")).isEqualTo("1");
        assertThat(House.text(history(), "/versions/0/version"))
                .as("nothing is written")
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secretary", "chair", "delegate"})
    void whoAdministersNothingMayNotEvenLook(String person) {
        assertThat(house.as(person, "GET", RULES, "").statusCode()).isEqualTo(403);
        assertThat(house.as(person, "POST", RULES, draft(draft -> {})).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theCouncilOfAnotherUnitDoesNotExistForTheAdministrator() {
        var other = house.as("unit-admin", "GET", "/api/bodies/hdnd-12/rule-sets", "");
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.body()).doesNotContain("Lai Châu");
        assertThat(house.as("unit-admin", "GET", "/api/units/12/bodies", "").statusCode())
                .isEqualTo(404);
        assertThat(house.as("unit-admin", "POST", "/api/bodies/hdnd-12/rule-sets", draft(draft -> {}))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aUnitHasItsOwnBodies() {
        var bodies = house.as("unit-admin", "GET", "/api/units/11/bodies", "");
        assertThat(House.text(bodies, "/0/bodyId")).isEqualTo("hdnd-11");
        assertThat(Json.tree(bodies.body())).hasSize(1);
    }

    @Test
    void aRegisterCannotRewriteAVersion() {
        var row = (ObjectNode) Json.node(House.register().ruleSets().getFirst());
        row.remove(java.util.List.of("totalMembers", "ballots", "written", "withdrawn"));
        assertThat(imported(row).statusCode()).as("the same again").isEqualTo(200);
        var other = imported(row.put("citation", "Sửa lén"));
        assertThat(House.text(other, "/code")).isEqualTo("units:rules-written");
        assertThat(House.text(history(), "/versions/0/citation")).isEqualTo("Luật Tổ chức chính quyền địa phương");
    }

    private HttpResponse<String> imported(ObjectNode row) {
        return house.as("admin", "POST", "/api/admin/import", "{\"ruleSets\":[" + row + "]}");
    }

    private HttpResponse<String> history() {
        return house.as("unit-admin", "GET", RULES, "");
    }

    private HttpResponse<String> write(Consumer<ObjectNode> change) {
        return house.as("unit-admin", "POST", RULES, draft(change));
    }

    /** The version that is in force, changed. */
    private String draft(Consumer<ObjectNode> change) {
        var newest = (ObjectNode) Json.tree(history().body()).at("/versions/0");
        var draft = newest.retain("citation", "quorum", "speechSeconds", "ballots")
                .put("base", 1)
                .put("validFrom", house.identity.unitDesk().today().toString());
        ((ObjectNode) draft.at("/ballots")).put("tellersLeast", 2).put("secretLeast", 2);
        ((ObjectNode) draft.at("/ballots/matters/0")).put("citation", "Điều 91");
        change.accept(draft);
        return draft.toString();
    }

    private void prepared(String session) {
        var json = Json.text(
                Map.of("sessionId", session, "bodyId", "hdnd-11", "title", session, "number", 3, "kind", "REGULAR"));
        assertThat(house.as("secretary", "POST", "/api/sessions", json).statusCode())
                .isEqualTo(201);
    }

    private String rulesOf(String session) {
        return House.text(
                house.as("secretary", "GET", "/api/sessions/" + session + "/state?as=control", ""),
                "/parts/session/rules/citation");
    }
}
