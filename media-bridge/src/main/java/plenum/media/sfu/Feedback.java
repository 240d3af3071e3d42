package plenum.media.sfu;

import plenum.media.bwe.ArrivalRecorder;
import plenum.media.forward.VideoLayer;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.RtpPacket;

/**
 * What an endpoint is told about what it sends, besides reports: when it came, what is missing, where a key frame is
 * needed.
 */
final class Feedback {
    private final Wire line;
    private final byte[] scratch;
    private final int ssrc;
    private final ArrivalRecorder arrivals = new ArrivalRecorder();
    private final RtcpWriter writer;
    private final int[] missing = new int[VideoLayer.MAX_MISSING];
    private int lastSsrc;

    /** @param ssrc under which the bridge tells it */
    Feedback(Wire line, byte[] scratch, int ssrc) {
        this.line = line;
        this.scratch = scratch;
        this.ssrc = ssrc;
        writer = new RtcpWriter(scratch, 0, ArrivalRecorder.MAX_MESSAGE);
    }

    /** A packet has come, whether it is used or not. */
    void arrived(RtpPacket packet, long nowNs) {
        int sequence = packet.transportSequence();
        if (sequence >= 0) {
            lastSsrc = packet.ssrc();
            arrivals.received(sequence, packet.marker(), nowNs);
        }
    }

    /** Every 5 to 20 ms. */
    void tick(Microphone microphone, Picture camera, Picture screen, long roundTripNs, long nowNs) {
        tellArrivals(nowNs);
        writer.clear();
        microphone.askMissing(writer, ssrc, roundTripNs, missing, nowNs);
        camera.askMissing(writer, ssrc, roundTripNs, missing, nowNs);
        screen.askMissing(writer, ssrc, roundTripNs, missing, nowNs);
        flush();
    }

    /** The same for what another bridge sends. */
    void tick(Iterable<Microphone> microphones, Iterable<Picture> pictures, long roundTripNs, long nowNs) {
        tellArrivals(nowNs);
        for (Microphone microphone : microphones) {
            writer.clear();
            microphone.askMissing(writer, ssrc, roundTripNs, missing, nowNs);
            flush();
        }
        for (Picture picture : pictures) {
            writer.clear();
            picture.askMissing(writer, ssrc, roundTripNs, missing, nowNs);
            flush();
        }
    }

    private void tellArrivals(long nowNs) {
        int length = arrivals.write(scratch, 0, ssrc, lastSsrc, nowNs);
        while (length > 0) {
            line.sendRtcp(scratch, 0, length);
            length = arrivals.write(scratch, 0, ssrc, lastSsrc, nowNs);
        }
    }

    void askKeyFrame(int mediaSsrc) {
        writer.clear();
        if (writer.pictureLoss(ssrc, mediaSsrc)) {
            flush();
        }
    }

    private void flush() {
        if (writer.length() > 0) {
            line.sendRtcp(scratch, 0, writer.length());
            writer.clear();
        }
    }
}
