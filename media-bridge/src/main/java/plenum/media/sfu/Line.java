package plenum.media.sfu;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.dtls.DtlsListener;
import plenum.media.dtls.DtlsSession;
import plenum.media.dtls.Fingerprint;
import plenum.media.ice.IceCredentials;
import plenum.media.ice.IceListener;
import plenum.media.ice.IceSession;
import plenum.media.net.Route;
import plenum.media.sdp.TransportDescription;
import plenum.media.srtp.SrtpKeys;
import plenum.media.srtp.SrtpReceiver;
import plenum.media.srtp.SrtpSender;

/** The connection with an endpoint: the way that ICE finds, and the keys that DTLS agrees on. Media thread only. */
final class Line implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    /** Hears how the line fares, on the media thread. */
    interface Listener {
        /** There is a way and there are keys. Again after {@link #down}. */
        void up(long nowNs);

        /** Nothing comes any more; it may come back. */
        void down(long nowNs);

        /** The peer is found there, or elsewhere, from now on. */
        void moved();
    }

    private final Shared shared;
    private final Listener listener;
    private final IceCredentials credentials;
    private final IceSession<Endpoint> ice;
    private final DtlsSession dtls;
    private @Nullable SrtpSender sender;
    private @Nullable SrtpReceiver receiver;
    private boolean way;
    private boolean up;
    private boolean answered;
    private boolean begun;
    private boolean closed;

    Line(Shared shared, Endpoint endpoint) {
        this.shared = shared;
        listener = endpoint;
        credentials = IceCredentials.random(shared.random());
        ice = shared.ice().register(credentials, endpoint, new Way());
        dtls = shared.handshakes().accept(new Keys());
    }

    TransportDescription description() {
        return new TransportDescription(credentials.ufrag(), credentials.password(), shared.fingerprint());
    }

    /** The peer's end of the line. Only the first answer counts: a browser answers each offer once. */
    void answer(TransportDescription peer, Fingerprint fingerprint) {
        if (!answered) {
            answered = true;
            ice.remoteUfrag(peer.ufrag());
            dtls.expect(fingerprint);
        }
    }

    @Override
    public boolean up() {
        return up;
    }

    /** Takes a DTLS record. */
    void handshake(byte[] data, int offset, int length) {
        begun = true;
        dtls.feed(data, offset, length);
    }

    /** @return the length of the packet in the clear, in place; negative: not authentic, replayed, or no keys yet */
    int open(byte[] data, int offset, int length, long nowNs) {
        return heard(receiver == null ? -1 : receiver.unprotect(data, offset, length), nowNs);
    }

    /** The same for RTCP. */
    int openRtcp(byte[] data, int offset, int length, long nowNs) {
        return heard(receiver == null ? -1 : receiver.unprotectRtcp(data, offset, length), nowNs);
    }

    private int heard(int length, long nowNs) {
        if (length < 0) {
            shared.counters().dropped++;
        } else {
            shared.counters().in++;
            ice.heard(nowNs);
        }
        return length;
    }

    @Override
    public int seal(byte[] data, int offset, int length) {
        return sender == null ? -1 : sender.protect(data, offset, length);
    }

    @Override
    public void sendRtcp(byte[] data, int offset, int length) {
        int sealed = sender == null ? -1 : sender.protectRtcp(data, offset, length);
        if (sealed > 0) {
            hand(data, offset, sealed);
        }
    }

    @Override
    public void hand(byte[] data, int offset, int length) {
        if (up && ice.send(data, offset, length)) {
            shared.counters().out++;
        }
    }

    /** From now on the peer gets no more than a good-bye. */
    void close() {
        closed = true;
        up = false;
        dtls.close();
        if (!begun) {
            ice.close();
        }
    }

    /** The last word of DTLS was said. */
    private void ended() {
        sender = null;
        if (closed) {
            ice.close();
        } else {
            decide(System.nanoTime());
        }
    }

    private void decide(long nowNs) {
        boolean now = way && sender != null && !closed;
        if (now == up) {
            return;
        }
        up = now;
        if (up) {
            listener.up(nowNs);
        } else {
            listener.down(nowNs);
        }
    }

    /** What ICE tells, on the media thread. */
    private final class Way implements IceListener {
        @Override
        public void selected(Route route, long nowNs) {
            way = true;
            listener.moved();
            decide(nowNs);
        }

        @Override
        public void disconnected(long nowNs) {
            way = false;
            decide(nowNs);
        }

        @Override
        public void back(long nowNs) {
            way = true;
            decide(nowNs);
        }
    }

    /** What DTLS tells, on threads of its own. */
    private final class Keys implements DtlsListener {
        @Override
        public void send(byte[] datagram) {
            shared.transport().execute(() -> {
                var unused = ice.send(datagram, 0, datagram.length);
            });
        }

        @Override
        public void keys(SrtpKeys send, SrtpKeys receive) {
            shared.transport().execute(() -> {
                if (!closed) {
                    sender = new SrtpSender(send);
                    receiver = new SrtpReceiver(receive);
                    decide(System.nanoTime());
                }
            });
        }

        @Override
        public void failed(Throwable cause) {
            LOG.info("no keys with {}: {}", credentials, cause.toString());
            shared.transport().execute(Line.this::ended);
        }

        @Override
        public void closed() {
            shared.transport().execute(Line.this::ended);
        }
    }
}
