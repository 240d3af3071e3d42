package plenum.media.forward;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldFrameTest {
    private static final int SSRC = 7;
    private final VideoLayer layer = new VideoSource().layer(0);
    private final HeldFrame frame = new HeldFrame(layer);
    private int sequence = 100;

    HeldFrameTest() {
        layer.bind(new IncomingStream(SSRC, 90_000));
        layer.hold();
    }

    private VideoPacket packet(int timestamp, boolean marker, int size) {
        byte[] payload = new byte[size];
        payload[0] = 0x10;
        return packet(timestamp, marker, payload);
    }

    private VideoPacket packet(int timestamp, boolean marker, byte... payload) {
        byte[] packet = RtpBytes.packet(RtpBytes.VP8, marker, sequence++, timestamp, SSRC, payload);
        return requireNonNull(layer.received(RtpBytes.parse(packet), false, 1));
    }

    /** Adds packets of one frame, the last one marked. */
    private void hold(int... sizes) {
        for (int i = 0; i < sizes.length; i++) {
            frame.add(packet(1, i == sizes.length - 1, sizes[i]), 5);
        }
    }

    private List<Integer> padding() {
        return IntStream.range(0, frame.count())
                .mapToObj(i -> frame.padding(i, requireNonNull(frame.packet(i))))
                .toList();
    }

    @Test
    void packetsOfAFrameBecomeOneSizeButTheLastMayBeShorter() {
        hold(1_000, 1_001, 999, 400);
        assertThat(padding()).containsExactly(1, 0, 2, 0);
    }

    @Test
    void noPacketGetsLongerThanTheLongestOfItsFrame() {
        hold(1_000, 1_001);
        assertThat(padding()).containsExactly(1, 0);
    }

    @Test
    void whatDiffersByMuchStaysAsItIs() {
        hold(300, 1_000, 990, 1_000);
        assertThat(padding()).containsExactly(0, 0, 10, 0);
    }

    @Test
    void aPictureIdThatWillBeWrittenLongerCounts() {
        frame.add(packet(1, false, (byte) 0x90, (byte) 0x80, (byte) 5, (byte) 1, (byte) 0), 0);
        frame.add(packet(1, false, (byte) 0x10, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0), 0);
        frame.add(packet(1, true, (byte) 0x10, (byte) 0), 0);
        assertThat(padding()).containsExactly(0, 0, 0);
    }

    @Test
    void theMarkerEndsAFrameAndSoDoesItsGreatestLength() {
        for (int i = 0; i < HeldFrame.MOST; i++) {
            assertThat(frame.complete()).isFalse();
            frame.add(packet(1, false, 100), 0);
        }
        assertThat(frame.complete()).isTrue();
        frame.clear();
        assertThat(frame.empty()).isTrue();
        hold(100, 100);
        assertThat(frame.complete()).isTrue();
    }

    @Test
    void aPacketOfAnotherFrameOrAnotherStreamDoesNotContinueIt() {
        frame.add(packet(1, false, 100), 0);
        assertThat(frame.continues(packet(1, false, 100))).isTrue();
        assertThat(frame.continues(packet(2, false, 100))).isFalse();
        layer.bind(new IncomingStream(SSRC, 90_000));
        assertThat(frame.continues(packet(1, false, 100))).isFalse();
        frame.clear();
        assertThat(frame.continues(packet(9, false, 100))).isTrue();
    }

    @Test
    void whatIsNotKeptCannotWait() {
        assertThat(frame.mayHold(packet(1, false, 100))).isTrue();
        assertThat(frame.mayHold(packet(1, false, RetransmitCache.MAX_PAYLOAD + 1)))
                .isFalse();
    }
}
