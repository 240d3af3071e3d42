package plenum.server.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.testkit.Council.CHAIR;
import static plenum.server.testkit.Council.SECRETARY;
import static plenum.server.testkit.Council.SESSION;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.media.record.SampleTape;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.ItemFacts;
import plenum.server.audit.AuditLine;
import plenum.server.floor.FloorCommand;
import plenum.server.http.Operation;
import plenum.server.http.Request;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SittingId;
import plenum.server.platform.DirectoryBlobStore;
import plenum.server.platform.Json;
import plenum.server.recording.RecordingCommand;
import plenum.server.room.Microphones;
import plenum.server.room.RoomCommand;
import plenum.server.sitting.SittingCommand;
import plenum.server.testkit.Council;
import plenum.server.testkit.House;
import plenum.server.testkit.Sweep;

/** Recordings as people find, watch and lose them, over real sockets, the real store and real files. */
final class FilmsTest {
    private static final RecordingId ONE = new RecordingId("one");
    private static final String FILMS = "/api/sessions/" + SESSION + "/recordings";
    private static final List<String> OPERATIONS = List.of(
            "recordings",
            "recordingChapters",
            "openRecording",
            "recordingContent",
            "changeRecording",
            "deleteRecording");

    @TempDir
    private Path directory;

    private final Map<String, Operation> desk = new HashMap<>();
    private final House house = new House(OPERATIONS.stream()
            .collect(Collectors.toMap(name -> name, name -> request -> asked(name, request))));
    private final Council council = new Council(house);
    private DirectoryBlobStore blobs;
    private TapeShelf shelf;

    private Object asked(String operation, Request request) throws Exception {
        return Objects.requireNonNull(desk.get(operation)).answer(request);
    }

