package plenum.media.peer;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import plenum.media.dtls.DtlsHandshakes;
import plenum.media.dtls.DtlsListener;
import plenum.media.dtls.DtlsSession;
import plenum.media.ice.Candidate;
import plenum.media.ice.IceClient;
import plenum.media.ice.IceCredentials;
import plenum.media.ice.IceListener;
import plenum.media.net.Route;
import plenum.media.net.Transport;
import plenum.media.rtcp.RtcpReader;
import plenum.media.srtp.SrtpKeys;
import plenum.media.srtp.SrtpReceiver;
import plenum.media.srtp.SrtpSender;

/**
 * A participant in Java, as real to a bridge as a browser: ICE controlling, DTLS active, SRTP both ways, a socket of
 * its own. It sends the packets it is given and hands over those it gets; what is in them is others' business. Sending
 * belongs to its media thread; all else may be called from any thread.
 */
public final class MediaPeer implements AutoCloseable {
    /** Gets what arrives, in the clear, on the media thread; data is lent for the call. */
    public interface Listener {
        void rtp(byte[] data, int offset, int length, long nowNs);

        void rtcp(byte[] data, int offset, int length, long nowNs);

        /** Fifty times a second, also before it is connected. */
        default void tick(long nowNs) {}
    }

    private final Transport transport;
    private final DtlsHandshakes handshakes;
    private final Listener listener;
    private final OfferedTransport bridge;
    private final List<Candidate> candidates;
    private final List<OfferedMedia> offered;
    private final String answer;
    private final IceClient ice;
    private final CompletableFuture<MediaPeer> connected = new CompletableFuture<>();
    private final CompletableFuture<MediaPeer> ended = new CompletableFuture<>();
    private final AtomicBoolean connecting = new AtomicBoolean();
    private final AtomicBoolean gone = new AtomicBoolean();
    private volatile @Nullable DtlsSession dtls;
    private @Nullable SrtpSender sender;
    private @Nullable SrtpReceiver receiver;
    private long refused;

    MediaPeer(
            Transport transport,
            DtlsHandshakes handshakes,
            SecureRandom random,
            String offer,
            List<Candidate> candidates,
            Map<String, List<String>> ridsByMid,
            Listener listener) {
        this.transport = transport;
        this.handshakes = handshakes;
        this.listener = listener;
        this.candidates = candidates;
        bridge = OfferedTransport.of(offer);
        offered = OfferedMedia.of(offer);
        var credentials = IceCredentials.random(random);
        answer = PeerAnswer.of(offered, credentials, handshakes.identity().fingerprint(), ridsByMid);
        ice = new IceClient(transport, credentials, bridge.credentials(), new Way(), random);
    }

    /** The SDP for the bridge. */
    public String answer() {
        return answer;
    }

    /** The m-lines of the offer, in order. */
    public List<OfferedMedia> offered() {
        return offered;
    }

    /** The m-line of the offer with this mid. */
    public OfferedMedia offered(String mid) {
        return offered.stream()
                .filter(media -> media.mid().equals(mid))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no m-line " + mid));
    }

    /** Begins to check the bridge's candidates; the answer should be on its way to the bridge. */
    @CanIgnoreReturnValue
    public CompletableFuture<MediaPeer> connect() {
        if (connecting.compareAndSet(false, true)) {
            begin();
        }
        return connected;
    }

    private void begin() {
        transport.execute(() -> candidates.forEach(candidate -> ice.add(candidate, System.nanoTime())));
    }

    /** Connects and waits until it has its keys. */
    @CanIgnoreReturnValue
    public MediaPeer connectNow() {
        return within(connect(), "connected");
    }

    /** Waits until the bridge has said good-bye. */
    @CanIgnoreReturnValue
    public MediaPeer awaitEnd() {
        return within(ended, "ended");
    }

