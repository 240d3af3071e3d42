package plenum.media.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import plenum.media.peer.MediaPeer;
import plenum.media.rtp.RtpPacket;

/** Keeps what a peer receives until a test asks for it. */
public final class ReceivedMedia implements MediaPeer.Listener {
    private final BlockingQueue<byte[]> rtp = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> rtcp = new LinkedBlockingQueue<>();

    @Override
    public void rtp(byte[] data, int offset, int length, long nowNs) {
        rtp.add(Arrays.copyOfRange(data, offset, offset + length));
    }

    @Override
    public void rtcp(byte[] data, int offset, int length, long nowNs) {
        rtcp.add(Arrays.copyOfRange(data, offset, offset + length));
    }

    /** The next RTP packet that is wanted; those before it are dropped. */
    @CanIgnoreReturnValue
    public RtpPacket nextRtp(Predicate<RtpPacket> wanted) throws InterruptedException {
        var packet = new RtpPacket();
        byte[] data = next(rtp);
        while (!packet.parse(data, 0, data.length) || !wanted.test(packet)) {
            data = next(rtp);
        }
        return packet;
    }

    /** The next RTCP packet that is wanted; those before it are dropped. */
    public byte[] nextRtcp(Predicate<byte[]> wanted) throws InterruptedException {
        byte[] data = next(rtcp);
        while (!wanted.test(data)) {
            data = next(rtcp);
        }
        return data;
    }

    private static byte[] next(BlockingQueue<byte[]> queue) throws InterruptedException {
        byte[] data = queue.poll(30, TimeUnit.SECONDS);
        if (data == null) {
            throw new AssertionError("no packet came");
        }
        return data;
    }

    /** How many RTP packets wait. */
    public int waiting() {
        return rtp.size();
    }
}
