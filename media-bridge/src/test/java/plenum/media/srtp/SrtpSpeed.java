package plenum.media.srtp;

import java.lang.management.ManagementFactory;

/** Prints what protecting and checking a packet of 1,100 bytes costs, 50 receivers in turn; run by hand. */
final class SrtpSpeed {
    private static final int PACKET = 1_100;
    private static final int KEYS = 50;
    private static final int ROUND = 20_000;
    private static final int ROUNDS = 25;

    private SrtpSpeed() {}

    public static void main(String[] args) {
        for (var profile : SrtpProfile.values()) {
            new Run(profile).print();
        }
    }

    private static final class Run {
        private final SrtpProfile profile;
        private final SrtpSender[] senders = new SrtpSender[KEYS];
        private final SrtpReceiver[] receivers = new SrtpReceiver[KEYS];
        private final byte[][] packets = new byte[ROUND][PACKET + SrtpProfile.MAX_OVERHEAD];
        private final int[] lengths = new int[ROUND];
        private int sequence;

        Run(SrtpProfile profile) {
            this.profile = profile;
            for (int i = 0; i < KEYS; i++) {
                senders[i] = new SrtpSender(Line.keys(profile, i));
                receivers[i] = new SrtpReceiver(Line.keys(profile, i));
            }
        }

        void print() {
            double protect = Double.MAX_VALUE;
            double unprotect = Double.MAX_VALUE;
            long garbage = 0;
            long garbageBack = 0;
            for (int round = 0; round < ROUNDS; round++) {
                fill();
                long allocated = allocated();
                protect = Math.min(protect, time(this::protect));
                garbage = (allocated() - allocated) / ROUND;
                allocated = allocated();
                unprotect = Math.min(unprotect, time(this::unprotect));
                garbageBack = (allocated() - allocated) / ROUND;
            }
            System.out.printf(
                    "%-24s protect %4.0f ns (%d B garbage)  unprotect %4.0f ns (%d B garbage)%n",
                    profile, protect, garbage, unprotect, garbageBack);
        }

        private void fill() {
            for (int i = 0; i < ROUND; i++) {
                if (i % KEYS == 0) {
                    sequence++;
                }
                System.arraycopy(Line.rtp(Line.SSRC, sequence & 0xffff, PACKET - 12), 0, packets[i], 0, PACKET);
            }
        }

        private void protect() {
            for (int i = 0; i < ROUND; i++) {
                lengths[i] = check(senders[i % KEYS].protect(packets[i], 0, PACKET));
            }
        }

        private void unprotect() {
            for (int i = 0; i < ROUND; i++) {
                lengths[i] = check(receivers[i % KEYS].unprotect(packets[i], 0, lengths[i]));
            }
        }

        private static int check(int length) {
            if (length < 0) {
                throw new IllegalStateException("refused");
            }
            return length;
        }

        /** Nanoseconds of processor time for each packet. */
        private static double time(Runnable work) {
            var threads = ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadCpuTime();
            work.run();
            return (double) (threads.getCurrentThreadCpuTime() - before) / ROUND;
        }

        private static long allocated() {
            return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                    .getCurrentThreadAllocatedBytes();
        }
    }
}
