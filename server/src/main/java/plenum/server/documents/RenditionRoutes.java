package plenum.server.documents;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Sha256;
import plenum.server.renditions.PageFacts;
import plenum.server.renditions.PageFacts.Heading;
import plenum.server.renditions.PageFacts.PageSize;
import plenum.server.renditions.PageImages;
import plenum.server.renditions.Rendition;
import plenum.server.renditions.Renditions;

/** Gives out what was made of a paper, to those who may open it. */
public final class RenditionRoutes {
    private static final int MOST_PAGES = 200;
    private final PaperDesk desk;
    private final Renditions renditions;
    private final PageImages images;

    public RenditionRoutes(PaperDesk desk, Renditions renditions, PageImages images) {
        this.desk = desk;
        this.renditions = renditions;
        this.images = images;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "paperPages", this::pages,
                "paperText", this::text,
                "paperThumbnail", this::thumbnail,
                "paperImage", this::image,
                "unfinishedPapers", this::unfinished);
    }

    /** The schema UnfinishedPapers. */
    private record Unfinished(List<String> papers) {}

    /** Papers of which not all words could be read in time; what is missing is not found. */
    private Object unfinished(Request request) {
        return new Unfinished(desk.present(new SessionId(request.text("sessionId"))).entrySet().stream()
                .filter(paper -> renditions
                        .find(paper.getValue())
                        .filter(made -> !made.hasAllWords())
                        .isPresent())
                .map(paper -> paper.getKey().value())
                .sorted()
                .toList());
    }

    /** The schema PaperPages. */
    private record Pages(boolean ready, long bytes, boolean text, List<PageSize> pages, List<Heading> outline) {}

    /** The schema PaperText. */
    private record Texts(boolean ready, long from, List<String> pages) {}

    private Object pages(Request request) throws IOException {
        var paper = open(request);
        var made = made(paper);
        if (made.isEmpty()) {
            return new Pages(false, paper.bytes(), false, List.of(), List.of());
        }
        var bytes = renditions.copy(paper.sha256()).map(Renditions.Copy::bytes).orElse(paper.bytes());
        var facts = renditions.facts(made.get()).orElse(new PageFacts(List.of(), List.of()));
        return new Pages(true, bytes, hasWords(made.get(), facts), facts.pages(), facts.outline());
    }

    /** A page without a word is {@code ""} and the end of its line. */
    private static boolean hasWords(Rendition made, PageFacts facts) {
        var texts = made.texts();
        return texts != null && texts.bytes() > 3L * facts.pages().size();
    }

    private Object text(Request request) throws IOException {
        var made = made(open(request));
        var from = request.number("from");
        var to = Math.min(request.number("to"), from + MOST_PAGES - 1);
        if (made.isEmpty() || to < from) {
            return new Texts(made.isPresent(), from, List.of());
        }
        return new Texts(true, from, renditions.texts(made.get(), (int) from, (int) to));
    }

    private Object thumbnail(Request request) throws IOException {
        var paper = open(request);
        var page = (int) request.number("page");
        if (paper.watermarked()) {
            throw PaperProblem.NO_SUCH_PAGE.refusal("no pictures without the reader's name");
        }
        var tag = "\"" + paper.sha256().hex() + "-" + page + "\"";
        var made = made(paper);
        if (made.isPresent() && tag.equals(request.raw().getHeader("If-None-Match"))) {
            return dressed(Reply.nothing(304), tag);
        }
        var picture = made.isEmpty() ? Optional.<byte[]>empty() : renditions.thumbnail(made.get(), page);
        return picture.map(jpeg -> dressed(Reply.bytes(200, Buffer.buffer(jpeg), "image/jpeg"), tag))
                .orElseThrow(() -> PaperProblem.NO_SUCH_PAGE.refusal("page " + page + " of " + paper.sha256()));
    }

    private Object image(Request request) throws IOException {
        var paper = open(request);
        var page = (int) request.number("page");
        if (paper.watermarked()) {
            throw PaperProblem.NO_SUCH_PAGE.refusal("no pictures without the reader's name");
        }
        var tag = "\"" + paper.sha256().hex() + "-image-" + page + "\"";
        if (tag.equals(request.raw().getHeader("If-None-Match"))) {
            return dressed(Reply.nothing(304), tag);
        }
        var picture = images.get(paper.sha256(), page)
                .orElseThrow(() -> PaperProblem.NO_SUCH_PAGE.refusal("page " + page + " of " + paper.sha256()));
        var bytes = Buffer.buffer(Files.readAllBytes(picture.file()));
        return dressed(Reply.bytes(200, bytes, bytes.getByte(0) == (byte) 0x89 ? "image/png" : "image/jpeg"), tag);
    }

    private static Reply dressed(Reply reply, String tag) {
        return reply.with("ETag", tag).with("Cache-Control", "private, no-store");
    }

    private StoredPaper open(Request request) {
        var session = new SessionId(request.text("sessionId"));
        var id = new PaperId(request.text("paperId"));
        return request.optional("version").isPresent()
                ? desk.open(request.actor(), session, id, (int) request.number("version"))
                : desk.open(request.actor(), session, id);
    }

    private Optional<Rendition> made(StoredPaper paper) {
        Sha256 original = paper.sha256();
        var made = renditions.find(original);
        if (made.isEmpty()) {
            renditions.want(original);
        }
        return made;
    }
}
