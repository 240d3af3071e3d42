package plenum.media.bwe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is told to a sender about its packets, read back. */
class ArrivalRecorderTest {
    private static final long MS = 1_000_000;
    private static final int TICK = TransportFeedback.TICK_NS;

    private final ArrivalRecorder recorder = new ArrivalRecorder();
    private final Reader reader = new Reader();
    private long nowNs = -5_000 * MS;

    @Test
    void nothingIsToldWhenNothingHasCome() {
        assertThat(messages()).isZero();
    }

    @Test
    void feedbackIsDueEvery100Milliseconds() {
        receive(1);
        after(99);
        assertThat(messages()).isZero();
        after(1);
        assertThat(messages()).isEqualTo(1);
        assertThat(messages()).isZero();
    }

    @Test
    void afterAPauseThePacketThatEndsItIsToldAtOnce() {
        receive(1);
        after(100);
        assertThat(messages()).isEqualTo(1);
        after(5_000);
        receive(2);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void theEndOfALargeFrameIsToldAfter20Milliseconds() {
        for (int i = 0; i < 12; i++) {
            recorder.received(i, i == 11, nowNs);
        }
        after(19);
        assertThat(messages()).isZero();
        after(1);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void theEndOfASmallFrameWaits() {
        recorder.received(1, false, nowNs);
        recorder.received(2, true, nowNs);
        after(50);
        assertThat(messages()).isZero();
    }

    @Test
    void theMessageIsAnRtcpPacketOfItsKind() {
        receive(7);
        after(100);
        byte[] out = new byte[1_500];
        int length = recorder.write(out, 3, 0x01020304, 0x05060708, nowNs);
        assertThat(length).isEqualTo(24);
        assertThat(out)
                .startsWith(0, 0, 0, 0x8f, 205, 0, 5, 1, 2, 3, 4, 5, 6, 7, 8, 0, 7, 0, 1)
                .containsSequence(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void missingPacketsAreTold() {
        receive(10, 11, 14);
        after(100);
        assertThat(messages()).isEqualTo(1);
        assertThat(reader.told).containsOnlyKeys(10L, 11L, 12L, 13L, 14L);
        assertThat(reader.told.get(12L)).isEqualTo(Reader.LOST);
    }

    @Test
    void packetsLostBetweenTwoMessagesAreTold() {
        receive(10);
        after(100);
        assertThat(messages()).isEqualTo(1);
        receive(13);
        after(100);
        assertThat(messages()).isEqualTo(1);
        assertThat(reader.lost()).containsExactly(11L, 12L);
    }

    @Test
    void aPacketThatComesLateIsToldAgainAsReceived() {
        receive(10, 12);
        after(100);
        assertThat(messages()).isEqualTo(1);
        assertThat(reader.lost()).containsExactly(11L);
        receive(11, 13);
        after(100);
        assertThat(messages()).isEqualTo(1);
        assertThat(reader.lost()).isEmpty();
        assertThat(reader.told).containsOnlyKeys(10L, 11L, 12L, 13L);
    }

    @Test
    void aPacketFromBeforeTheFirstIsTold() {
        receive(10, 9);
        after(100);
        assertThat(messages()).isEqualTo(1);
        assertThat(reader.told).containsOnlyKeys(9L, 10L);
    }

    @Test
    void aPacketSeenTwiceCountsOnce() {
        receive(10);
        long first = nowNs;
        after(30);
        receive(10);
        after(70);
        assertThat(messages()).isEqualTo(1);
        assertThat(reader.told.get(10L)).isEqualTo(reader.ticks(first, first));
        after(200);
        receive(10);
        assertThat(messages()).isZero();
    }

    @Test
    void timesAreToldToAQuarterOfAMillisecond() {
        long start = nowNs;
        receive(1);
        after(7);
        nowNs += 3 * TICK;
        receive(2);
        after(93);
        assertThat(messages()).isEqualTo(1);
        assertThat(reader.between(1, 2)).isEqualTo(31);
        assertThat(reader.told.get(1L)).isEqualTo(reader.ticks(start, start));
    }

    @Test
    void aPauseThatNoDeltaCanTellBeginsAnotherMessage() {
        receive(1);
        nowNs += 9_000 * MS;
        receive(2);
        assertThat(messages()).isEqualTo(2);
        assertThat(reader.between(1, 2)).isEqualTo(36_000);
    }

    @Test
    void noMessageIsLongerThanTheBound() {
        for (int i = 0; i < 2_000; i += 2) {
            nowNs += 70 * MS;
            recorder.received(i, false, nowNs);
        }
        assertThat(messages()).isGreaterThan(2);
        assertThat(reader.longest).isBetween(1_100, ArrivalRecorder.MAX_MESSAGE);
        assertThat(reader.told).hasSize(1_999);
        assertThat(reader.lost()).hasSize(999);
    }

    @Test
    void aJumpOverAllThatIsRememberedForgetsIt() {
        receive(1, 2, 20_000);
        after(100);
        assertThat(messages()).isEqualTo(1);
        assertThat(reader.told).hasSize(2_048).containsKey(20_000L);
        assertThat(reader.lost()).hasSize(2_047);
    }

    @Test
    void theReferenceTimeWrapsAround() {
        receive(1);
        after(100);
        assertThat(messages()).isEqualTo(1);
        nowNs += ((1L << 24) - 2) * 64 * MS;
        for (int i = 2; i < 12; i++) {
            receive(i);
            after(100);
            assertThat(messages()).isEqualTo(1);
        }
        assertThat(reader.between(2, 11)).isEqualTo(3_600);
    }

    @Test
    void whateverArrivesIsReadBackAsItArrived() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var line = new Line(random);
            for (int i = 0; i < 2_000; i++) {
                line.step();
            }
            after(200);
            line.read();
            assertThat(line.back.told).as("seed %d", seed).isEqualTo(line.expected());
        }
    }

    @Test
    void whateverNumbersComeTheRecorderSurvives() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 300_000; i++) {
            nowNs += random.nextInt(10) == 0 ? random.nextLong(20_000 * MS) : random.nextLong(MS);
            recorder.received(random.nextInt(1 << 16), random.nextBoolean(), nowNs);
            if (random.nextInt(50) == 0) {
                assertThat(messages()).isLessThan(2_048);
            }
        }
        assertThat(reader.longest).isLessThanOrEqualTo(ArrivalRecorder.MAX_MESSAGE);
    }

