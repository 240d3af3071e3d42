package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyFrameBrokerTest {
    private static final long MS = 1_000_000;
    private final KeyFrameBroker broker = new KeyFrameBroker();

    /** How many requests go out when somebody wishes every 20 ms. */
    private int requests(int layer, long fromMs, long toMs) {
        int count = 0;
        for (long ms = fromMs; ms < toMs; ms += 20) {
            count += broker.wish(layer, ms * MS) ? 1 : 0;
        }
        return count;
    }

    @Test
    void theFirstWishGoesOutAtOnce() {
        assertThat(broker.wish(2, -5 * MS)).isTrue();
        assertThat(broker.wish(2, -5 * MS)).isFalse();
    }

    @Test
    void manyWishesAreTwoRequestsInASecondWhileEachIsAnswered() {
        int count = 0;
        for (long ms = 0; ms < 10_000; ms += 20) {
            if (broker.wish(2, ms * MS)) {
                count++;
                broker.came(2);
            }
        }
        assertThat(count).isEqualTo(20);
    }

    @Test
    void aRequestThatIsNotAnsweredIsRepeatedSooner() {
        assertThat(requests(2, 0, 3_600)).isEqualTo(10);
    }

    @Test
    void aKeyFrameAnswersTheRequestOfItsOwnLayerOnly() {
        assertThat(broker.wish(0, 0)).isTrue();
        assertThat(broker.wish(1, 0)).isTrue();
        broker.came(0);
        assertThat(broker.wish(0, 360 * MS)).isFalse();
        assertThat(broker.wish(1, 360 * MS)).isTrue();
    }

    @Test
    void aWishAfterALongQuietGoesOutAtOnce() {
        assertThat(broker.wish(1, 0)).isTrue();
        broker.came(1);
        assertThat(broker.wish(1, 499 * MS)).isFalse();
        assertThat(broker.wish(1, 500 * MS)).isTrue();
    }

    @Test
    void aRequestThatABrowserLetsFallBecauseItHeededAnotherIsRepeatedAsSoonAsItListensAgain() {
        assertThat(broker.wish(1, 0)).isTrue();
        broker.came(1);
        assertThat(broker.wish(2, 200 * MS)).isTrue();
        assertThat(broker.wish(2, 349 * MS)).isFalse();
        assertThat(broker.wish(2, 350 * MS)).isTrue();
        assertThat(broker.wish(2, 699 * MS)).isFalse();
    }
}
