package plenum.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.drafts.DraftHouse.AT;
import static plenum.server.drafts.DraftHouse.FINANCE;
import static plenum.server.drafts.DraftHouse.HEALTH;
import static plenum.server.drafts.DraftHouse.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.Reach;
import plenum.server.documents.FileName;
import plenum.server.documents.PaperWish;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.platform.Json;
import plenum.server.testkit.Council;
import plenum.server.testkit.House;

/** Papers that units prepare, from the assignment to the publication: over HTTP. */
final class DraftsTest {
    private static final byte[] FIRST = pdf(2);
    private static final byte[] SECOND = pdf(3);
    private static final String PREPARER = "p-so-tc";
    private static final String HEAD = "h-so-tc";
    private static DraftHouse drafts;
    private static int tests;
    private String id;

    @BeforeAll
    static void open() throws IOException {
        drafts = new DraftHouse();
        assertThat(drafts.assign("secretary", "ns", FINANCE, drafts.today().plusDays(3))
                        .statusCode())
                .isEqualTo(204);
    }

    @BeforeEach
    void begin() {
        id = "n" + ++tests;
    }

    @AfterAll
    static void close() throws Exception {
        drafts.close();
    }

    @Test
    void goesFromItsUnitToItsHeadToTheSecretaryAndBecomesAPaper() {
        saved();
        assertThat(state(drafts.move(PREPARER, id, "SUBMIT", 1, ""))).isEqualTo("SUBMITTED");
        assertThat(state(drafts.move(HEAD, id, "APPROVE", 2, ""))).isEqualTo("APPROVED");
        var published = drafts.publish(id, 3, "");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
        assertThat(House.text(published, "/title")).isEqualTo("Tờ trình " + id);
        assertThat(House.text(published, "/issuer")).isEqualTo("Sở Tài chính");
        assertThat(paper("secretary").statusCode()).isEqualTo(200);
        assertThat(drafts.own(PREPARER).toString()).contains("\"PUBLISHED\"");
        assertThat(drafts.publish(id, 3, "").statusCode()).as("once more").isEqualTo(201);
        assertThat(code(drafts.move("secretary", id, "REJECT", 4, "Nhầm"))).isEqualTo("drafts:not-submitted");
    }

    @Test
    void isSentBackWithAReasonThatItsPreparerSeesAndIsHandedInAgain() {
        saved();
        assertThat(state(drafts.move(PREPARER, id, "SUBMIT", 1, ""))).isEqualTo("SUBMITTED");
        assertThat(code(drafts.move(HEAD, id, "REJECT", 2, ""))).isEqualTo("drafts:reason-missing");
        assertThat(state(drafts.move(HEAD, id, "REJECT", 2, "Thiếu phụ lục"))).isEqualTo("REJECTED");
        assertThat(draft(PREPARER).at("/reason").asText()).isEqualTo("Thiếu phụ lục");
        var again = drafts.save(PREPARER, id, "ns", FINANCE, SECOND, "&revision=3");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(Json.tree(again.body()).at("/pages").asInt()).isEqualTo(3);
        assertThat(state(drafts.move(PREPARER, id, "SUBMIT", 4, ""))).isEqualTo("SUBMITTED");
        assertThat(draft(PREPARER).at("/reason").isMissingNode()).isTrue();
        assertThat(draft(PREPARER).findValuesAsText("step"))
                .containsExactly("UPLOAD", "SUBMIT", "REJECT", "REPLACE", "SUBMIT");
    }

