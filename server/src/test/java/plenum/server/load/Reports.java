package plenum.server.load;

import java.util.LinkedHashMap;
import java.util.Map;
import plenum.media.rtcp.RtcpVisitor;
import plenum.media.rtcp.RtcpWriter;

/**
 * Receiver reports as browsers send them, once a second: by them a bridge knows the round trip. On the media thread.
 */
final class Reports implements RtcpVisitor {
    private static final long EVERY_NS = 1_000_000_000;
    /** Whose sender report is older sends no more. */
    private static final long FRESH_NS = 5_000_000_000L;

    private static final int MOST = 31;

    private final Map<Integer, Told> told = new LinkedHashMap<>(); // by SSRC
    private long sentNs = System.nanoTime();

    private record Told(int middleNtp, long atNs) {}

    @Override
    public void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {
        told.put(ssrc, new Told((int) (ntp >> 16), System.nanoTime()));
    }

    boolean due() {
        return System.nanoTime() - sentNs >= EVERY_NS && !told.isEmpty();
    }

    /** @param sequences newest sequence number by SSRC */
    void write(RtcpWriter writer, Map<Integer, int[]> sequences) {
        var now = System.nanoTime();
        sentNs = now;
        told.values().removeIf(one -> now - one.atNs() > FRESH_NS);
        var room = writer.receiverReport(1);
        for (var one : told.entrySet().stream().limit(MOST).toList()) {
            var newest = sequences.get(one.getKey());
            if (newest == null) continue;
            var delay = (int) ((now - one.getValue().atNs()) * 65_536 / 1_000_000_000);
            room &= writer.reportBlock(
                    one.getKey(), 0, 0, newest[0], 0, one.getValue().middleNtp(), delay);
        }
        if (!room) throw new IllegalStateException("no room for a receiver report");
    }
}
