package plenum.media.bwe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Reading transport-wide feedback, first from messages put together by hand after the draft's figures. */
class TransportFeedbackTest {
    private static final int LOST = Integer.MIN_VALUE;

    private final TransportFeedback message = new TransportFeedback();

    @Test
    void theHeaderIsReadWithAllItsBits() {
        assertThat(parse("fffe 0001 abcdef 7f | 2001 | 01")).isTrue();
        assertThat(message.baseSequence()).isEqualTo(0xfffe);
        assertThat(message.statusCount()).isEqualTo(1);
        assertThat(message.referenceTime()).isEqualTo(0xabcdef);
        assertThat(message.messageCount()).isEqualTo(0x7f);
    }

    @Test
    void aRunOfSmallDeltasAddsThemUp() {
        assertThat(ticks("0005 0003 000000 00 | 2003 | 04 08 ff")).containsExactly(4, 12, 267);
    }

    @Test
    void aRunOfLostPacketsHasNoDeltas() {
        assertThat(ticks("0005 0004 000000 00 | 0003 2001 | 09")).containsExactly(LOST, LOST, LOST, 9);
    }

    @Test
    void aRunOfLargeDeltasIsSigned() {
        assertThat(ticks("0005 0003 000000 00 | 4003 | 7fff ffff 8000")).containsExactly(32_767, 32_766, -2);
    }

    @Test
    void aOneBitVectorHasFourteenSymbols() {
        assertThat(ticks("0005 000e 000000 00 | a001 | 01 02"))
                .containsExactly(1, LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST, 3);
    }

    @Test
    void aTwoBitVectorHasSevenSymbols() {
        assertThat(ticks("0005 0007 000000 00 | d882 | 01 0100 00ff 0002"))
                .containsExactly(1, 257, LOST, 512, LOST, LOST, 514);
    }

    @Test
    void symbolsBeyondTheCountAreIgnored() {
        assertThat(ticks("0005 0002 000000 00 | bfff | 01 02 0000")).containsExactly(1, 3);
        assertThat(ticks("0005 0002 000000 00 | 3fff | 01 02")).containsExactly(1, 3);
    }

    @Test
    void sequenceNumbersWrapAround() {
        assertThat(parse("fffe 0004 000000 00 | 2004 | 01 01 01 01")).isTrue();
        var told = new Told();
        message.each(told);
        assertThat(told.sequences).containsExactly(0xfffe, 0xffff, 0, 1);
    }

    @Test
    void aMessageThatEndsTooSoonIsRefused() {
        assertThat(parse("0005 0003 000000")).isFalse();
        assertThat(parse("0005 0003 000000 00")).isFalse();
        assertThat(parse("0005 0003 000000 00 | 2003 | 01 01")).isFalse();
        assertThat(parse("0005 0003 000000 00 | 2002 | 01 01")).isFalse();
        assertThat(parse("0005 0002 000000 00 | 4002 | 0101 01")).isFalse();
        assertThat(parse("0005 0007 000000 00 | d882 | 01 0100 00ff 00")).isFalse();
    }

    @Test
    void aMessageAboutNoPacketIsRefused() {
        assertThat(parse("0005 0000 000000 00 | 2001 | 01")).isFalse();
    }

    @Test
    void anEmptyRunIsRefused() {
        assertThat(parse("0005 0001 000000 00 | 0000 2001 | 01")).isFalse();
    }

    @Test
    void theReservedStatusIsRefused() {
        assertThat(parse("0005 0001 000000 00 | 6001 | 01 01 01 01")).isFalse();
        assertThat(parse("0005 0007 000000 00 | f000 | 01 01 01 01")).isFalse();
    }

    @Test
    void whateverComesIsReadWithoutHarm() {
        var random = new SplittableRandom(1);
        var told = new Told();
        for (int i = 0; i < 200_000; i++) {
            byte[] data = new byte[random.nextInt(64)];
            random.nextBytes(data);
            shorten(data, random);
            if (message.parse(data, 0, data.length)) {
                message.each(told);
                assertThat(told.count).isEqualTo(message.statusCount());
            }
            told.clear();
        }
    }

    @Test
    void aGoodMessageChangedOrCutIsReadWithoutHarm() {
        var random = new SplittableRandom(2);
        var told = new Told();
        byte[] good = bytes("0005 0017 000000 00 | 0003 2001 d882 9555 | 09 01 0100 00ff 0002 01 02 03 04 05 06 07");
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] data = good.clone();
            for (int n = random.nextInt(4); n > 0; n--) {
                data[random.nextInt(data.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(5) == 0 ? random.nextInt(data.length) : data.length;
            if (message.parse(Arrays.copyOf(data, length), 0, length)) {
                message.each(told);
                assertThat(told.count).isEqualTo(message.statusCount());
                read++;
            }
            told.clear();
        }
        assertThat(read).isGreaterThan(20_000);
    }

    /** Otherwise hardly any message of random bytes would be long enough for its count. */
    private static void shorten(byte[] data, SplittableRandom random) {
        if (data.length > 4 && random.nextBoolean()) {
            data[2] = 0;
            data[3] &= 0x3f;
        }
    }

    private boolean parse(String hex) {
        byte[] data = bytes(hex);
        return message.parse(data, 0, data.length);
    }

    private List<Integer> ticks(String hex) {
        assertThat(parse(hex)).isTrue();
        var told = new Told();
        message.each(told);
        return told.ticks;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("[ |]", ""));
    }

    private static final class Told implements TransportFeedback.Packets {
        private final List<Integer> sequences = new ArrayList<>();
        private final List<Integer> ticks = new ArrayList<>();
        private int count;

        @Override
        public void received(int sequence, int after) {
            add(sequence, after);
        }

        @Override
        public void lost(int sequence) {
            add(sequence, LOST);
        }

        private void add(int sequence, int after) {
            count++;
            if (ticks.size() < 100) {
                sequences.add(sequence);
                ticks.add(after);
            }
        }

        void clear() {
            count = 0;
            sequences.clear();
            ticks.clear();
        }
    }
}
