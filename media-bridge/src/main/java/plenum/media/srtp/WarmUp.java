package plenum.media.srtp;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Makes the JVM compile protection before there is anything to protect: its ciphers are a hundred times slower until
 * then, and a room of 200 would choke on its first seconds.
 */
public final class WarmUp {
    private static final int PACKET = 1_100;
    /** Of processor time: a machine on which the compiler comes late is warmed up all the same. */
    private static final long MOST_NS = 2_000_000_000;

    private final SrtpSender sender;
    private final SrtpReceiver receiver;
    private final byte[] packet = new byte[PACKET + SrtpProfile.MAX_OVERHEAD];

    private WarmUp(SrtpProfile profile) {
        var keys = new SrtpKeys(profile, new byte[profile.keyLength()], new byte[profile.saltLength()]);
        sender = new SrtpSender(keys);
        receiver = new SrtpReceiver(keys);
    }

    /**
     * Protects and checks so many packets of its own, with the preferred profile; fewer where that takes four times as
     * long as usual, for there the JVM has nothing faster to offer.
     *
     * @throws IllegalStateException when one does not come back whole: nothing would work
     */
    public static void run(int packets) {
        var one = new WarmUp(SrtpProfile.AEAD_AES_128_GCM);
        var clock = ManagementFactory.getThreadMXBean();
        long end = clock.getCurrentThreadCpuTime() + MOST_NS;
        for (int i = 0; i < packets && clock.getCurrentThreadCpuTime() < end; i++) {
            one.there(i);
        }
    }

    private void there(int sequence) {
        Arrays.fill(packet, (byte) 0);
        packet[0] = (byte) 0x80;
        packet[2] = (byte) (sequence >> 8);
        packet[3] = (byte) sequence;
        int sealed = sender.protect(packet, 0, PACKET);
        if (receiver.unprotect(packet, 0, sealed) != PACKET) {
            throw new IllegalStateException("SRTP does not open what it has sealed");
        }
    }
}
