package plenum.server.conference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import plenum.media.peer.MediaPeer;
import plenum.media.peer.MediaPeers;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;
import plenum.media.testkit.Broadcaster;
import plenum.server.testkit.LiveClient;

/**
 * A participant who does what a tablet does by itself (core/call.ts): answers each offer, keeps the path before it
 * until the new one flows, asks for another offer when a path does not come about or falls silent. Nobody helps it.
 */
final class Caller implements AutoCloseable {
    private static final Map<String, List<String>> SENDING = Map.of("0", List.of(), "1", List.of("q", "h", "f"));
    private static final int CONNECT_SECONDS = 8;
    private static final long SILENT_NS =
            TimeUnit.MILLISECONDS.toNanos(7_500); // no consent, then the tablet's patience

    private final MediaPeers peers;
    private final LiveClient socket;
    private final boolean sends;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private @Nullable Path path;
    private @Nullable Path next;

    // under a lock of its own: the media thread must not wait for those who wait for it
    private final Object flow = new Object();
    private long heardPath = -1;
    private long seenPath = -1;
    private long heardNs;
    private long seenNs;

    /** A peer for one offer. */
    private final class Path implements MediaPeer.Listener {
        private final long number;
        private final RtpPacket packet = new RtpPacket();
        private final Broadcaster broadcaster = new Broadcaster();
        private @Nullable MediaPeer peer;
        private volatile long lastNs = System.nanoTime();

        private Path(long number) {
            this.number = number;
        }

        @Override
        public void rtp(byte[] data, int offset, int length, long nowNs) {
            if (packet.parse(data, offset, length)) took(this, packet.payloadType());
        }

        @Override
        public void rtcp(byte[] data, int offset, int length, long nowNs) {
            broadcaster.rtcp(data, offset, length, nowNs);
        }

        /** Waits for the media thread, which may wait for us: not here. */
        private void close() {
            broadcaster.close();
            if (peer != null) Thread.startVirtualThread(peer::vanish);
        }
    }

    /** @param socket that has said hello */
    Caller(MediaPeers peers, LiveClient socket, boolean sends) {
        this.peers = peers;
        this.socket = socket;
        this.sends = sends;
        socket.follow(this::hear);
        var unused = clock.scheduleAtFixedRate(this::look, 500, 500, TimeUnit.MILLISECONDS);
    }

    private void hear(JsonNode message) {
        if (message.path("t").asText().equals("welcome")) want();
        if (message.path("t").asText().equals("offer"))
            offered(message.path("n").asLong(), message.path("sdp").asText());
    }

    private void want() {
        socket.send(Map.of(
                "t",
                "want",
                "selected",
                List.of(),
                "heights",
                Map.of(),
                "defaultHeight",
                180,
                "lastN",
                -1,
                "downlinkBps",
                0));
    }

    private synchronized void offered(long number, String sdp) {
        if (next != null) next.close();
        var fresh = new Path(number);
        var peer = peers.answer(sdp, sends ? SENDING : Map.of(), fresh);
        fresh.peer = peer;
        next = fresh;
        socket.send(Map.of("t", "answer", "n", number, "sdp", peer.answer()));
        var unused = peer.connect()
                .orTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .whenCompleteAsync((connected, failure) -> settled(fresh, failure == null), clock);
    }

    private synchronized void settled(Path fresh, boolean connected) {
        if (next != fresh) return;
        if (!connected) {
            renew();
            return;
        }
        if (path != null) path.close();
        path = fresh;
        next = null;
        fresh.lastNs = System.nanoTime();
        if (sends && fresh.peer != null) fresh.broadcaster.begin(fresh.peer);
    }

    /** Asks for another offer. */
    void renew() {
        if (socket.isOpen()) socket.send(Map.of("t", "renew"));
    }

    private synchronized void look() {
        if (path == null || next != null || System.nanoTime() - path.lastNs < SILENT_NS) return;
        path.lastNs = System.nanoTime();
        renew();
    }

    private void took(Path from, int payloadType) {
        from.lastNs = System.nanoTime();
        synchronized (flow) {
            if (payloadType == Codec.OPUS.payloadType() && from.number > heardPath) {
                heardPath = from.number;
                heardNs = from.lastNs;
                flow.notifyAll();
            }
            if (payloadType == Codec.VP8.payloadType() && from.number > seenPath) {
                seenPath = from.number;
                seenNs = from.lastNs;
                flow.notifyAll();
            }
        }
    }

    /** Number of the newest offer over which somebody is heard and seen. */
    long flowing() {
        synchronized (flow) {
            return Math.min(heardPath, seenPath);
        }
    }

    /** Waits until somebody is heard and seen over a newer offer than that. @return since when */
    long awaitNewer(long number) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        synchronized (flow) {
            while (flowing() <= number) {
                var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) throw new AssertionError("nothing flows after offer " + number + "; " + tail());
                try {
                    flow.wait(left);
                } catch (InterruptedException stopped) {
                    throw new AssertionError(stopped);
                }
            }
            return Math.max(heardNs, seenNs);
        }
    }

    private List<String> tail() {
        var heard = socket.raw();
        return heard.subList(Math.max(0, heard.size() - 5), heard.size());
    }

    @Override
    public void close() {
        clock.shutdownNow();
        socket.close();
        synchronized (this) {
            if (path != null) path.close();
            if (next != null) next.close();
        }
    }
}
