package plenum.server.documents;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of a paused request as a stream that a virtual thread reads. Only a few buffers are asked for ahead, so that
 * a slow disk slows the client and not the heap.
 */
final class UploadStream extends InputStream {
    private static final int BUFFERS_AHEAD = 16;

    private sealed interface Piece {
        record Bytes(byte[] bytes) implements Piece {}

        record End() implements Piece {}

        record Cut() implements Piece {}
    }

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final HttpServerRequest request;
    private final Duration patience;
    private byte[] current = new byte[0];
    private int at;
    private boolean ended;

    /** @param patience how long to wait for the next bytes */
    UploadStream(HttpServerRequest request, Duration patience) {
        this.request = request;
        this.patience = patience;
        request.exceptionHandler(cut -> put(new Piece.Cut()))
                .handler(this::arrived)
                .endHandler(end -> put(new Piece.End()))
                .fetch(BUFFERS_AHEAD);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Refusal INCOMPLETE when the client left or is silent too long. */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (at == current.length && !ended) {
            next();
        }
        if (at == current.length) {
            return -1;
        }
        var read = Math.min(length, current.length - at);
        System.arraycopy(current, at, target, offset, read);
        at += read;
        return read;
    }

    private void next() throws IOException {
        switch (taken()) {
            case Piece.Bytes bytes -> {
                current = bytes.bytes();
                at = 0;
                request.fetch(1);
            }
            case Piece.End end -> ended = true;
            case Piece.Cut cut -> throw PaperProblem.INCOMPLETE.refusal("the client left in the middle");
        }
    }

    private Piece taken() throws IOException {
        try {
            var piece = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (piece == null) {
                throw PaperProblem.INCOMPLETE.refusal("no bytes for " + patience.toSeconds() + " s");
            }
            return piece;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private void arrived(Buffer buffer) {
        put(new Piece.Bytes(buffer.getBytes()));
    }

    private void put(Piece piece) {
        pieces.add(piece);
    }
}
