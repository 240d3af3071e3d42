package plenum.server.documents;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.Refusal;

/** Where a file comes from: the request's body, or what was uploaded in pieces before. */
public final class FileIntake {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UploadParts parts;

    public FileIntake(UploadParts parts) {
        this.parts = parts;
    }

    /** What a desk does with the file; what it returns is the answer's body. */
    public interface Taking {
        Object take(Supplier<InputStream> file) throws IOException;
    }

    /** 201 with what the desk has made of it. Pieces are dropped once it is decided what becomes of the file. */
    public Reply taken(Request request, Taking taking) throws IOException {
        refuseOther(request);
        var upload = request.optional("upload");
        if (upload.isEmpty()) {
            return Reply.created(taking.take(() -> new UploadStream(request.raw(), PATIENCE)));
        }
        var key = UploadRoutes.key(request, upload.get());
        try {
            var made = taking.take(() -> parts.read(key));
            parts.drop(key);
            return Reply.created(made);
        } catch (Refusal refusal) {
            if (refusal.problem().code() instanceof PaperProblem) {
                parts.drop(key);
            }
            throw refusal;
        }
    }

    /** What the request says of the file's length; null when it does not. */
    public static @Nullable Long announced(Request request) {
        if (request.optional("upload").isPresent()) {
            return null;
        }
        var length = request.raw().getHeader("Content-Length");
        return length == null ? null : Long.valueOf(length);
    }

    private static void refuseOther(Request request) {
        var type = request.raw().getHeader("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).strip().startsWith("application/pdf")) {
            throw PaperProblem.NOT_A_PDF.refusal("Content-Type is not application/pdf");
        }
    }
}
