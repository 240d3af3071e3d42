package plenum.media.dtls;

import java.util.List;
import java.util.concurrent.Semaphore;
import plenum.media.srtp.SrtpProfile;

/** Where the handshakes of a bridge run: each on a virtual thread, at most 64 at once; the rest waits. Thread-safe. */
public final class DtlsHandshakes {
    private static final int AT_ONCE = 64;
    private static final int WAITING = 1024;

    private final DtlsIdentity identity;
    private final List<SrtpProfile> profiles;
    private final int sendLimit;
    private final Semaphore running = new Semaphore(AT_ONCE, true);

    public DtlsHandshakes(DtlsIdentity identity) {
        this(identity, List.of(SrtpProfile.values()));
    }

    /** @param profiles that are offered or chosen, the preferred one first */
    public DtlsHandshakes(DtlsIdentity identity, List<SrtpProfile> profiles) {
        this(identity, profiles, Datagrams.SEND_LIMIT);
    }

    DtlsHandshakes(DtlsIdentity identity, List<SrtpProfile> profiles, int sendLimit) {
        this.identity = identity;
        this.profiles = List.copyOf(profiles);
        this.sendLimit = sendLimit;
    }

    int sendLimit() {
        return sendLimit;
    }

    public DtlsIdentity identity() {
        return identity;
    }

    /** The passive side; its handshake begins with the peer's first datagram. */
    public DtlsSession accept(DtlsListener listener) {
        return new DtlsSession(this, listener, false, check -> new ServerHandshake(identity, profiles, check));
    }

    /** The active side; begins at once. */
    public DtlsSession connect(DtlsListener listener) {
        var session = new DtlsSession(this, listener, true, check -> new ClientHandshake(identity, profiles, check));
        session.start();
        return session;
    }

    /** Runs handshakes with itself, so that the first peers find compiled code. Blocks. */
    public void warmUp(int handshakes) throws InterruptedException {
        for (int i = 0; i < handshakes; i++) {
            Loopback.run(this);
        }
    }

    boolean enter() throws InterruptedException {
        if (running.getQueueLength() >= WAITING) {
            return false;
        }
        running.acquire();
        return true;
    }

    void leave() {
        running.release();
    }
}
