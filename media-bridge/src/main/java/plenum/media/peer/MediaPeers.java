package plenum.media.peer;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import plenum.media.dtls.DtlsHandshakes;
import plenum.media.dtls.DtlsIdentity;
import plenum.media.ice.Candidate;
import plenum.media.net.Cancellable;
import plenum.media.net.MediaLoop;
import plenum.media.net.NettyTransport;

/** Peers of bridges in one process: a socket for each, one media thread and one certificate for all. Thread-safe. */
public final class MediaPeers implements AutoCloseable {
    private static final int SOCKET_BUFFER = 1 << 20;
    private static final Duration TICK = Duration.ofMillis(20);
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress ANY_4 = InetAddress.ofLiteral("0.0.0.0");
    private static final InetAddress ANY_6 = InetAddress.ofLiteral("::");

    private final MediaLoop loop = MediaLoop.start(true);
    private final DtlsHandshakes handshakes = new DtlsHandshakes(DtlsIdentity.create());
    private final SecureRandom random = new SecureRandom();
    private final Queue<MediaPeer> peers = new ConcurrentLinkedQueue<>();
    private final Cancellable ticking = loop.every(TICK, this::tick);

    /** A peer that takes all slots of an offer and will send in the m-lines of the given mids. */
    public MediaPeer answer(String offer, Map<String, List<String>> ridsByMid, MediaPeer.Listener listener) {
        var transport = OfferedTransport.of(offer);
        return answer(offer, transport.candidates(), ridsByMid, listener);
    }

    /** The same over some of the candidates of the offer, or others. */
    public MediaPeer answer(
            String offer,
            List<Candidate> candidates,
            Map<String, List<String>> ridsByMid,
            MediaPeer.Listener listener) {
        var settings = new NettyTransport.Settings(
                List.of(ours(candidates.getFirst())), 0, -1, SOCKET_BUFFER, SOCKET_BUFFER, true, false);
        var transport = new NettyTransport(settings, loop);
        var peer = new MediaPeer(transport, handshakes, random, offer, candidates, ridsByMid, listener);
        transport.start(peer.handler());
        peers.add(peer);
        return peer;
    }

    /**
     * The same, also over the loopback address: a bridge on this machine may name only addresses by which it is reached
     * from elsewhere.
     */
    public MediaPeer answerNearby(String offer, MediaPeer.Listener listener) {
        var named = OfferedTransport.of(offer).candidates();
        var near = named.stream()
                .filter(candidate ->
                        !candidate.tcp() && !candidate.address().getAddress().isLoopbackAddress())
                .filter(candidate -> candidate.address().getAddress() instanceof Inet4Address)
                .map(candidate ->
                        new InetSocketAddress(LOOPBACK, candidate.address().getPort()))
                .distinct()
                .map(address -> new Candidate(false, 1, address));
        return answer(offer, Stream.concat(named.stream(), near).toList(), Map.of(), listener);
    }

    private void tick() {
        long nowNs = System.nanoTime();
        peers.removeIf(MediaPeer::gone);
        peers.forEach(peer -> peer.tick(nowNs));
    }

    /** From where the candidate can be reached. */
    private static InetAddress ours(Candidate candidate) {
        var theirs = candidate.address().getAddress();
        return theirs.isLoopbackAddress() ? theirs : theirs instanceof Inet4Address ? ANY_4 : ANY_6;
    }

    @Override
    public void close() {
        ticking.cancel();
        peers.forEach(MediaPeer::close);
        loop.close();
    }
}
