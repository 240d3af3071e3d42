package plenum.server.documents;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.SessionId;

/** A file in several pieces: where it stands, and the next piece. A broken upload goes on at its last byte. */
public final class UploadRoutes {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UploadParts parts;

    public UploadRoutes(UploadParts parts) {
        this.parts = parts;
    }

    public Map<String, Operation> operations() {
        return Map.of("uploadOffset", this::offset, "uploadPart", this::part, "dropUpload", this::drop);
    }

    /** The schema UploadOffset. */
    private record Offset(long bytes, @Nullable Stage stage, long mostBytes) {}

    /** Where the own file stands. */
    public Object offset(Request request) throws IOException {
        var key = key(request, request.text("uploadId"));
        return new Offset(parts.bytes(key), parts.stage(key).orElse(null), parts.mostBytes());
    }

    /** Takes the next piece. */
    public Object part(Request request) throws IOException {
        var pieces = new UploadStream(request.raw(), PATIENCE);
        var bytes = parts.append(key(request, request.text("uploadId")), request.number("offset"), pieces);
        return new Offset(bytes, null, parts.mostBytes());
    }

    /** Forgets the own file; what is not there is no error. */
    public Object drop(Request request) throws IOException {
        parts.drop(key(request, request.text("uploadId")));
        return Reply.nothing(204);
    }

    static UploadParts.Key key(Request request, String id) {
        return new UploadParts.Key(
                new SessionId(request.text("sessionId")), request.actor().person(), id);
    }
}
