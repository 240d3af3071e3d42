package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemandTest {
    private static final long START_NS = -5;
    private final Demand demand = new Demand();

    DemandTest() {
        demand.begin(START_NS);
    }

    @Test
    void aNewSourceIsPausedOnlyWhenNobodyWantsItForAWhile() {
        assertThat(demand.wanted(0, START_NS + 1)).isFalse();
        assertThat(demand.wanted(0, START_NS + Demand.HOLD_NS - 1)).isFalse();
        assertThat(demand.wanted(0, START_NS + Demand.HOLD_NS)).isTrue();
        assertThat(demand.height()).isZero();
    }

    @Test
    void moreIsAskedForAtOnce() {
        long nowNs = settle(180);
        assertThat(demand.wanted(720, nowNs + 1)).isTrue();
        assertThat(demand.height()).isEqualTo(720);
    }

    @Test
    void aGlanceElsewhereChangesNothing() {
        long nowNs = settle(720);
        assertThat(demand.wanted(180, nowNs + Demand.HOLD_NS - 1)).isFalse();
        assertThat(demand.wanted(720, nowNs + Demand.HOLD_NS)).isFalse();
        assertThat(demand.wanted(180, nowNs + 2 * Demand.HOLD_NS - 1)).isFalse();
        assertThat(demand.height()).isEqualTo(720);
    }

    @Test
    void whatTheSenderKnowsIsNotToldAgain() {
        long nowNs = settle(360);
        assertThat(demand.wanted(360, nowNs + 10 * Demand.HOLD_NS)).isFalse();
    }

    @Test
    void aPausedSourceThatEndsIsToBeginWithAllItHas() {
        long nowNs = settle(0);
        assertThat(demand.end()).isTrue();
        demand.begin(nowNs + 1);
        assertThat(demand.height()).isEqualTo(Demand.ALL);
        assertThat(demand.wanted(0, nowNs + Demand.HOLD_NS)).isFalse();
    }

    @Test
    void aSourceThatEndsWhileItIsSeenBeginsAsItWas() {
        long nowNs = settle(360);
        assertThat(demand.end()).isFalse();
        demand.begin(nowNs + 1);
        assertThat(demand.height()).isEqualTo(360);
    }

    private long settle(int height) {
        long nowNs = START_NS + Demand.HOLD_NS;
        assertThat(demand.wanted(height, nowNs)).isTrue();
        return nowNs;
    }
}
