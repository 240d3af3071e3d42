package plenum.media.rtcp;

import java.util.ArrayList;
import java.util.List;

/** A visitor that writes down what it is told. */
final class Heard implements RtcpVisitor {
    final List<String> lines = new ArrayList<>();

    @Override
    public void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {
        say("sr %x %x %x %d %d", ssrc, ntp, rtpTimestamp, packets, octets);
    }

    @Override
    public void reportBlock(
            int reporter,
            int ssrc,
            int fractionLost,
            int cumulativeLost,
            int highestSequence,
            int jitter,
            int lastSenderReport,
            int delay) {
        say(
                "block %x %x %d %d %x %d %x %x",
                reporter, ssrc, fractionLost, cumulativeLost, highestSequence, jitter, lastSenderReport, delay);
    }

    @Override
    public void bye(int ssrc) {
        say("bye %x", ssrc);
    }

    @Override
    public void nack(int mediaSsrc, int sequence) {
        say("nack %x %d", mediaSsrc, sequence);
    }

    @Override
    public void pictureLoss(int mediaSsrc) {
        say("pli %x", mediaSsrc);
    }

    @Override
    public void fullIntraRequest(int mediaSsrc, int command) {
        say("fir %x %d", mediaSsrc, command);
    }

    @Override
    public void receiverEstimate(long bitrateBps) {
        say("remb %d", bitrateBps);
    }

    @Override
    public void transportFeedback(byte[] buffer, int fciOffset, int fciLength) {
        say("feedback %d %d", fciOffset, fciLength);
    }

    private void say(String format, Object... values) {
        lines.add(String.format(format, values));
    }
}
