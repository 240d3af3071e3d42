package plenum.media.bwe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done for every packet leaves no garbage. */
class GarbageTest {
    private static final int PACKETS = 50_000;
    private static final long GAP_NS = 2_000_000;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final SendBandwidth bandwidth = new SendBandwidth();
    private final ArrivalRecorder recorder = new ArrivalRecorder();
    private final Allocation allocation = new Allocation();
    private final List<Wish> wishes = List.of(new Wish(false), new Wish(true));
    private final byte[] message = new byte[ArrivalRecorder.MAX_MESSAGE];
    private long nowNs;

    @Test
    void packetsFeedbackAndAllocationLeaveNoGarbage() {
        send();
        long before = thread.getCurrentThreadAllocatedBytes();
        send();
        long garbage = thread.getCurrentThreadAllocatedBytes() - before;
        assertThat(garbage).isLessThan(PACKETS / 2);
    }

    private void send() {
        for (int i = 0; i < PACKETS; i++) {
            nowNs += GAP_NS;
            recorder.received(bandwidth.sent(1_100, nowNs), i % 4 == 0, nowNs + i % 3 * GAP_NS);
            int length = recorder.write(message, 0, 1, 2, nowNs);
            if (length > 0 && bandwidth.feedback(message, 12, length - 12, nowNs)) {
                allocate();
            }
        }
    }

    private void allocate() {
        wishes.getFirst().want(720, true);
        wishes.getFirst().layer(0, 180, 150_000);
        if (allocation.allocate(wishes, 2, bandwidth.estimateBps(), nowNs)) {
            wishes.getLast().want(1_080, false);
        }
    }
}
