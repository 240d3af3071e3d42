package plenum.server.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.documents.PaperHouse.code;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand;
import plenum.server.kernel.PaperId;
import plenum.server.office.OfficeKind;
import plenum.server.office.Offices;
import plenum.server.platform.Sha256;
import plenum.server.testkit.Council;

/** Which bytes stay and which go when nobody refers to them. */
final class SweepTest {
    private static PaperHouse papers;
    private static int tests;
    private String id;

    @BeforeAll
    static void open() throws IOException {
        papers = PaperHouse.inSession();
    }

    @BeforeEach
    void begin() {
        id = "w" + ++tests;
    }

    @AfterAll
    static void close() throws IOException {
        papers.close();
    }

    @Test
    void whatTheHallRefusedGoesAndWhatItTookStaysWithAllItsVersions() throws IOException {
        var refused = Pdfs.plain(11);
        var stranger = "{\"groups\":[\"Tổ 99\"],\"persons\":[],\"confidential\":false}";
        assertThat(code(papers.upload("secretary", id, "ns", stranger, refused)))
                .isEqualTo("agenda:no-such-reader");
        assertThat(papers.bytes(refused)).isPresent();
        var first = Pdfs.plain(12);
        var second = Pdfs.plain(13);
        assertThat(papers.upload("secretary", id, "ns", first).statusCode()).isEqualTo(201);
        assertThat(papers.replace("secretary", id, 2, second).statusCode()).isEqualTo(201);
        assertThat(papers.sweep(Instant.EPOCH)).as("too young").isZero();
        assertThat(papers.sweep(soon())).isPositive();
        assertThat(papers.bytes(refused)).isEmpty();
        assertThat(papers.version("delegate", id, 1).body()).isEqualTo(first);
        assertThat(papers.version("delegate", id, 2).body()).isEqualTo(second);
    }

    @Test
    void whatWasTakenAwayOrRecalledStays() throws IOException {
        var recalled = Pdfs.plain(14);
        assertThat(papers.upload("secretary", id, "ns", recalled).statusCode()).isEqualTo(201);
        papers.council.must(
                Council.SECRETARY, new AgendaCommand.RecallPaper(new PaperId(id), "Phát hành nhầm bản chưa ký"));
        var unused = papers.sweep(soon());
        assertThat(papers.content("secretary", id).body()).isEqualTo(recalled);
    }

    @Test
    void aPaperThatOnlyTheJournalKnowsStays() throws IOException {
        var file = Pdfs.plain(15);
        assertThat(papers.upload("secretary", id, "ns", file).statusCode()).isEqualTo(201);
        papers.forgetRecord(id);
        var unused = papers.sweep(soon());
        assertThat(papers.content("delegate", id).body()).isEqualTo(file);
    }

    @Test
    void anOfficeFileStaysUntilItIsForgotten() throws IOException {
        var file = Offices.made(OfficeKind.ODP);
        assertThat(code(papers.uploadOffice("secretary", id, "a.odp", file))).isEqualTo("office:no-converter");
        var unused = papers.sweep(soon());
        assertThat(papers.officeFile("secretary", id, 1).body()).isEqualTo(file);
        assertThat(papers.dropOfficeFile("secretary", id, 1).statusCode()).isEqualTo(204);
        assertThat(papers.sweep(soon())).isPositive();
        assertThat(papers.bytes(file)).isEmpty();
    }

    @Test
    void whatWasMadeOfAPaperGoesWithItAndIsMadeAgainWhenItComesBack() throws Exception {
        var file = Pdfs.plain(16);
        papers.keepAlone(file);
        var original = Sha256.of(file);
        papers.renditions.want(original);
        until(() -> !papers.renditions.busy());
        var made = papers.renditions.find(original).orElseThrow();
        assertThat(papers.sweep(soon())).isPositive();
        assertThat(papers.renditions.find(original)).isEmpty();
        for (var part : List.of(made.facts(), made.texts())) {
            assertThat(papers.bytes(Objects.requireNonNull(part).name())).isEmpty();
        }
        assertThat(papers.upload("secretary", id, "ns", file).statusCode()).isEqualTo(201);
        papers.renditions.want(original);
        until(() -> !papers.renditions.busy());
        var unused = papers.sweep(soon());
        assertThat(papers.renditions.find(original)).isPresent();
    }

    /** After all that was kept till now. */
    private static Instant soon() {
        return Instant.now().plusSeconds(5);
    }

    private static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("60 s have passed").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
