package plenum.server.documents;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperKind;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.Refusal;
import plenum.server.office.OfficeProblem;

/** Where a file comes from: the request's body, or what was uploaded in pieces before. */
public final class FileIntake {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UploadParts parts;

    public FileIntake(UploadParts parts) {
        this.parts = parts;
    }

    /** What is said about the file in the request's parameters. */
    public static PaperFacts facts(Request request) {
        return new PaperFacts(
                request.text("title"),
                PaperKind.valueOf(request.text("kind")),
                request.optional("number").orElse(null),
                request.optional("issuer").orElse(null),
                request.optional("summary").orElse(null));
    }

    /** What a desk does with the file and tells of it; what it returns is the answer's body. */
    public interface Taking {
        Object take(Supplier<InputStream> file, Consumer<Stage> told) throws IOException;
    }

    /** 201 with what the desk has made of it. Pieces are dropped once it is decided what becomes of the file. */
    public Reply taken(Request request, Taking taking) throws IOException {
        refuseOther(request);
        var upload = request.optional("upload");
        return upload.isPresent()
                ? pieces(UploadRoutes.key(request, upload.get()), taking)
                : Reply.created(taking.take(() -> new UploadStream(request.raw(), PATIENCE), stage -> {}));
    }

    /** @param kept the office file that was kept before, when the request asks for it */
    Reply taken(Request request, Supplier<InputStream> kept, Taking taking) throws IOException {
        return request.optional("kept").isPresent()
                ? Reply.created(taking.take(kept, stage -> {}))
                : taken(request, taking);
    }

    private Reply pieces(UploadParts.Key key, Taking taking) throws IOException {
        try {
            var made = taking.take(() -> parts.read(key), stage -> parts.now(key, stage));
            parts.drop(key);
            return Reply.created(made);
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

    /** What the request says of the file's length; null when it does not. */
    public static @Nullable Long announced(Request request) {
        if (request.optional("upload").isPresent() || request.optional("kept").isPresent()) {
            return null;
        }
        var length = request.raw().getHeader("Content-Length");
        return length == null ? null : Long.valueOf(length);
    }

    private static void refuseOther(Request request) {
        var type = request.raw().getHeader("Content-Type");
        var plain = type == null ? "" : type.toLowerCase(Locale.ROOT).strip();
        if (!plain.startsWith("application/pdf") && !plain.startsWith("application/octet-stream")) {
            throw PaperProblem.NOT_A_PDF.refusal("Content-Type is neither application/pdf nor octet-stream");
        }
    }
}
