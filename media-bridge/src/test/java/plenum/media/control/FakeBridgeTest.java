package plenum.media.control;

import org.junit.jupiter.api.AfterEach;
import plenum.media.api.BridgePromises;
import plenum.media.api.MediaBridge;

/** The tests' own bridge keeps the promises, so that what breaks them in other tests is the channel. */
class FakeBridgeTest implements BridgePromises {
    private final FakeBridge fake = new FakeBridge();

    @Override
    public MediaBridge bridge() {
        return fake;
    }

    @AfterEach
    void close() {
        fake.close();
    }
}
