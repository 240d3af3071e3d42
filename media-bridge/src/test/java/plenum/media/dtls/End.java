package plenum.media.dtls;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plenum.media.srtp.SrtpKeys;

/** One end of a session in memory: keeps what its listener hears, and hands datagrams to the other end. */
final class End implements DtlsListener {
    record Keys(SrtpKeys send, SrtpKeys receive) {}

    private final CompletableFuture<Keys> keys = new CompletableFuture<>();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();
    private final CompletableFuture<DtlsSession> other = new CompletableFuture<>();
    private final UnaryOperator<byte @Nullable []> line;

    /** @param line what becomes of a datagram on its way; null: lost */
    End(UnaryOperator<byte @Nullable []> line) {
        this.line = line;
    }

    void connect(DtlsSession session) {
        other.complete(session);
    }

    @Override
    public void send(byte[] datagram) {
        var arrived = line.apply(datagram);
        if (arrived != null) {
            var unused = other.thenAccept(session -> session.feed(arrived, 0, arrived.length));
        }
    }

    @Override
    public void keys(SrtpKeys send, SrtpKeys receive) {
        keys.complete(new Keys(send, receive));
    }

    @Override
    public void failed(Throwable cause) {
        failure.complete(cause);
    }

    @Override
    public void closed() {
        closed.complete(true);
    }

    Keys awaitKeys() throws Exception {
        var unused = failure.thenAccept(keys::completeExceptionally);
        return keys.get(15, TimeUnit.SECONDS);
    }

    Throwable awaitFailure() throws Exception {
        return failure.get(15, TimeUnit.SECONDS);
    }

    boolean awaitClosed() throws Exception {
        return closed.get(15, TimeUnit.SECONDS);
    }

    CompletableFuture<Keys> keys() {
        return keys;
    }

    CompletableFuture<Throwable> failure() {
        return failure;
    }

    boolean hasKeys() {
        return keys.isDone();
    }
}
