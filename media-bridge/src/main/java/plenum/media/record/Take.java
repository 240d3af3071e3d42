package plenum.media.record;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import plenum.media.bwe.ArrivalRecorder;
import plenum.media.forward.Retransmission;
import plenum.media.peer.MediaPeer;
import plenum.media.peer.MediaPeers;
import plenum.media.peer.OfferedMedia;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.RtpPacket;

/**
 * A stretch of a tape: an endpoint of a bridge that receives only, and writes down the picture and the voices that it
 * gets. Thread-safe; it works on the media thread of its peers.
 */
public final class Take implements MediaPeer.Listener {
    private static final int OWN_SSRC = 1;
    private static final long CELL_NS = Opus.CELL_MS * 1_000_000L;

    /** So late is written, for packets that come again or out of order. */
    private static final long BEHIND_NS = 700_000_000;

    private static final int TICKS_OF_REPORT = 50;
    private static final long CLUSTER_MS = 2_000;
    private static final long SHORTEST_MS = 500;
    private static final int CLUSTER_BYTES = 4 << 20;

    private final Tape tape;
    private final InstantSource clock;
    private final MediaPeer peer;
    private final List<OfferedMedia> voiceSlots;
    private final @Nullable OfferedMedia pictureSlot;
    private final RtpPacket packet = new RtpPacket();
    private final ArrivalRecorder arrivals = new ArrivalRecorder();
    private final byte[] rtcp = new byte[1_500];
    private final RtcpWriter writer = new RtcpWriter(rtcp, 0, 1_200);
    private final int[] scratch = new int[100];
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    // of the media thread
    private @Nullable Running running;
    private boolean over;
    private int ticks;

    /** Since it is connected. */
    private record Running(
            long startNs, long fromMs, @Nullable PictureTrack picture, Voices voices) {}

    private long cell; // the next one to be written
    private Cluster cluster = new Cluster(0);

    Take(Tape tape, MediaPeers peers, String offer, InstantSource clock) {
        this.tape = tape;
        this.clock = clock;
        peer = peers.answerNearby(offer, this);
        voiceSlots = slots(peer, false).stream().limit(Webm.VOICES).toList();
        pictureSlot = slots(peer, true).stream().findFirst().orElse(null);
    }

    private static List<OfferedMedia> slots(MediaPeer peer, boolean video) {
        return peer.offered().stream()
                .filter(media -> media.slot() && media.video() == video)
                .toList();
    }

    /** The SDP for the bridge. */
    public String answer() {
        return peer.answer();
    }

    /** Connects to the bridge, which should have the answer, and writes from then on. */
    public void begin() {
        var unused = peer.connect().thenRun(() -> peer.execute(this::connected));
    }

    private void connected() {
        if (over || running != null) {
            return;
        }
        long nowNs = System.nanoTime();
        var picture = pictureSlot == null ? null : new PictureTrack(pictureSlot.ssrc(), nowNs);
        var voices = voiceSlots.stream()
                .map(slot -> new VoiceSlot(slot.ssrc(), nowNs))
                .toList();
        running = new Running(nowNs, tape.endMs(), picture, new Voices(voices));
        cluster = new Cluster(tape.endMs());
        tape.begins(clock.instant());
    }

    /** Writes the rest and leaves the bridge without a word. Completes when all of it is on the disk. */
    public CompletionStage<Void> end() {
        peer.execute(() -> {
            finish();
            var unused = tape.written().whenComplete((done, failure) -> ended.complete(null));
        });
        return ended;
    }

    private void finish() {
        if (over) {
            return;
        }
        over = true;
        var now = running;
        if (now != null) {
            long nowNs = System.nanoTime();
            look(now, nowNs);
            write(now, (nowNs - now.startNs) / CELL_NS);
            while (cell < now.voices.end(cell)) {
                write(now);
            }
            turn(now);
        }
        Thread.startVirtualThread(peer::vanish);
    }

