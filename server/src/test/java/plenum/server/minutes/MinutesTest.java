package plenum.server.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.testkit.Council.CHAIR;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.server.agenda.AgendaCommand;
import plenum.server.http.Operation;
import plenum.server.http.Request;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.VoteId;
import plenum.server.platform.DirectoryBlobStore;
import plenum.server.platform.Json;
import plenum.server.sitting.SittingCommand;
import plenum.server.testkit.Council;
import plenum.server.testkit.House;
import plenum.server.testkit.Sweep;
import plenum.server.voting.VotingCommand;

/** Through the HTTP door, with a real store. */
final class MinutesTest {
    private static final String PATH = "/api/sessions/" + Council.SESSION + "/minutes";

    @TempDir
    Path directory;

    private final Map<String, Operation> desk = new HashMap<>();
    private final House house = new House(Map.of(
            "minutes", request -> asked("minutes", request),
            "generateMinutes", request -> asked("generateMinutes", request),
            "minutesContent", request -> asked("minutesContent", request)));
    private final Council council = new Council(house);
    private DirectoryBlobStore blobs;

    @BeforeEach
    void open() throws IOException {
        blobs = DirectoryBlobStore.open(directory);
        desk.putAll(new MinutesRoutes(new MinutesDesk(
                        council.journal,
                        blobs,
                        new MinutesStore(house.store.mongo()),
                        MinutesTest::names,
                        house.audit,
                        house.clock))
                .operations());
        council.planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 8), council.now())
                .item("nq", "Nghị quyết về ngân sách", false)
                .published()
                .rollCall("sang", 50)
                .must(CHAIR, new SittingCommand.OpenSitting(new SittingId("sang"), null))
                .must(CHAIR, new AgendaCommand.OpenItem(new ItemId("nq")))
                .voted("bq", "nq", "Thông qua nghị quyết", 44, 2, 1)
                .must(CHAIR, new VotingCommand.CloseVote(new VoteId("bq")));
    }

    private Object asked(String operation, Request request) throws Exception {
        return Objects.requireNonNull(desk.get(operation)).answer(request);
    }

    private static Map<PersonId, String> names(Collection<PersonId> people) {
        return people.stream().collect(Collectors.toUnmodifiableMap(person -> person, person -> "Người " + person));
    }

    @AfterEach
    void close() throws IOException {
        council.close();
        house.close();
        blobs.close();
    }

    @Test
    void theSecretaryPrintsTheMinutesAndTheChairReadsThem() throws Exception {
        var answer = house.as("secretary", "POST", PATH, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var view = Json.tree(answer.body());
        var durable = council.lanes.lane(Council.SESSION).durable();
        assertThat(view.at("/version").asInt()).isEqualTo(1);
        assertThat(view.at("/seq").asLong()).isEqualTo(durable.hall().seq());
        assertThat(view.at("/journalHash").asText()).isEqualTo(durable.journalHash());
        assertThat(view.at("/pages").asInt()).isEqualTo(2);
        var pdf = content("chair", 1);
        assertThat(pdf.body()).hasSize(view.at("/bytes").asInt());
        assertThat(text(pdf.body()))
                .contains("44/60 đại biểu tán thành, quá nửa tổng số đại biểu (cần 31)")
                .contains(durable.journalHash());
    }

    @Test
    void eachPrintingIsAVersionNewestFirstAndOldOnesStay() throws Exception {
        assertThat(house.as("secretary", "POST", PATH, "").statusCode()).isEqualTo(201);
        var first = content("secretary", 1).body();
        council.must(CHAIR, new VotingCommand.DeclareVote(new VoteId("bq")));
        assertThat(house.as("secretary", "POST", PATH, "").statusCode()).isEqualTo(201);
        var list = Json.tree(house.as("chair", "GET", PATH, "").body());
        assertThat(list.findValuesAsText("version")).containsExactly("2", "1");
        assertThat(content("secretary", 1).body()).isEqualTo(first);
        assertThat(text(content("secretary", 2).body())).contains("công bố kết quả lúc");
    }

    @Test
    void noPrintingIsSweptAway() throws Exception {
        assertThat(house.as("secretary", "POST", PATH, "").statusCode()).isEqualTo(201);
        var first = content("secretary", 1).body();
        assertThat(house.as("secretary", "POST", PATH, "").statusCode()).isEqualTo(201);
        assertThat(Sweep.removesOnlyWhatNobodyKnows(blobs, house.store.mongo())).isTrue();
        assertThat(content("secretary", 1).body()).isEqualTo(first);
        assertThat(content("secretary", 2).statusCode()).isEqualTo(200);
    }

    @Test
    void printingsAtOnceAreVersionsWithoutGaps() throws Exception {
        assertThat(house.token("secretary")).isNotEmpty();
        Callable<Integer> print = () -> house.as("secretary", "POST", PATH, "").statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var status : threads.invokeAll(List.of(print, print, print))) {
                assertThat(status.get()).isEqualTo(201);
            }
        }
        assertThat(Json.tree(house.as("chair", "GET", PATH, "").body()).findValuesAsText("version"))
                .containsExactly("3", "2", "1");
    }

    @ParameterizedTest
    @CsvSource({"chair,403,200", "delegate,403,403", "guest,403,403", "neighbour,404,404"})
    void onlyTheSecretaryPrintsAndOnlyControlReads(String person, int prints, int reads) {
        assertThat(house.as(person, "POST", PATH, "").statusCode()).isEqualTo(prints);
        assertThat(house.as(person, "GET", PATH, "").statusCode()).isEqualTo(reads);
    }

    @Test
    void aVersionThatWasNeverPrintedIsNotThere() throws Exception {
        assertThat(content("secretary", 7).statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> content(String person, int version) throws Exception {
        var request = HttpRequest.newBuilder(house.uri(PATH + "/" + version + "/content"))
                .header("Authorization", "Bearer " + house.token(person))
                .build();
        return house.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
