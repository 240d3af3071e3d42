package plenum.server.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps bytes under the name of their SHA-256; the same bytes are kept once. Thread-safe; calls block. */
public interface BlobStore {

    /** Bytes on their way in; close it in any case. */
    Incoming receive() throws IOException;

    /** Where the whole bytes lie, to be read only: send ranges of it or hand it to a child process. */
    Optional<Path> find(Sha256 sha256);

    /** True when the bytes are there and still have their name; false when they are damaged or missing. */
    boolean verify(Sha256 sha256) throws IOException;

    /** For good, whoever else may have kept the same bytes; what is not there is no error. */
    void remove(Sha256 sha256) throws IOException;

    /** Names of all that was last kept or refreshed before. */
    List<Sha256> keptBefore(Instant limit) throws IOException;

    /** As if the bytes were kept once more; false when they are not there. */
    boolean refresh(Sha256 sha256) throws IOException;

    /** Removes what was neither kept nor refreshed since; false when it was, or is not there. */
    boolean removeKeptBefore(Sha256 sha256, Instant limit) throws IOException;

    /** Reads to the end of the stream; durable when it returns. */
    default Blob put(InputStream in) throws IOException {
        try (var incoming = receive()) {
            var piece = new byte[64 * 1024];
            for (var length = in.read(piece); length >= 0; length = in.read(piece)) {
                incoming.write(piece, 0, length);
            }
            return incoming.keep();
        }
    }
}
