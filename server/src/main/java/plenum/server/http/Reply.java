package plenum.server.http;

import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer other than a record with status 200. */
public record Reply(int status, Map<String, String> headers, Content content) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** What follows the headers. */
    public sealed interface Content {
        record Nothing() implements Content {}

        record Value(Object value) implements Content {}

        record Bytes(Buffer bytes, String mediaType) implements Content {}

        /** Bytes of a file, sent by the kernel without a copy in memory; the operation sets Content-Type. */
        record FilePart(Path file, long offset, long length) implements Content {}

        /** The operation has written the response itself. */
        record Sent() implements Content {}
    }

    public static Reply ok(Object value) {
        return new Reply(200, Map.of(), new Content.Value(value));
    }

    public static Reply created(Object value) {
        return new Reply(201, Map.of(), new Content.Value(value));
    }

    public static Reply nothing(int status) {
        return new Reply(status, Map.of(), new Content.Nothing());
    }

    public static Reply bytes(int status, Buffer bytes, String mediaType) {
        return new Reply(status, Map.of(), new Content.Bytes(bytes, mediaType));
    }

    public static Reply file(int status, Path file, long offset, long length) {
        return new Reply(status, Map.of(), new Content.FilePart(file, offset, length));
    }

    public static Reply sent() {
        return new Reply(200, Map.of(), new Content.Sent());
    }

    public Reply with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, content);
    }
}