    @Test
    void anApprovedOneIsSentBackByTheSecretaryUntilItIsPublished() {
        approved();
        assertThat(state(drafts.move("secretary", id, "REJECT", 3, "Chưa ký số")))
                .isEqualTo("REJECTED");
        assertThat(code(drafts.publish(id, 4, ""))).isEqualTo("drafts:no-such-draft");
        assertThat(paper("secretary").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyApprovesOrPublishesWhatNobodyHasLookedAt() {
        saved();
        assertThat(state(drafts.move(PREPARER, id, "SUBMIT", 1, ""))).isEqualTo("SUBMITTED");
        assertThat(state(drafts.move(PREPARER, id, "TAKE_BACK", 2, ""))).isEqualTo("DRAFT");
        assertThat(drafts.save(PREPARER, id, "ns", FINANCE, SECOND, "&revision=3")
                        .statusCode())
                .isEqualTo(201);
        assertThat(state(drafts.move(PREPARER, id, "SUBMIT", 4, ""))).isEqualTo("SUBMITTED");
        assertThat(code(drafts.move(HEAD, id, "APPROVE", 2, ""))).isEqualTo("drafts:changed");
        assertThat(state(drafts.move(HEAD, id, "APPROVE", 5, ""))).isEqualTo("APPROVED");
        assertThat(code(drafts.publish(id, 3, ""))).isEqualTo("drafts:changed");
    }

    @Test
    void isChangedByItsUnitOnlyWhileItIsInWork() {
        saved();
        var facts = "{\"revision\":1,\"title\":\"Dự thảo\",\"kind\":\"DRAFT_RESOLUTION\",\"number\":\"12/TTr-STC\","
                + "\"issuer\":\"Sở Tài chính\",\"summary\":\"Về dự toán\"}";
        var edited = drafts.house.as(PREPARER, "PATCH", AT + "/drafts/" + id, facts);
        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
        assertThat(House.text(edited, "/summary")).isEqualTo("Về dự toán");
        assertThat(state(drafts.move(PREPARER, id, "SUBMIT", 2, ""))).isEqualTo("SUBMITTED");
        var late = drafts.house.as(
                PREPARER,
                "PATCH",
                AT + "/drafts/" + id,
                facts.replace("Dự thảo", "Khác").replace(":1,", ":3,"));
        assertThat(code(late)).isEqualTo("drafts:not-in-work");
        assertThat(code(drafts.save(PREPARER, id, "ns", FINANCE, SECOND, "&revision=3")))
                .isEqualTo("drafts:not-in-work");
        assertThat(code(dropped(PREPARER, 3))).isEqualTo("drafts:not-in-work");
        assertThat(state(drafts.move(PREPARER, id, "TAKE_BACK", 3, ""))).isEqualTo("DRAFT");
        assertThat(dropped(PREPARER, 4).statusCode()).isEqualTo(204);
        assertThat(drafts.content(PREPARER, id).statusCode()).isEqualTo(404);
    }

    @Test
    void doesNotExistForAnyoneElse() {
        saved();
        for (var person : List.of("secretary", "chair", "delegate", "guest", "neighbour", "p-so-yt", "h-so-yt")) {
            assertThat(code(drafts.content(person, id))).as(person).isEqualTo("drafts:no-such-draft");
            assertThat(code(drafts.move(person, id, "APPROVE", 1, "")))
                    .as(person)
                    .isEqualTo("drafts:no-such-draft");
            assertThat(code(dropped(person, 1))).as(person).isEqualTo("drafts:no-such-draft");
        }
        assertThat(drafts.board().at("/drafts").toString()).doesNotContain("\"" + id + "\"");
        assertThat(paper("secretary").statusCode()).isEqualTo(404);
        assertThat(drafts.papers.mayOpen(Council.SECRETARY, Council.SESSION, new PaperId(id)))
                .as("what notes, search and renditions ask")
                .isFalse();
        var state = drafts.house.as("secretary", "GET", AT + "/state?as=control", "");
        assertThat(state.body()).as("what tablets and packs go by").doesNotContain("\"" + id + "\"");
        assertThat(drafts.own("p-so-yt").at("/tasks").isEmpty()).isTrue();
    }

    @Test
    void isReadByTheSecretaryOnceItIsHandedInAndByNobodyElse() {
        saved();
        assertThat(state(drafts.move(PREPARER, id, "SUBMIT", 1, ""))).isEqualTo("SUBMITTED");
        for (var person : List.of(PREPARER, HEAD, "secretary")) {
            assertThat(drafts.content(person, id).statusCode()).as(person).isEqualTo(200);
        }
        for (var person : List.of("chair", "delegate", "guest", "neighbour", "p-so-yt")) {
            assertThat(drafts.content(person, id).statusCode()).as(person).isEqualTo(404);
        }
        assertThat(drafts.board().at("/drafts").toString()).contains("\"" + id + "\"");
        assertThat(paper("secretary").statusCode()).isEqualTo(404);
    }

    @Test
    void aPreparerDoesNotApproveAndAHeadDoesNotWrite() {
        saved();
        assertThat(state(drafts.move(PREPARER, id, "SUBMIT", 1, ""))).isEqualTo("SUBMITTED");
        assertThat(code(drafts.move(PREPARER, id, "APPROVE", 2, ""))).isEqualTo("access:not-permitted");
        assertThat(code(drafts.move(HEAD, id, "TAKE_BACK", 2, ""))).isEqualTo("access:not-permitted");
        assertThat(drafts.save(HEAD, id + "h", "ns", FINANCE, FIRST, "").statusCode())
                .isEqualTo(404);
        assertThat(state(drafts.move("secretary", id, "APPROVE", 2, "")))
                .as("in the head's place")
                .isEqualTo("APPROVED");
    }

    @Test
    void aUnitBringsPapersOnlyForWhatItIsAskedFor() {
        assertThat(code(drafts.save(PREPARER, id, "dt", FINANCE, FIRST, ""))).isEqualTo("drafts:not-assigned");
        assertThat(code(drafts.save(PREPARER, id, "ns", HEALTH, FIRST, ""))).isEqualTo("drafts:not-assigned");
        assertThat(code(drafts.save("p-so-yt", id, "ns", HEALTH, FIRST, ""))).isEqualTo("drafts:no-such-draft");
        assertThat(code(drafts.piece("p-so-yt", id, 0, FIRST))).isEqualTo("drafts:no-such-draft");
        assertThat(code(drafts.piece("secretary", id, 0, FIRST))).isEqualTo("drafts:no-such-draft");
    }

    @Test
    void aBrokenUploadGoesOnAndABadFileLeavesNothing() {
        var half = FIRST.length / 2;
        assertThat(drafts.piece(PREPARER, id, 0, Arrays.copyOf(FIRST, half)).statusCode())
                .isEqualTo(200);
        var there = drafts.house.as(PREPARER, "GET", AT + "/draft-uploads/" + id, "");
        assertThat(Json.tree(there.body()).at("/bytes").asInt()).isEqualTo(half);
        assertThat(drafts.piece(PREPARER, id, half, Arrays.copyOfRange(FIRST, half, FIRST.length))
                        .statusCode())
                .isEqualTo(200);
        var saved = drafts.save(PREPARER, id, "ns", FINANCE, new byte[0], "&upload=" + id);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
        assertThat(Json.tree(saved.body()).at("/bytes").asInt()).isEqualTo(FIRST.length);
        assertThat(code(drafts.save(PREPARER, id + "b", "ns", FINANCE, Arrays.copyOf(FIRST, half), "")))
                .isEqualTo("papers:damaged");
        assertThat(drafts.content(PREPARER, id + "b").statusCode()).isEqualTo(404);
    }

    @Test
    void theSameFileAgainIsTheSameDraft() {
        saved();
        assertThat(drafts.save(PREPARER, id, "ns", FINANCE, FIRST, "").statusCode())
                .isEqualTo(201);
        assertThat(draft(PREPARER).at("/revision").asInt()).isEqualTo(1);
        assertThat(code(drafts.save(PREPARER, id, "ns", FINANCE, SECOND, ""))).isEqualTo("drafts:changed");
    }

    @Test
    void aPaperMayBePublishedForAGroupOnlyOrAsTheNextVersionOfAnother() {
        approved();
        var group = ",\"reach\":{\"groups\":[\"Tổ đại biểu số 2\"],\"persons\":[],\"confidential\":false}";
        var first = drafts.publish(id, 3, group);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(House.text(first, "/reach/groups/0")).isEqualTo("Tổ đại biểu số 2");
        var paper = id;
        id = id + "v";
        saved(SECOND);
        assertThat(state(drafts.move(PREPARER, id, "SUBMIT", 1, ""))).isEqualTo("SUBMITTED");
        assertThat(state(drafts.move(HEAD, id, "APPROVE", 2, ""))).isEqualTo("APPROVED");
        var second = drafts.publish(id, 3, ",\"replaces\":\"" + paper + "\",\"version\":2");
        assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
        assertThat(House.text(second, "/paperId")).isEqualTo(paper);
        assertThat(Json.tree(second.body()).at("/version").asInt()).isEqualTo(2);
    }

    @Test
    void whatBecameAPaperJustBeforeTheServerStoppedIsPublished() throws IOException {
        approved();
        var wish = new PaperWish(
                new PaperId(id),
                new ItemId("ns"),
                new PaperFacts("Tờ trình", PaperKind.SUBMISSION, null),
                Reach.EVERYONE,
                FileName.of("a.pdf"),
                null,
                "");
        var unused =
                drafts.papers.attach(Council.SECRETARY, Council.SESSION, wish, () -> new ByteArrayInputStream(FIRST));
        assertThat(draft(PREPARER).at("/state").asText()).isEqualTo("PUBLISHED");
        assertThat(code(drafts.move("secretary", id, "REJECT", 3, "Muộn"))).isEqualTo("drafts:changed");
    }

    @Test
    void theSecretarySeesWhoHasGivenWhat() {
        assertThat(drafts.assign("secretary", "dt", HEALTH, drafts.today()).statusCode())
                .isEqualTo(204);
        var health = drafts.save("p-so-yt", id, "dt", HEALTH, FIRST, "");
        assertThat(health.statusCode()).as(health.body()).isEqualTo(201);
        var row = drafts.board().at("/assignments");
        assertThat(row.findValuesAsText("unitName")).contains("Sở Tài chính", "Sở Y tế");
        assertThat(row)
                .filteredOn(one -> one.at("/unitId").asText().equals(HEALTH))
                .singleElement()
                .satisfies(one -> assertThat(one.at("/working").asInt()).isEqualTo(1))
                .satisfies(one -> assertThat(one.at("/submitted").asInt()).isZero())
                .satisfies(one -> assertThat(one.at("/note").asText()).isEqualTo("Ký số"));
        assertThat(drafts.board().at("/units").findValuesAsText("name")).containsExactly("Sở Tài chính", "Sở Y tế");
        var drop = AT + "/preparation/dt/" + HEALTH;
        assertThat(code(drafts.house.as("secretary", "DELETE", drop, ""))).isEqualTo("drafts:has-drafts");
        assertThat(drafts.house
                        .as("p-so-yt", "DELETE", AT + "/drafts/" + id + "?revision=1", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(drafts.house.as("secretary", "DELETE", drop, "").statusCode())
                .isEqualTo(204);
        assertThat(drafts.own("p-so-yt").at("/tasks").isEmpty()).isTrue();
    }

    @Test
    void onlyTheSecretaryAsksAndOnlyUnitsThatCanPrepareAndForTheFuture() {
        var day = drafts.today().plusDays(1);
        for (var person : List.of("delegate", "guest", "neighbour", PREPARER)) {
            assertThat(drafts.assign(person, "ns", HEALTH, day).statusCode())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(drafts.assign("chair", "ns", HEALTH, day).statusCode()).isEqualTo(403);
        assertThat(code(drafts.assign("secretary", "ns", "03127", day))).isEqualTo("drafts:no-such-unit");
        assertThat(code(drafts.assign("secretary", "none", HEALTH, day))).isEqualTo("drafts:no-such-item");
        assertThat(code(drafts.assign("secretary", "ns", HEALTH, drafts.today().minusDays(1))))
                .isEqualTo("drafts:bad-due-date");
    }

    @Test
    void everyStepIsInTheAudit() {
        approved();
        assertThat(drafts.publish(id, 3, "").statusCode()).isEqualTo(201);
        assertThat(drafts.house.audit.newest(8))
                .extracting(line -> line.action())
                .contains("drafts.upload", "drafts.submit", "drafts.approve", "drafts.publish", "papers.uploaded");
    }

    private void saved() {
        saved(FIRST);
    }

    private void saved(byte[] file) {
        var answer = drafts.save(PREPARER, id, "ns", FINANCE, file, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void approved() {
        saved();
        assertThat(state(drafts.move(PREPARER, id, "SUBMIT", 1, ""))).isEqualTo("SUBMITTED");
        assertThat(state(drafts.move(HEAD, id, "APPROVE", 2, ""))).isEqualTo("APPROVED");
    }

    private HttpResponse<String> dropped(String person, int revision) {
        return drafts.house.as(person, "DELETE", AT + "/drafts/" + id + "?revision=" + revision, "");
    }

    private HttpResponse<String> paper(String person) {
        return drafts.house.as(person, "GET", AT + "/papers/" + id + "/content", "");
    }

    private com.fasterxml.jackson.databind.JsonNode draft(String person) {
        for (var draft : drafts.own(person).findValue("drafts")) {
            if (draft.at("/draftId").asText().equals(id)) {
                return draft;
            }
        }
        throw new AssertionError("no draft " + id + " for " + person);
    }

    private static String state(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return House.text(answer, "/state");
    }

    private static String code(HttpResponse<String> answer) {
        return House.text(answer, "/code");
    }
}
