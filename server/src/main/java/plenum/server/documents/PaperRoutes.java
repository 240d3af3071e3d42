package plenum.server.documents;

import java.io.IOException;
import java.util.Map;
import plenum.server.agenda.Reach;
import plenum.server.hall.PaperView;
import plenum.server.http.Operation;
import plenum.server.http.Request;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Json;
import plenum.server.platform.MalformedJson;

/** The desk's operations of openapi.yaml. */
public final class PaperRoutes {
    private final PaperDesk desk;
    private final FileIntake files;
    private final Copies copies;

    public PaperRoutes(PaperDesk desk, Copies copies, UploadParts parts) {
        this.files = new FileIntake(parts);
        this.desk = desk;
        this.copies = copies;
    }

    public Map<String, Operation> operations() {
        return Map.of("uploadPaper", this::upload, "replacePaper", this::replace, "paperContent", this::content);
    }

    private Object upload(Request request) throws IOException {
        var wish = wish(request);
        return files.taken(
                request,
                () -> desk.keptFile(session(request), wish.paperId(), 1),
                (file, told) -> PaperView.of(desk.attach(request.actor(), session(request), wish, file, told)));
    }

    private Object replace(Request request) throws IOException {
        var wish = new VersionWish(
                new PaperId(request.text("paperId")),
                (int) request.number("version"),
                FileName.of(request.text("fileName")),
                FileIntake.announced(request),
                request.address());
        return files.taken(
                request,
                () -> desk.keptFile(session(request), wish.paperId(), wish.version()),
                (file, told) -> PaperView.of(desk.replace(request.actor(), session(request), wish, file, told)));
    }

    private static PaperWish wish(Request request) {
        return new PaperWish(
                new PaperId(request.text("paperId")),
                new ItemId(request.text("itemId")),
                FileIntake.facts(request),
                request.optional("reach").map(PaperRoutes::reach).orElse(Reach.EVERYONE),
                FileName.of(request.text("fileName")),
                FileIntake.announced(request),
                request.address());
    }

    private static Reach reach(String json) {
        try {
            return Json.read(json, Reach.class);
        } catch (MalformedJson malformed) {
            throw PaperProblem.BAD_REACH.refusal(String.valueOf(malformed.getMessage()));
        }
    }

    private Object content(Request request) {
        var asUploaded = request.optional("copy").isPresent();
        var ifRange = request.raw().getHeader("If-Range");
        return FileAnswer.of(
                request, copies.given(opened(request), request.actor().person(), asUploaded, ifRange));
    }

    private StoredPaper opened(Request request) {
        var id = new PaperId(request.text("paperId"));
        return request.optional("version").isPresent()
                ? desk.open(request.actor(), session(request), id, (int) request.number("version"))
                : desk.open(request.actor(), session(request), id);
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }
}
