package plenum.server.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.Reach;
import plenum.server.documents.FileName;
import plenum.server.documents.Intake;
import plenum.server.documents.PaperDesk;
import plenum.server.documents.PaperStore;
import plenum.server.documents.PaperWish;
import plenum.server.documents.PdfCheck;
import plenum.server.documents.RenditionWatch;
import plenum.server.form.OfficialDocument;
import plenum.server.form.PageBreak;
import plenum.server.http.Operation;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.platform.DirectoryBlobStore;
import plenum.server.platform.Json;
import plenum.server.renditions.RenditionStore;
import plenum.server.renditions.Renditions;
import plenum.server.testkit.Council;
import plenum.server.testkit.House;

/** A house with papers and search: real store, real index on the disk, real child processes, real sockets. */
final class SearchHouse implements AutoCloseable {
    final House house;
    final Council council;
    final Path directory;
    private final Map<String, Operation> operations = new HashMap<>();
    private final DirectoryBlobStore blobs;
    private final PdfCheck check = new PdfCheck();
    private final Renditions renditions;
    private final PaperDesk papers;
    private SearchDesk search;

    SearchHouse() throws IOException {
        house = new House(Map.of(
                "search",
                request -> Objects.requireNonNull(operations.get("search")).answer(request)));
        council = new Council(house);
        directory = Files.createTempDirectory("plenum-search");
        blobs = DirectoryBlobStore.open(directory.resolve("papers"));
        renditions = new Renditions(new RenditionStore(house.store.mongo()), blobs);
        var watch = new RenditionWatch(renditions);
        var intake = new Intake(blobs, check, house.store.mongo(), Optional.empty(), house.clock);
        papers = new PaperDesk(
                council.lanes, blobs, new PaperStore(house.store.mongo()), intake, house.audit, house.clock, 9L << 20);
        search = opened(index(), false);
        house.followers.add(watch);
        house.followers.add(committed -> search.accept(committed));
    }

    Path index() {
        return directory.resolve("search");
    }

    private SearchDesk opened(Path index, boolean anew) throws IOException {
        var desk = new SearchDesk(index, anew, council.lanes, papers, renditions, house.index::sessions);
        operations.putAll(new SearchRoutes(desk).operations());
        desk.catchUp();
        return desk;
    }

    /** As a server that was ended and started again on what is in the directory then. */
    void restarted(IndexChange change) throws Exception {
        restarted(change, false);
    }

    /** @param anew as with {@code --rebuild-search} */
    void restarted(IndexChange change, boolean anew) throws Exception {
        search.close();
        change.to(index());
        search = opened(index(), anew);
        var unused = await(answer -> answer.at("/complete").asBoolean(), "secretary", "?q=x");
    }

    interface IndexChange {
        void to(Path index) throws IOException;
    }

    /** A paper with these pages, uploaded by the secretary for everyone. */
    void paper(String id, String item, String title, String number, String... pages) throws IOException {
        paper(Reach.EVERYONE, id, item, title, number, pages);
    }

    void paper(Reach reach, String id, String item, String title, String number, String... pages) throws IOException {
        var wish = new PaperWish(
                new PaperId(id),
                new ItemId(item),
                new PaperFacts(title, PaperKind.SUBMISSION, number),
                reach,
                FileName.of(id + ".pdf"),
                null,
                "");
        var unused = papers.attach(
                Council.SECRETARY, Council.SESSION, wish, () -> new ByteArrayInputStream(pdf(title, pages)));
    }

    private static byte[] pdf(String title, String... pages) {
        var document = OfficialDocument.builder(title, LocalDate.of(2026, 11, 20));
        for (var at = 0; at < pages.length; at++) {
            if (at > 0) {
                document.add(new PageBreak());
            }
            document.paragraph(pages[at]);
        }
        try (var out = new ByteArrayOutputStream()) {
            document.build().writeTo(out);
            return out.toByteArray();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    JsonNode ask(String person, String query) {
        return Json.tree(answer(person, query).body());
    }

    HttpResponse<String> answer(String person, String query) {
        return house.as(person, "GET", "/api/search" + query, "");
    }

    static String words(String words) {
        return "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** Ids of the papers that are found, best first. */
    List<String> found(String person, String query) {
        return ids(ask(person, query));
    }

    private static List<String> ids(JsonNode answer) {
        var ids = new ArrayList<String>();
        answer.at("/papers").forEach(paper -> ids.add(paper.at("/paper/paperId").asText()));
        return ids;
    }

    /** The index is a moment behind the hall: asks until the answer fits. */
    JsonNode await(Predicate<JsonNode> fits, String person, String query) {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        var answer = ask(person, query);
        while (!fits.test(answer)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(query + " still gives " + answer);
            }
            LockSupport.parkNanos(100_000_000);
            answer = ask(person, query);
        }
        return answer;
    }

    void awaitFound(String person, String query, String... ids) {
        var unused = await(answer -> ids(answer).equals(List.of(ids)), person, query);
    }

    @Override
    public void close() throws Exception {
        search.close();
        council.close();
        house.close();
        check.close();
        renditions.close();
        blobs.close();
        try (var all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