    @Override
    public void rtp(byte[] data, int offset, int length, long nowNs) {
        var now = running;
        if (over || !packet.parse(data, offset, length)) {
            return;
        }
        arrivals.received(packet.transportSequence(), packet.marker(), nowNs);
        if (now != null) {
            take(now, nowNs);
        }
    }

    private void take(Running now, long nowNs) {
        if (now.picture != null && pictureSlot != null) {
            boolean repairs = packet.ssrc() == pictureSlot.rtxSsrc();
            if (packet.ssrc() == pictureSlot.ssrc() || repairs && Retransmission.restore(packet, pictureSlot.ssrc())) {
                now.picture.take(packet, repairs, nowNs);
                return;
            }
        }
        for (var slot : now.voices.slots()) {
            if (slot.order().ssrc() == packet.ssrc()) {
                slot.take(packet, nowNs);
            }
        }
    }

    /** The bridge's reports are not needed: moments are those of the arrivals. */
    @Override
    public void rtcp(byte[] data, int offset, int length, long nowNs) {}

    @Override
    public void tick(long nowNs) {
        var now = running;
        if (now == null || over) {
            return;
        }
        feedback(now, nowNs);
        look(now, nowNs);
        write(now, (nowNs - BEHIND_NS - now.startNs) / CELL_NS);
    }

    private static void look(Running now, long nowNs) {
        if (now.picture != null) {
            now.picture.look(nowNs);
        }
        now.voices.look(nowNs);
    }

    private void feedback(Running now, long nowNs) {
        int ssrc = pictureSlot == null ? 0 : pictureSlot.ssrc();
        int length = arrivals.write(rtcp, 0, OWN_SSRC, ssrc, nowNs);
        if (length > 0) {
            peer.sendRtcp(rtcp, 0, length);
        }
        writer.clear();
        if (++ticks % TICKS_OF_REPORT == 0 && writer.receiverReport(OWN_SSRC)) {
            now.voices.slots().forEach(slot -> slot.order().report(writer, nowNs));
            report(now.picture, nowNs);
        }
        now.voices.slots().forEach(slot -> slot.order().askMissing(writer, OWN_SSRC, scratch, nowNs));
        if (now.picture != null) {
            now.picture.order().askMissing(writer, OWN_SSRC, scratch, nowNs);
            var unused = now.picture.wantsKeyFrame(nowNs) && writer.pictureLoss(OWN_SSRC, ssrc);
        }
        if (writer.length() > 0) {
            peer.sendRtcp(rtcp, 0, writer.length());
        }
    }

    private void report(@Nullable PictureTrack picture, long nowNs) {
        if (picture != null) {
            picture.order().report(writer, nowNs);
        }
    }

    // what is written --------------------------------------------------------------------------------------------

    private void write(Running now, long until) {
        for (; cell < until; cell++) {
            write(now);
        }
    }

    private void write(Running now) {
        long ms = now.fromMs + cell * Opus.CELL_MS;
        var frame = frame(now);
        long age = ms - cluster.fromMs();
        boolean turns = age >= CLUSTER_MS || cluster.bytes() > CLUSTER_BYTES;
        if (turns || frame != null && frame.key() && age >= SHORTEST_MS) {
            turn(now);
        }
        for (; frame != null; frame = frame(now)) {
            cluster.picture(frame, Math.max(ms, now.fromMs + frame.ms()));
        }
        now.voices.write(cell, ms, cluster);
    }

    private @Nullable Frame frame(Running now) {
        return now.picture == null ? null : now.picture.before((cell + 1) * Opus.CELL_MS);
    }

    /** The next cluster begins. */
    private void turn(Running now) {
        long ms = now.fromMs + cell * Opus.CELL_MS;
        now.voices.flush(ms, cluster);
        tape.write(cluster, ms);
        cluster = new Cluster(ms);
    }
}
