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
    void manyWishesAreOneRequestInASecondForTheUpperLayers() {
        assertThat(requests(2, 0, 10_000)).isEqualTo(10);
        assertThat(requests(1, 0, 10_000)).isEqualTo(10);
    }

    @Test
    void theLowestLayerIsAskedTwiceInASecond() {
        assertThat(requests(0, 0, 10_000)).isEqualTo(20);
    }

    @Test
    void aWishAfterALongQuietGoesOutAtOnce() {
        assertThat(broker.wish(1, 0)).isTrue();
        assertThat(broker.wish(1, 999 * MS)).isFalse();
        assertThat(broker.wish(1, 1_000_000_000L)).isTrue();
    }
}
