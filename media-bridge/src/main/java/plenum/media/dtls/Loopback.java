package plenum.media.dtls;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import plenum.media.srtp.SrtpKeys;

/** One end of a session with ourselves: what it sends the other end gets. */
record Loopback(CompletableFuture<DtlsSession> other, CountDownLatch done) implements DtlsListener {
    /** A handshake from the first message to the last; returns when it is over. */
    static void run(DtlsHandshakes handshakes) throws InterruptedException {
        var done = new CountDownLatch(2);
        var client = new CompletableFuture<DtlsSession>();
        var passive = handshakes.accept(new Loopback(client, done));
        var active = handshakes.connect(new Loopback(CompletableFuture.completedFuture(passive), done));
        passive.expect(handshakes.identity().fingerprint());
        active.expect(handshakes.identity().fingerprint());
        client.complete(active);
        var unused = done.await(Handshake.TIME_LIMIT_MS, TimeUnit.MILLISECONDS);
        active.close();
        passive.close();
    }

    @Override
    public void send(byte[] datagram) {
        var unused = other.thenAccept(session -> session.feed(datagram, 0, datagram.length));
    }

    @Override
    public void keys(SrtpKeys send, SrtpKeys receive) {
        done.countDown();
    }

    @Override
    public void failed(Throwable cause) {
        done.countDown();
    }

    @Override
    public void closed() {}
}
