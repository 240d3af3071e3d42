package plenum.media.dtls;

import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.TlsFatalAlert;
import org.jspecify.annotations.Nullable;

/**
 * One DTLS 1.2 session with a peer: use_srtp, the peer's certificate checked by its fingerprint. The handshake may take
 * 10 s. Thread-safe; nothing blocks.
 */
public final class DtlsSession {
    /** The first byte of a record of the handshake. */
    private static final int HANDSHAKE = 22;

    private static final int FIRST_REPETITION_MS = 100;
    private static final int LAST_REPETITION_MS = 800;

    private final DtlsHandshakes handshakes;
    private final DtlsListener listener;
    private final boolean client;
    private final Datagrams datagrams;
    private final Handshake handshake;
    private final AtomicBoolean started = new AtomicBoolean();
    private final Object lock = new Object();

    // under the lock
    private @Nullable Fingerprint expected;
    private byte @Nullable [] certificate;
    private @Nullable KeyingMaterial held;
    private boolean granted;
    private boolean over;

    DtlsSession(
            DtlsHandshakes handshakes,
            DtlsListener listener,
            boolean client,
            Function<Handshake.Check, Handshake> handshake) {
        this.handshakes = handshakes;
        this.listener = listener;
        this.client = client;
        this.datagrams = new Datagrams(listener::send, handshakes.sendLimit());
        this.handshake = handshake.apply(this::check);
    }

    /** The peer's certificate must have this fingerprint; may come before, during or after the handshake. Once. */
    public void expect(Fingerprint fingerprint) {
        synchronized (lock) {
            expected = fingerprint;
        }
        decide();
    }

    /** Takes a copy of a packet whose first byte is 20 to 63 (RFC 7983). */
    public void feed(byte[] data, int offset, int length) {
        if (length > 0) {
            datagrams.feed(data, offset, length);
            if (data[offset] == HANDSHAKE) {
                start();
            }
        }
    }

    /** Says good-bye to the peer. */
    public void close() {
        datagrams.close();
    }

    void start() {
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("dtls").start(this::run);
        }
    }

    private void run() {
        try {
            var transport = shakeHands();
            if (transport != null) {
                established(transport);
            }
        } catch (RejectedExecutionException nobodyListens) {
            close();
        }
    }

    /** The keys are out before our last message, so that the first packet of the peer finds them. */
    private void established(DTLSTransport transport) {
        synchronized (lock) {
            held = handshake.keys();
        }
        decide();
        answerUntilClosed(transport);
    }

    private @Nullable DTLSTransport shakeHands() {
        try {
            if (!handshakes.enter()) {
                throw new IOException("too many handshakes wait");
            }
            try {
                return handshake.run(datagrams);
            } finally {
                handshakes.leave();
            }
        } catch (IOException | InterruptedException | RuntimeException failure) {
            datagrams.flush();
            fail(failure);
            return null;
        }
    }

    /** The peer's certificate has come: a wrong one ends the handshake at once. */
    private void check(byte[] peerCertificate) throws IOException {
        synchronized (lock) {
            certificate = peerCertificate;
            if (expected != null && !expected.matches(peerCertificate)) {
                throw new TlsFatalAlert(AlertDescription.bad_certificate, "not the fingerprint of the SDP");
            }
        }
    }

    /** Gives the keys out as soon as both the handshake is over and the fingerprint is known. */
    private void decide() {
        synchronized (lock) {
            if (over || granted || held == null || certificate == null || expected == null) {
                return;
            }
            if (!expected.matches(certificate)) {
                fail(new TlsFatalAlert(AlertDescription.bad_certificate, "not the fingerprint of the SDP"));
                close();
                return;
            }
            granted = true;
            listener.keys(client ? held.client() : held.server(), client ? held.server() : held.client());
        }
    }

    /** Repeats our last messages when theirs are repeated, until one side closes. */
    private void answerUntilClosed(DTLSTransport transport) {
        byte[] data = new byte[datagrams.getReceiveLimit()];
        try {
            repeatLastFlight(transport, data);
            while (true) {
                var unused = transport.receive(data, 0, data.length, 0);
            }
        } catch (IOException closed) {
            end(transport, closed);
        }
    }

    /** Nothing tells the passive side whether its last message has come: on a bad line the peer had to ask long. */
    private void repeatLastFlight(DTLSTransport transport, byte[] data) throws IOException {
        for (int waitMs = FIRST_REPETITION_MS; !client && waitMs <= LAST_REPETITION_MS; waitMs *= 2) {
            var unused = transport.receive(data, 0, data.length, waitMs);
            datagrams.repeat();
        }
    }

    private void end(DTLSTransport transport, IOException cause) {
        try {
            transport.close();
        } catch (IOException alreadyClosed) {
            cause.addSuppressed(alreadyClosed);
        }
        datagrams.flush();
        synchronized (lock) {
            if (!granted) {
                fail(cause);
            } else if (!over) {
                over = true;
                listener.closed();
            }
        }
    }

    private void fail(Throwable cause) {
        synchronized (lock) {
            datagrams.close();
            if (!over) {
                over = true;
                listener.failed(cause);
            }
        }
    }
}
