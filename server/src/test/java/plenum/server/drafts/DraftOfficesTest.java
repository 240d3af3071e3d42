package plenum.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.drafts.DraftHouse.AT;
import static plenum.server.drafts.DraftHouse.FINANCE;
import static plenum.server.drafts.DraftHouse.pdf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.server.office.OfficeKind;
import plenum.server.office.Offices;
import plenum.server.testkit.House;

/** Office files that units bring: kept for them whatever becomes of them. */
final class DraftOfficesTest {
    private static final byte[] DOCX = Offices.made(OfficeKind.DOCX);
    private static final byte[] ODT = Offices.made(OfficeKind.ODT);
    private static final String PREPARER = "p-so-tc";
    private static final String HEAD = "h-so-tc";
    private static final List<String> OTHERS = List.of("chair", "delegate", "guest", "neighbour", "p-so-yt", "h-so-yt");
    private static DraftHouse without;
    private static DraftHouse with;
    private static int tests;
    private String id;

    @BeforeAll
    static void open() throws IOException {
        without = new DraftHouse();
        with = new DraftHouse(Optional.of(Offices.libreOffice()));
        for (var house : List.of(without, with)) {
            assertThat(house.assign("secretary", "ns", FINANCE, house.today().plusDays(3))
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    @BeforeEach
    void begin() {
        id = "o" + ++tests;
    }

    @AfterAll
    static void close() throws Exception {
        without.close();
        with.close();
    }

    @Test
    void withoutAConverterTheOriginalIsKeptForTheUnitUntilAPdfTakesItsPlace() {
        kept();
        assertThat(waiting().at("/problem").asText()).isEqualTo("office:no-converter");
        assertThat(waiting().at("/fileName").asText()).isEqualTo("Tờ trình.docx");
        assertThat(waiting().at("/facts/title").asText()).isEqualTo("Tờ trình " + id);
        assertThat(without.officeFile(PREPARER, id, DOCX).body()).isEqualTo(DOCX);
        assertThat(without.officeFile(HEAD, id, DOCX).body()).isEqualTo(DOCX);
        var saved = without.save(PREPARER, id, "ns", FINANCE, pdf(2), "");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
        assertThat(House.text(saved, "/original/fileName")).isEqualTo("Tờ trình.docx");
        assertThat(waiting().isMissingNode()).isTrue();
        assertThat(without.officeFile(PREPARER, id, DOCX).body()).isEqualTo(DOCX);
        assertThat(without.dropOfficeFile(PREPARER, id, DOCX).statusCode())
                .as("a draft is made of it")
                .isEqualTo(404);
    }

    @Test
    void whatWaitsForAPdfIsNobodyElses() {
        kept();
        for (var person : OTHERS) {
            assertThat(without.officeFile(person, id, DOCX).statusCode())
                    .as(person)
                    .isEqualTo(404);
            assertThat(without.dropOfficeFile(person, id, DOCX).statusCode())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(without.officeFile("secretary", id, DOCX).statusCode())
                .as("not handed in")
                .isEqualTo(404);
        assertThat(without.board().toString()).doesNotContain("\"" + id + "\"");
        assertThat(without.own("p-so-yt").toString()).doesNotContain("\"" + id + "\"");
        assertThat(without.dropOfficeFile(HEAD, id, DOCX).statusCode()).isEqualTo(403);
    }

    @Test
    void itIsForgottenWhenTheUnitSaysSoAndBlocksTheSecretaryUntilThen() {
        kept();
        var assignment = AT + "/preparation/ns/" + FINANCE;
        assertThat(code(without.house.as("secretary", "DELETE", assignment, "")))
                .isEqualTo("drafts:has-drafts");
        assertThat(without.dropOfficeFile(PREPARER, id, DOCX).statusCode()).isEqualTo(204);
        assertThat(waiting().isMissingNode()).isTrue();
        assertThat(without.officeFile(PREPARER, id, DOCX).statusCode()).isEqualTo(404);
        assertThat(without.house.audit.newest(1).getFirst().action()).isEqualTo("drafts.office-file-dropped");
    }

    @Test
    void onlyTheNewestOneWaitsAndTheIdIsItsUnits() {
        kept();
        assertThat(code(without.saveOffice(PREPARER, id, "Bản khác.odt", ODT, "")))
                .isEqualTo("office:no-converter");
        assertThat(waiting().at("/fileName").asText()).isEqualTo("Bản khác.odt");
        assertThat(without.officeFile(PREPARER, id, DOCX).statusCode()).isEqualTo(404);
        assertThat(without.assign(
                                "secretary",
                                "ns",
                                DraftHouse.HEALTH,
                                without.today().plusDays(3))
                        .statusCode())
                .isEqualTo(204);
        var stranger = without.save("p-so-yt", id, "ns", DraftHouse.HEALTH, pdf(1), "");
        assertThat(code(stranger)).isEqualTo("drafts:no-such-draft");
    }

    @Test
    void anotherFileForADraftWaitsBesideItAndTheDraftStaysAsItIs() {
        assertThat(without.save(PREPARER, id, "ns", FINANCE, pdf(2), "").statusCode())
                .isEqualTo(201);
        assertThat(code(without.saveOffice(PREPARER, id, "Bản hai.docx", DOCX, "&revision=1")))
                .isEqualTo("office:no-converter");
        assertThat(waiting().at("/revision").asInt()).isEqualTo(1);
        var next = without.save(PREPARER, id, "ns", FINANCE, pdf(3), "&revision=1");
        assertThat(House.text(next, "/original/fileName")).isEqualTo("Bản hai.docx");
        assertThat(waiting().isMissingNode()).isTrue();
    }

    @Test
    void withAConverterTheOriginalGoesWithTheDraftToTheSecretaryAndIntoThePaper() {
        var saved = with.saveOffice(PREPARER, id, "Tờ trình.docx", DOCX, "");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
        assertThat(House.text(saved, "/fileName")).isEqualTo("Tờ trình.pdf");
        assertThat(House.text(saved, "/original/fileName")).isEqualTo("Tờ trình.docx");
        assertThat(with.officeFile("secretary", id, DOCX).statusCode()).isEqualTo(404);
        assertThat(with.move(PREPARER, id, "SUBMIT", 1, "").statusCode()).isEqualTo(200);
        for (var person : List.of(PREPARER, HEAD, "secretary")) {
            assertThat(with.officeFile(person, id, DOCX).body()).as(person).isEqualTo(DOCX);
        }
        for (var person : OTHERS) {
            assertThat(with.officeFile(person, id, DOCX).statusCode())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(with.board().at("/drafts/0/original/fileName").asText()).isEqualTo("Tờ trình.docx");
        assertThat(with.move(HEAD, id, "APPROVE", 2, "").statusCode()).isEqualTo(200);
        assertThat(with.publish(id, 3, "").statusCode()).isEqualTo(201);
        assertThat(with.bytes("secretary", AT + "/office-files/" + id + "/1").body())
                .isEqualTo(DOCX);
    }

    private void kept() {
        var refused = without.saveOffice(PREPARER, id, "Tờ trình.docx", DOCX, "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("office:no-converter");
        assertThat(without.content(PREPARER, id).statusCode()).isEqualTo(404);
    }

    /** The one of this test that waits for a PDF, as its unit sees it. */
    private JsonNode waiting() {
        for (var file : without.own(PREPARER).at("/tasks/0/officeFiles")) {
            if (file.at("/draftId").asText().equals(id)) {
                return file;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private static String code(HttpResponse<String> answer) {
        return House.text(answer, "/code");
    }
}
