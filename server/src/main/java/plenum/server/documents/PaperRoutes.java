package plenum.server.documents;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Paper;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.Reach;
import plenum.server.hall.PaperView;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.SessionId;
import plenum.server.office.OfficeProblem;
import plenum.server.platform.Json;
import plenum.server.platform.MalformedJson;

/** The desk's operations of openapi.yaml. */
public final class PaperRoutes {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PaperDesk desk;
    private final UploadParts parts;
    private final Copies copies;

    public PaperRoutes(PaperDesk desk, Copies copies, UploadParts parts) {
        this.parts = parts;
        this.desk = desk;
        this.copies = copies;
    }

    public Map<String, Operation> operations() {
        return Map.of("uploadPaper", this::upload, "replacePaper", this::replace, "paperContent", this::content);
    }

    private Object upload(Request request) throws IOException {
        refuseOther(request);
        return taken(
                request, 1, (file, told) -> desk.attach(request.actor(), session(request), wish(request), file, told));
    }

    private Object replace(Request request) throws IOException {
        refuseOther(request);
        var wish = new VersionWish(
                new PaperId(request.text("paperId")),
                (int) request.number("version"),
                FileName.of(request.text("fileName")),
                announced(request),
                request.address());
        return taken(
                request,
                wish.version(),
                (file, told) -> desk.replace(request.actor(), session(request), wish, file, told));
    }

    /** What the desk does with the file. */
    private interface Taking {
        Paper take(Supplier<InputStream> file, Consumer<Stage> told) throws IOException;
    }

    /** From the body, from what was uploaded in pieces before, or from the office file that is kept. */
    private Reply taken(Request request, int version, Taking taking) throws IOException {
        if (request.optional("kept").isPresent()) {
            var paper = new PaperId(request.text("paperId"));
            return created(taking.take(() -> desk.keptFile(session(request), paper, version), stage -> {}));
        }
        var upload = request.optional("upload");
        return upload.isPresent()
                ? taken(UploadRoutes.key(request, upload.get()), taking)
                : created(taking.take(() -> new UploadStream(request.raw(), PATIENCE), stage -> {}));
    }

    /** The pieces are dropped once it is decided. */
    private Reply taken(UploadParts.Key key, Taking taking) throws IOException {
        try {
            var paper = taking.take(() -> parts.read(key), stage -> parts.now(key, stage));
            parts.drop(key);
            return created(paper);
        } catch (Refusal refusal) {
            var code = refusal.problem().code();
            if (code instanceof PaperProblem || code instanceof OfficeProblem) {
                parts.drop(key);
            }
            throw refusal;
        } finally {
            parts.done(key);
        }
    }

    private static Reply created(Paper paper) {
        return Reply.created(PaperView.of(paper));
    }

    private static void refuseOther(Request request) {
        var type = request.raw().getHeader("Content-Type");
        var plain = type == null ? "" : type.toLowerCase(Locale.ROOT).strip();
        if (!plain.startsWith("application/pdf") && !plain.startsWith("application/octet-stream")) {
            throw PaperProblem.NOT_A_PDF.refusal("Content-Type is neither application/pdf nor octet-stream");
        }
    }

    private static PaperWish wish(Request request) {
        var facts = new PaperFacts(
                request.text("title"),
                PaperKind.valueOf(request.text("kind")),
                request.optional("number").orElse(null),
                request.optional("issuer").orElse(null),
                request.optional("summary").orElse(null));
        return new PaperWish(
                new PaperId(request.text("paperId")),
                new ItemId(request.text("itemId")),
                facts,
                request.optional("reach").map(PaperRoutes::reach).orElse(Reach.EVERYONE),
                FileName.of(request.text("fileName")),
                announced(request),
                request.address());
    }

    private static Reach reach(String json) {
        try {
            return Json.read(json, Reach.class);
        } catch (MalformedJson malformed) {
            throw PaperProblem.BAD_REACH.refusal(String.valueOf(malformed.getMessage()));
        }
    }

    private static @Nullable Long announced(Request request) {
        if (request.optional("upload").isPresent() || request.optional("kept").isPresent()) {
            return null;
        }
        var length = request.raw().getHeader("Content-Length");
        return length == null ? null : Long.valueOf(length);
    }

    /**
     * The bytes behind a paper never change, but the right to see them does: the client may keep them and must ask each
     * time, which costs a 304. Nothing in the file may run, should a browser show it by itself.
     */
    private Object content(Request request) {
        var raw = request.raw();
        var ifRange = raw.getHeader("If-Range");
        var asUploaded = request.optional("copy").isPresent();
        var paper = copies.given(opened(request), request.actor().person(), asUploaded, ifRange);
        var tag = new EntityTag(paper.sha256());
        if (tag.isAmong(raw.getHeader("If-None-Match"))) {
            return dressed(Reply.nothing(304), tag);
        }
        var range =
                tag.allowsRange(ifRange) ? ByteRange.of(raw.getHeader("Range"), paper.bytes()) : new ByteRange.Whole();
        return dressed(part(paper, range), tag);
    }

    private StoredPaper opened(Request request) {
        var id = new PaperId(request.text("paperId"));
        return request.optional("version").isPresent()
                ? desk.open(request.actor(), session(request), id, (int) request.number("version"))
                : desk.open(request.actor(), session(request), id);
    }

    private static Reply part(StoredPaper paper, ByteRange range) {
        return switch (range) {
            case ByteRange.Whole whole -> file(paper, 200, 0, paper.bytes());
            case ByteRange.Part part ->
                file(paper, 206, part.offset(), part.length())
                        .with(
                                "Content-Range",
                                "bytes " + part.offset() + "-" + (part.offset() + part.length() - 1) + "/"
                                        + paper.bytes());
            case ByteRange.Unsatisfiable none -> Reply.nothing(416).with("Content-Range", "bytes */" + paper.bytes());
        };
    }

    private static Reply file(StoredPaper paper, int status, long offset, long length) {
        return Reply.file(status, paper.file(), offset, length)
                .with("Content-Type", "application/pdf")
                .with("Content-Disposition", paper.fileName().contentDisposition());
    }

    private static Reply dressed(Reply reply, EntityTag tag) {
        return reply.with("ETag", tag.toString())
                .with("Accept-Ranges", "bytes")
                .with("Cache-Control", "private, no-cache")
                .with("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'self'");
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }
}