    @BeforeEach
    void aSittingInTheOnlineRoom() throws IOException {
        blobs = DirectoryBlobStore.open(directory.resolve("blobs"));
        var store = new FilmStore(house.store.mongo());
        shelf = new TapeShelf(tapes(), Period.ofMonths(12), store, blobs, house.journal, house.clock);
        desk.putAll(new FilmRoutes(new FilmDesk(council.lanes, store, blobs, house.audit, house.clock)).operations());
        council.planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 9), council.now())
                .item("kin", "Nhân sự", false)
                .item("ns", "Ngân sách", false)
                .published()
                .rollCall("sang", 41)
                .must(SECRETARY, new SittingCommand.OpenSitting(new SittingId("sang"), null))
                .must(SECRETARY, new RoomCommand.OpenRoom(false, Microphones.FREE));
    }

    private Path tapes() {
        return directory.resolve("tapes");
    }

    @AfterEach
    void close() throws IOException {
        shelf.close();
        council.close();
        house.close();
        blobs.close();
    }

    /** Ten minutes: an item, a speech after a minute, a pause of ten minutes after two, a hidden item, the end. */
    private void recorded() throws IOException {
        council.must(CHAIR, new AgendaCommand.OpenItem(new ItemId("ns")))
                .pass(Duration.ofMinutes(1))
                .must(SECRETARY, new RecordingCommand.Start(ONE));
        shelf.open(SESSION, ONE).close();
        var tape = tapes().resolve(SESSION + "~" + ONE + ".webm");
        var began = council.now();
        council.pass(Duration.ofSeconds(60)).must(CHAIR, new FloorCommand.GrantFloor(new PersonId("d2"), 300));
        council.pass(Duration.ofSeconds(60)).must(SECRETARY, new RecordingCommand.Pause());
        SampleTape.write(tape, 120, began);
        council.pass(Duration.ofMinutes(10)).must(SECRETARY, new RecordingCommand.Start(ONE));
        var again = council.now();
        council.pass(Duration.ofSeconds(30)).must(CHAIR, new AgendaCommand.OpenItem(new ItemId("kin")));
        council.pass(Duration.ofSeconds(30)).must(SECRETARY, new RecordingCommand.Stop());
        council.must(CHAIR, new AgendaCommand.CloseItem()).must(SECRETARY, hidden());
        SampleTape.write(tape, 60, again);
        shelf.ended(SESSION, ONE);
    }

    private AgendaCommand.EditItem hidden() {
        var item = council.lanes
                .lane(SESSION)
                .hall()
                .agenda()
                .items()
                .find(new ItemId("kin"))
                .orElseThrow();
        var facts = item.facts();
        return new AgendaCommand.EditItem(
                item.itemId(),
                new ItemFacts(
                        facts.title(),
                        facts.kind(),
                        facts.presenter(),
                        facts.minutes(),
                        facts.sittingId(),
                        true,
                        facts.resolution()));
    }

    private JsonNode list(String person) {
        var answer = house.as(person, "GET", FILMS, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.tree(answer.body());
    }

    private HttpResponse<String> open(String person) {
        return house.as(person, "POST", FILMS + "/one/openings", "{\"again\":false}");
    }

    private static String cookie(HttpResponse<String> opened) {
        var header = opened.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(header).contains("; HttpOnly", "; Secure", "SameSite=Strict", "Path=" + FILMS + "/one/content");
        return header.substring(0, header.indexOf(';'));
    }

    private HttpResponse<String> bytes(String cookie, String range) {
        return house.get(FILMS + "/one/content", "Cookie", cookie, "Range", range);
    }

    private void change(boolean published, Duration kept) {
        var body = Json.text(Map.of(
                "published", published, "keptUntil", council.now().plus(kept).toEpochMilli()));
        var answer = house.as("secretary", "PUT", FILMS + "/one", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void whatIsRecordedCanBeWatchedByMembersAndByGuestsOnceItIsPublished() throws IOException {
        recorded();
        assertThat(list("delegate").at("/0/state").asText()).isEqualTo("READY");
        assertThat(list("delegate").at("/0/durationMs").asLong()).isEqualTo(180_000);
        assertThat(list("guest")).isEmpty();
        assertThat(open("guest").statusCode()).isEqualTo(404);
        change(true, Duration.ofDays(300));
        assertThat(list("guest")).hasSize(1);
        assertThat(open("guest").statusCode()).isEqualTo(200);
    }

    @Test
    void aPlayerGetsRangesForFiveMinutesAndWhoWatchesIsWrittenDown() throws IOException {
        recorded();
        var cookie = cookie(open("delegate"));
        var part = bytes(cookie, "bytes=0-3");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Type")).hasValue("video/webm");
        assertThat(part.body().charAt(0)).isEqualTo((char) 0x1a);
        assertThat(bytes("", "bytes=0-3").statusCode()).isEqualTo(401);
        assertThat(bytes(cookie + "x", "bytes=0-3").statusCode()).isEqualTo(401);
        house.clock.pass(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(bytes(cookie, "bytes=0-3").statusCode()).isEqualTo(401);
        assertThat(house.audit.newest(50))
                .filteredOn(line -> line.action().equals("recordings.opened"))
                .extracting(AuditLine::actor)
                .containsExactly(new PersonId("delegate"));
    }

    @Test
    void takenBackFromGuestsItIsGoneAtOnceForWhoWatches() throws IOException {
        recorded();
        change(true, Duration.ofDays(300));
        var cookie = cookie(open("guest"));
        assertThat(bytes(cookie, "bytes=0-3").statusCode()).isEqualTo(206);
        change(false, Duration.ofDays(300));
        assertThat(bytes(cookie, "bytes=0-3").statusCode()).isEqualTo(401);
        assertThat(open("guest").statusCode()).isEqualTo(404);
    }

    @Test
    void itemsAndSpeakersAreFoundWhereTheyAreOnTheRecordingAndHiddenOnesByControlOnly() throws IOException {
        recorded();
        assertThat(chapters("delegate")).containsExactly("ITEM Ngân sách 0", "SPEECH " + name("d2") + " 60000");
        assertThat(chapters("secretary"))
                .containsExactly("ITEM Ngân sách 0", "SPEECH " + name("d2") + " 60000", "ITEM Nhân sự 150000");
    }

    private List<String> chapters(String person) {
        var answer = house.as(person, "GET", FILMS + "/one/chapters", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var all = new ArrayList<String>();
        Json.tree(answer.body())
                .forEach(one -> all.add(one.path("kind").asText() + " "
                        + one.path("title").asText() + " " + one.path("atMs").asLong()));
        return all;
    }

    private String name(String person) {
        return council.lanes
                .lane(SESSION)
                .hall()
                .roster()
                .find(new PersonId(person))
                .orElseThrow()
                .name();
    }

    @Test
    void pastItsDayOnlyThoseWhoConductSeeItUntilItIsKeptLonger() throws IOException {
        recorded();
        change(false, Duration.ofMinutes(1));
        house.clock.pass(Duration.ofMinutes(2));
        assertThat(list("delegate")).isEmpty();
        assertThat(open("delegate").statusCode()).isEqualTo(404);
        assertThat(list("technician").at("/0/expired").asBoolean()).isTrue();
        change(false, Duration.ofDays(30));
        assertThat(list("delegate")).hasSize(1);
    }

    @Test
    void deletedItIsGoneWithItsBytes() throws IOException {
        recorded();
        assertThat(bytesKept()).isEqualTo(1);
        assertThat(house.as("chair", "DELETE", FILMS + "/one", "").statusCode()).isEqualTo(403);
        assertThat(house.as("secretary", "DELETE", FILMS + "/one", "").statusCode())
                .isEqualTo(204);
        assertThat(list("secretary")).isEmpty();
        assertThat(bytesKept()).isZero();
    }

    @Test
    void aKeptRecordingIsNotSweptAway() throws IOException {
        recorded();
        assertThat(Sweep.removesOnlyWhatNobodyKnows(blobs, house.store.mongo())).isTrue();
        assertThat(bytesKept()).isEqualTo(1);
    }

    private long bytesKept() throws IOException {
        try (Stream<Path> all = Files.walk(directory.resolve("blobs"))) {
            return all.filter(file -> file.getFileName().toString().length() == 64)
                    .count();
        }
    }

    @Test
    void whatAKilledServerHasLeftOnATapeIsKeptAtTheNextStart() throws IOException {
        council.must(SECRETARY, new RecordingCommand.Start(ONE));
        shelf.open(SESSION, ONE).close();
        SampleTape.write(tapes().resolve(SESSION + "~" + ONE + ".webm"), 5, council.now());
        shelf.catchUp(council.lanes);
        assertThat(list("secretary").at("/0/state").asText()).isEqualTo("RECORDING");
        council.must(SECRETARY, new RecordingCommand.Stop());
        shelf.catchUp(council.lanes);
        assertThat(list("secretary").at("/0/state").asText()).isEqualTo("READY");
        assertThat(list("secretary").at("/0/durationMs").asLong()).isEqualTo(5_000);
    }

    @Test
    void aRecordingOnWhichNothingEverCameIsToldAndCanBeDeleted() throws IOException {
        council.must(SECRETARY, new RecordingCommand.Start(ONE));
        shelf.open(SESSION, ONE).close();
        assertThat(house.as("secretary", "DELETE", FILMS + "/one", "").statusCode())
                .isEqualTo(409);
        council.must(SECRETARY, new RecordingCommand.Stop());
        shelf.ended(SESSION, ONE);
        assertThat(list("secretary").at("/0/state").asText()).isEqualTo("EMPTY");
        assertThat(open("secretary").statusCode()).isEqualTo(409);
        assertThat(house.as("secretary", "DELETE", FILMS + "/one", "").statusCode())
                .isEqualTo(204);
    }
}
