package plenum.media.bwe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.media.rtp.Bytes;

/** The estimate on links whose capacity is known, in virtual time. */
class SendBandwidthTest {
    /** At 180, 360 and 720 lines. */
    private static final long[] LAYERS = {150_000, 500_000, 1_700_000};

    private static final int HIGH = 2;

    @ParameterizedTest
    @CsvSource({
        "500000, 10, 0",
        "500000, 100, 15",
        "1000000, 10, 0",
        "1000000, 100, 15",
        "3000000, 10, 0",
        "3000000, 100, 15"
    })
    void whoFillsTheLineFindsItsCapacity(long capacity, int roundTripMs, int jitterMs) {
        var simulation = simulation(capacity, roundTripMs, jitterMs);
        var flow = simulation.add(new Flow(simulation.link, 2, LAYERS).elastic());
        simulation.seconds(8);
        simulation.seconds(20);
        assertThat(simulation.estimates(flow).getAverage() / capacity).isBetween(0.70, 0.95);
        assertThat(simulation.estimates(flow).getMax()).isLessThan(capacity * 115 / 100);
        assertThat(simulation.waitMs(95)).isLessThan(150);
    }

    @ParameterizedTest
    @CsvSource({"500000, 10, 0", "500000, 100, 15", "1000000, 10, 0", "1000000, 100, 15"})
    void whoSendsLessThanTheLineCarriesFindsItByProbes(long capacity, int roundTripMs, int jitterMs) {
        var simulation = simulation(capacity, roundTripMs, jitterMs);
        var flow = simulation.add(new Flow(simulation.link, 3, LAYERS));
        simulation.seconds(3);
        simulation.seconds(30);
        assertThat(simulation.estimates(flow).getAverage() / capacity).isBetween(0.70, 0.95);
        assertThat(simulation.longestWaitMs()).isLessThan(150);
        assertThat(flow.bandwidth.sentBps(simulation.nowNs())).isLessThan(capacity * 75 / 100);
    }

    @Test
    void whatIsWantedIsReachedWithinASecondAndAHalfOnAGoodLine() {
        var simulation = simulation(10_000_000, 40, 2);
        var flow = simulation.add(new Flow(simulation.link, 4, LAYERS));
        simulation.seconds(1.5);
        assertThat(flow.layer()).isEqualTo(HIGH);
    }

    @Test
    void nothingIsProbedThatNobodyWants() {
        var simulation = simulation(10_000_000, 40, 2);
        var flow = simulation.add(new Flow(simulation.link, 5, LAYERS[0]));
        simulation.seconds(30);
        assertThat(flow.paddingBytes()).isLessThan(20_000);
        assertThat(flow.layer()).isZero();
    }

    @Test
    void aThinLineCarriesTheLowestLayerSteadily() {
        var simulation = simulation(300_000, 60, 5);
        var flow = simulation.add(new Flow(simulation.link, 6, LAYERS));
        simulation.seconds(5);
        int switches = flow.switches();
        simulation.seconds(60);
        assertThat(flow.layer()).isZero();
        assertThat(flow.switches()).isEqualTo(switches);
        assertThat(simulation.longestWaitMs()).isLessThan(150);
    }

