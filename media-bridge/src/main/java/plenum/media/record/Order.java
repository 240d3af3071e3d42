package plenum.media.record;

import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import plenum.media.forward.IncomingStream;
import plenum.media.forward.NackList;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;

/**
 * The packets of one stream in the order in which they were sent; those that are lost are asked for. Media thread only.
 */
final class Order {
    private static final int MOST = 2_000;

    /**
     * @param number of the packet in its stream, consecutive
     * @param level of RFC 6464; -1: not told
     * @param lost whether packets before it are given up
     */
    record Piece(long number, int timestamp, boolean marker, int level, byte[] payload, long arrivedNs, boolean lost) {}

    private final IncomingStream stream;
    private final NackList missing = new NackList();
    private final TreeMap<Long, Piece> waiting = new TreeMap<>();
    private final long patienceNs;
    private long next = -1;

    /** @param patienceNs how long a lost packet is waited for */
    Order(int ssrc, Codec codec, long patienceNs) {
        this.stream = new IncomingStream(ssrc, codec.clockRateHz());
        this.patienceNs = patienceNs;
    }

    /** @param repairs it is a retransmission */
    void take(RtpPacket packet, boolean repairs, long nowNs) {
        if (!stream.received(packet, repairs, nowNs) || stream.number() < next) {
            return;
        }
        if (stream.late()) {
            missing.arrived(stream.number());
        } else if (stream.gap() > 0) {
            var unused = missing.missing(stream.number() - stream.gap(), stream.number(), nowNs);
        }
        waiting.put(stream.number(), piece(packet, nowNs));
        if (waiting.size() > MOST) {
            waiting.pollFirstEntry();
        }
    }

    private Piece piece(RtpPacket p, long nowNs) {
        var payload = Arrays.copyOfRange(p.buffer(), p.payloadOffset(), p.payloadOffset() + p.payloadLength());
        return new Piece(stream.number(), p.timestamp(), p.marker(), p.audioLevel(), payload, nowNs, false);
    }

    /** @return null: the next one is still to come */
    @Nullable
    Piece next(long nowNs) {
        var first = waiting.firstEntry();
        if (first == null) {
            return null;
        }
        boolean skips = next >= 0 && first.getKey() != next;
        if (skips && nowNs - first.getValue().arrivedNs < patienceNs) {
            return null;
        }
        var unused = waiting.pollFirstEntry();
        next = first.getKey() + 1;
        return skips ? lost(first.getValue()) : first.getValue();
    }

    private static Piece lost(Piece p) {
        return new Piece(p.number, p.timestamp, p.marker, p.level, p.payload, p.arrivedNs, true);
    }

    /** Asks for what is missing. @param scratch room for {@link NackList#MAX_MISSING} */
    void askMissing(RtcpWriter writer, int ownSsrc, int[] scratch, long nowNs) {
        var unused = missing.giveUp(nowNs);
        int count = missing.due(nowNs, 0, scratch);
        if (count > 0) {
            var ignored = writer.nack(ownSsrc, stream.ssrc(), scratch, count);
        }
    }

    /** Adds what the sender is to know; nothing before the first packet. */
    void report(RtcpWriter writer, long nowNs) {
        if (stream.packets() > 0) {
            var unused = stream.report(writer, nowNs);
        }
    }

    int ssrc() {
        return stream.ssrc();
    }
}