    private void receive(int... sequences) {
        for (int sequence : sequences) {
            recorder.received(sequence, false, nowNs);
        }
    }

    private void after(long ms) {
        nowNs += ms * MS;
    }

    private int messages() {
        return reader.read(recorder, nowNs);
    }

    /** Packets with loss, reordering, jitter and pauses; begins shortly before the numbers wrap around. */
    private final class Line {
        private final SplittableRandom random;
        private final ArrivalRecorder arrivals = new ArrivalRecorder();
        private final Reader back = new Reader();
        private final Map<Long, Long> arrivedNs = new TreeMap<>();
        private final List<Long> underWay = new ArrayList<>();
        private long next = 65_000;
        private long first = Long.MAX_VALUE;
        private long startNs;

        Line(SplittableRandom random) {
            this.random = random;
        }

        void step() {
            nowNs += random.nextInt(100) == 0 ? random.nextLong(12_000 * MS) : random.nextLong(3 * MS);
            if (random.nextInt(20) > 0 || arrivedNs.isEmpty()) {
                underWay.add(next);
            }
            next++;
            while (underWay.size() > 8 || !underWay.isEmpty() && random.nextInt(4) > 0) {
                arrive(underWay.remove(random.nextInt(4) == 0 ? random.nextInt(underWay.size()) : 0));
            }
            read();
        }

        private void arrive(long number) {
            if (arrivedNs.isEmpty()) {
                startNs = nowNs;
            }
            first = Math.min(first, number);
            arrivedNs.put(number, nowNs);
            arrivals.received((int) number & 0xffff, random.nextInt(3) == 0, nowNs);
        }

        void read() {
            assertThat(back.read(arrivals, nowNs)).isLessThan(100);
        }

        Map<Long, Long> expected() {
            var expected = new TreeMap<Long, Long>();
            long highest = arrivedNs.keySet().stream().mapToLong(n -> n).max().orElseThrow();
            for (long number = first; number <= highest; number++) {
                var at = arrivedNs.get(number);
                expected.put(number, at == null ? Reader.LOST : back.ticks(at, startNs));
            }
            return expected;
        }
    }

    /** The sender's side: unwraps numbers and reference times and keeps what was told last of each packet. */
    private static final class Reader implements TransportFeedback.Packets {
        static final long LOST = Long.MIN_VALUE;

        private final TransportFeedback message = new TransportFeedback();
        private final Map<Long, Long> told = new TreeMap<>();
        private final byte[] out = new byte[ArrivalRecorder.MAX_MESSAGE];
        private boolean any;
        private long newest;
        private long reference;
        private int longest;

        int read(ArrivalRecorder from, long nowNs) {
            int count = 0;
            for (int length = write(from, nowNs); length > 0; length = write(from, nowNs)) {
                longest = Math.max(longest, length);
                assertThat(length % 4).isZero();
                assertThat(message.parse(out, 12, length - 12)).isTrue();
                unwrap(message.baseSequence(), message.referenceTime());
                message.each(this);
                count++;
            }
            return count;
        }

        private int write(ArrivalRecorder from, long nowNs) {
            return from.write(out, 0, 1, 2, nowNs);
        }

        private void unwrap(int base, int time) {
            if (!any) {
                any = true;
                newest = base;
                reference = time;
            }
            long ahead = time - reference & 0xffffff;
            reference += ahead >= 1 << 23 ? ahead - (1 << 24) : ahead;
        }

        @Override
        public void received(int sequence, int ticks) {
            told.put(number(sequence), reference * 256 + ticks);
        }

        @Override
        public void lost(int sequence) {
            told.put(number(sequence), LOST);
        }

        private long number(int sequence) {
            long number = newest + (short) (sequence - newest);
            newest = Math.max(newest, number);
            return number;
        }

        List<Long> lost() {
            return told.entrySet().stream()
                    .filter(entry -> entry.getValue() == LOST)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** Ticks between the arrivals of two packets. */
        long between(long one, long other) {
            return Objects.requireNonNull(told.get(other)) - Objects.requireNonNull(told.get(one));
        }

        /** The recorder's clock begins with the first packet. */
        long ticks(long arrivalNs, long startNs) {
            return (arrivalNs - startNs) / TICK;
        }
    }
}