    @Test
    void aFallOfTheCapacityIsFollowedWithin2SecondsAndItsRiseAfterwards() {
        var simulation = simulation(3_000_000, 40, 2);
        var flow = simulation.add(new Flow(simulation.link, 7, LAYERS));
        simulation.seconds(10);
        assertThat(flow.layer()).isEqualTo(HIGH);
        simulation.link.capacity(600_000);
        simulation.seconds(2);
        assertThat(flow.bandwidth.estimateBps()).isLessThan(600_000);
        simulation.seconds(20);
        assertThat(simulation.longestWaitMs()).isLessThan(150);
        simulation.link.capacity(3_000_000);
        simulation.seconds(20);
        assertThat(flow.layer()).isEqualTo(HIGH);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.05})
    void lossByChanceDoesNotBringTheEstimateDown(double loss) {
        var simulation = new Simulation(new Bottleneck(3_000_000, 8).delay(20).loss(loss));
        var flow = simulation.add(new Flow(simulation.link, 9, LAYERS));
        simulation.seconds(10);
        simulation.seconds(30);
        assertThat(simulation.estimates(flow).getMin()).isGreaterThan(1_500_000);
        assertThat(flow.layer()).isEqualTo(HIGH);
        assertThat(flow.bandwidth.lost()).isBetween(loss / 5, loss * 3);
    }

    @ParameterizedTest
    @CsvSource({"200, 50", "500, 100", "1500, 200"})
    void aLineThatStallsNowAndThenIsNotTakenForAFullOne(int everyMs, int longestMs) {
        var simulation = new Simulation(new Bottleneck(10_000_000, 9).jitter(2).stalls(everyMs, longestMs));
        var flow = simulation.add(new Flow(simulation.link, 10, LAYERS));
        simulation.seconds(5);
        int switches = flow.switches();
        simulation.seconds(60);
        assertThat(flow.layer()).isEqualTo(HIGH);
        assertThat(flow.switches()).isEqualTo(switches);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 100, 200, 400})
    void aSenderThatStandsStillOnceTakesNothingAwayFromACalmLine(int ms) {
        for (int seed = 1; seed <= 20; seed++) {
            var simulation = new Simulation(new Bottleneck(10_000_000, seed).delay(1));
            var flow = simulation.add(new Flow(simulation.link, seed, 100_000));
            simulation.seconds(30 + seed / 100.0);
            long before = flow.bandwidth.estimateBps();
            simulation.stall(ms);
            simulation.seconds(3);
            assertThat(simulation.estimates(flow).getMin()).isGreaterThan(before * 9 / 10);
        }
    }

    @Test
    void aHiccupOfTheLineTakesNoLayerAwayFromWhoSendsMuchLessThanItCarries() {
        for (int seed = 1; seed <= 20; seed++) {
            var simulation = new Simulation(new Bottleneck(10_000_000, seed).delay(5));
            var flow = simulation.add(new Flow(simulation.link, seed, 150_000, 500_000));
            simulation.seconds(20 + seed / 100.0);
            int switches = flow.switches();
            simulation.link.capacity(200_000);
            simulation.seconds(0.15);
            simulation.link.capacity(10_000_000);
            simulation.seconds(10);
            assertThat(flow.switches()).as("seed %d", seed).isEqualTo(switches);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.7, 10000000, 1", "0.7, 10000000, 30", "0, 20000, 3", "0, 20000, 30", "0.7, 20000, 10"})
    void aLineThatWasHopelessForAWhileIsFullyUsedAgainSoonAfterwards(double loss, long capacity, int seconds) {
        for (int seed = 1; seed <= 5; seed++) {
            var link = new Bottleneck(capacity, seed).delay(2).jitter(1).loss(loss);
            var simulation = new Simulation(link);
            var flow = simulation.add(new Flow(link, seed + 20, LAYERS));
            simulation.seconds(seconds);
            link.heal(10_000_000);
            simulation.seconds(15);
            assertThat(flow.layer()).isEqualTo(HIGH);
        }
    }

    @Test
    void aQueueTooShortToShowDelayIsNoticedByLoss() {
        var simulation = new Simulation(new Bottleneck(1_000_000, 10).queue(40));
        var flow = simulation.add(new Flow(simulation.link, 11, LAYERS).elastic());
        simulation.seconds(5);
        simulation.seconds(20);
        assertThat(simulation.estimates(flow).getAverage()).isBetween(400_000.0, 1_000_000.0);
        assertThat(flow.audioLost()).isLessThan(0.06);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void twoFlowsShareFairly(long seed) {
        var simulation = new Simulation(new Bottleneck(3_000_000, seed));
        var first = simulation.add(new Flow(simulation.link, 10 * seed, LAYERS).elastic());
        simulation.seconds(10);
        var second = simulation.add(new Flow(simulation.link, 10 * seed + 1, LAYERS).elastic());
        long before = first.arrivedBytes();
        simulation.seconds(60);
        double ratio = (double) (first.arrivedBytes() - before) / second.arrivedBytes();
        assertThat(ratio).isBetween(0.5, 2.0);
    }

    @Test
    void lostFeedbackDoesNoHarm() {
        var simulation = simulation(1_000_000, 40, 2);
        var flow = simulation.add(new Flow(simulation.link, 12, LAYERS));
        flow.feedbackLoss(0.3);
        simulation.seconds(5);
        simulation.seconds(30);
        assertThat(simulation.estimates(flow).getAverage()).isBetween(600_000.0, 1_000_000.0);
        assertThat(flow.layer()).isEqualTo(1);
    }

    @Test
    void whileFeedbackIsMissingTheEstimateStays() {
        var simulation = simulation(3_000_000, 40, 2);
        var flow = simulation.add(new Flow(simulation.link, 13, LAYERS));
        simulation.seconds(10);
        flow.feedback(false);
        simulation.seconds(1);
        long estimate = flow.bandwidth.estimateBps();
        simulation.seconds(4);
        assertThat(flow.bandwidth.estimateBps()).isEqualTo(estimate);
        flow.feedback(true);
        simulation.seconds(2);
        assertThat(flow.bandwidth.estimateBps()).isGreaterThan(estimate * 8 / 10);
    }

    @Test
    void aSilentLineTellsNothing() {
        var simulation = simulation(3_000_000, 40, 2);
        var flow = simulation.add(new Flow(simulation.link, 14, LAYERS));
        simulation.seconds(10);
        flow.muted(true);
        simulation.seconds(1);
        long estimate = flow.bandwidth.estimateBps();
        simulation.seconds(120);
        assertThat(flow.bandwidth.estimateBps()).isEqualTo(estimate);
        flow.muted(false);
        simulation.seconds(5);
        assertThat(simulation.estimates(flow).getMin()).isGreaterThan(estimate * 8 / 10);
        assertThat(flow.layer()).isEqualTo(HIGH);
    }

    @Test
    void withoutFeedbackReportsDecide() {
        var simulation = simulation(5_000_000, 40, 2);
        var flow = simulation.add(new Flow(simulation.link, 15, LAYERS));
        flow.reportsOnly(0);
        simulation.seconds(30);
        assertThat(flow.bandwidth.estimateBps()).isGreaterThan(SendBandwidth.START_BPS);
        assertThat(flow.bandwidth.rttNs()).isEqualTo(40_000_000);
        long before = flow.bandwidth.estimateBps();
        flow.reportsOnly(0.5);
        simulation.seconds(5);
        assertThat(flow.bandwidth.estimateBps()).isLessThan(before / 2);
    }

    @Test
    void withoutFeedbackAReceiversOwnEstimateDecides() {
        var bandwidth = new SendBandwidth();
        bandwidth.remb(2_000_000, 1_000);
        assertThat(bandwidth.estimateBps()).isEqualTo(2_000_000);
    }

    @Test
    void aKnownLimitIsKept() {
        var bandwidth = new SendBandwidth();
        bandwidth.limit(400_000);
        assertThat(bandwidth.estimateBps()).isEqualTo(400_000);
        bandwidth.limit(0);
        assertThat(bandwidth.estimateBps()).isEqualTo(SendBandwidth.START_BPS);
    }

    @Test
    void anotherPathIsLearntAnew() {
        var simulation = simulation(10_000_000, 40, 2);
        var flow = simulation.add(new Flow(simulation.link, 16, LAYERS));
        simulation.seconds(10);
        assertThat(flow.bandwidth.estimateBps()).isGreaterThan(1_500_000);
        flow.bandwidth.pathChanged();
        assertThat(flow.bandwidth.estimateBps()).isEqualTo(SendBandwidth.START_BPS);
        simulation.link.capacity(500_000);
        simulation.seconds(3);
        assertThat(flow.bandwidth.estimateBps()).isLessThan(550_000);
    }

    @Test
    void feedbackAboutPacketsNeverSentIsIgnored() {
        var bandwidth = new SendBandwidth();
        var recorder = new ArrivalRecorder();
        recorder.received(77, false, 0);
        byte[] message = new byte[ArrivalRecorder.MAX_MESSAGE];
        int length = recorder.write(message, 0, 1, 2, 100_000_000);
        assertThat(bandwidth.feedback(message, 12, length - 12, 100_000_000)).isTrue();
        assertThat(bandwidth.estimateBps()).isEqualTo(SendBandwidth.START_BPS);
        assertThat(bandwidth.feedback(message, 12, 3, 100_000_000)).isFalse();
    }

    @Test
    void whateverFeedbackComesTheEstimateStaysWithinItsBounds() {
        var random = new SplittableRandom(1);
        var bandwidth = new SendBandwidth();
        bandwidth.want(20_000_000);
        byte[] data = new byte[64];
        int taken = 0;
        for (int i = 0; i < 100_000; i++) {
            long now = i * 2_000_000L;
            int sequence = bandwidth.sent(1_000 + bandwidth.probeBytes(now) % 500, now);
            random.nextBytes(data);
            Bytes.put16(data, 0, sequence - random.nextInt(30));
            Bytes.put16(data, 2, random.nextInt(40));
            taken += bandwidth.feedback(data, 0, random.nextInt(data.length), now) ? 1 : 0;
            assertThat(bandwidth.estimateBps()).isBetween(SendBandwidth.MIN_BPS, SendBandwidth.MAX_BPS);
            assertThat(bandwidth.lost()).isBetween(0.0, 1.0);
        }
        assertThat(taken).isGreaterThan(1_000);
    }

    @Test
    void feedbackAboutMorePacketsThanAreRememberedIsRefused() {
        byte[] data = new byte[8 + 2 * 9];
        Bytes.put16(data, 2, 0xffff);
        for (int at = 8; at < data.length; at += 2) {
            Bytes.put16(data, at, 0x1fff);
        }
        assertThat(new TransportFeedback().parse(data, 0, data.length)).isTrue();
        assertThat(new SendBandwidth().feedback(data, 0, data.length, 0)).isFalse();
    }

    private static Simulation simulation(long capacity, int roundTripMs, int jitterMs) {
        return new Simulation(new Bottleneck(capacity, 1).delay(roundTripMs / 2).jitter(jitterMs));
    }
}