    private static MediaPeer within(CompletableFuture<MediaPeer> future, String what) {
        try {
            return future.orTimeout(20, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("the peer is not " + what, failed.getCause());
        }
    }

    /** Runs a task on the media thread; what it sends goes out at its end. */
    public void execute(Runnable task) {
        transport.execute(task);
    }

    /**
     * Protects an RTP packet in place, with {@link plenum.media.srtp.SrtpProfile#MAX_OVERHEAD} bytes of room behind it,
     * and sends it. Media thread only.
     */
    @CanIgnoreReturnValue
    public boolean sendRtp(byte[] data, int offset, int length) {
        return sendSealed(data, offset, seal(data, offset, length));
    }

    /** Only protects it. @return its new length; negative: no keys yet, or its number was used. Media thread only. */
    public int seal(byte[] data, int offset, int length) {
        return sender == null ? -1 : sender.protect(data, offset, length);
    }

    /** Sends a protected packet, perhaps not for the first time. Media thread only. */
    @CanIgnoreReturnValue
    public boolean sendSealed(byte[] data, int offset, int length) {
        return length > 0 && ice.send(data, offset, length);
    }

    /** The same for RTCP. */
    @CanIgnoreReturnValue
    public boolean sendRtcp(byte[] data, int offset, int length) {
        int sealed = sender == null ? -1 : sender.protectRtcp(data, offset, length);
        return sealed > 0 && ice.send(data, offset, sealed);
    }

    /** Packets that were not authentic or came twice. Media thread only. */
    public long refused() {
        return refused;
    }

    /** Says good-bye and ends. */
    @Override
    public void close() {
        var session = dtls;
        if (session != null) {
            session.close();
            var unused = ended.completeOnTimeout(this, 2, TimeUnit.SECONDS).join();
        }
        vanish();
    }

    /** Ends without a word. */
    public void vanish() {
        if (gone.compareAndSet(false, true)) {
            transport.close();
        }
    }

    Transport.Handler handler() {
        return new Packets();
    }

    /** Media thread only. */
    void tick(long nowNs) {
        ice.tick(nowNs);
        listener.tick(nowNs);
        transport.flush();
    }

    boolean gone() {
        return gone.get();
    }

    private void media(byte[] data, int offset, int length, long nowNs) {
        if (receiver == null) {
            return;
        }
        boolean rtcp = RtcpReader.isRtcp(data, offset, length);
        int clear = rtcp ? receiver.unprotectRtcp(data, offset, length) : receiver.unprotect(data, offset, length);
        if (clear < 0) {
            refused++;
            return;
        }
        ice.heard(nowNs);
        if (rtcp) {
            listener.rtcp(data, offset, clear, nowNs);
        } else {
            listener.rtp(data, offset, clear, nowNs);
        }
    }

    /** Sorts what arrives (RFC 7983). */
    private final class Packets implements Transport.Handler {
        @Override
        public void received(byte[] data, int offset, int length, Route from, long nowNs) {
            int first = data[offset] & 0xff;
            if (first >= 128 && first <= 191) {
                media(data, offset, length, nowNs);
            } else if (first <= 3) {
                ice.stun(data, offset, length, from, nowNs);
            } else if (dtls != null) {
                dtls.feed(data, offset, length);
            }
        }

        @Override
        public void batchDone(long nowNs) {}

        @Override
        public void closed(Route route) {
            ice.closed(route, System.nanoTime());
        }
    }

    private final class Way implements IceListener {
        @Override
        public void selected(Route route, long nowNs) {
            if (dtls == null) {
                var session = handshakes.connect(new Keys());
                session.expect(bridge.fingerprint());
                dtls = session;
            }
        }

        @Override
        public void disconnected(long nowNs) {}

        @Override
        public void back(long nowNs) {}
    }

    private final class Keys implements DtlsListener {
        @Override
        public void send(byte[] datagram) {
            transport.execute(() -> ice.send(datagram, 0, datagram.length));
        }

        @Override
        public void keys(SrtpKeys send, SrtpKeys receive) {
            transport.execute(() -> {
                sender = new SrtpSender(send);
                receiver = new SrtpReceiver(receive);
                connected.complete(MediaPeer.this);
            });
        }

        @Override
        public void failed(Throwable cause) {
            connected.completeExceptionally(cause);
            ended.complete(MediaPeer.this);
        }

        @Override
        public void closed() {
            ended.complete(MediaPeer.this);
        }
    }
}
