package plenum.media.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;

/** What is not of the channel is told apart, whatever it is. */
class WireTest {
    private static final SourceId SOURCE = new SourceId(new EndpointId("e-a0"), SourceKind.CAMERA);
    private static final Message.Asked ASKED = new Message.Asked(
            7,
            new Call.Constrain(
                    new ConferenceId("c"),
                    new EndpointId("e"),
                    new ReceiverConstraints(List.of(SOURCE), Map.of(SOURCE, 180), 90, -1, 0)));

    @Test
    void aMessageIsReadAsItWasWritten() throws Wire.Malformed {
        assertThat(Wire.read(bytes(ASKED), Message.Asked.class)).isEqualTo(ASKED);
    }

    @Test
    void theSameKeyTwiceIsMalformed() {
        var twice = "{\"id\":1,\"id\":2,\"call\":{\"name\":\"stats\"}}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Wire.read(twice, Message.Asked.class)).isInstanceOf(Wire.Malformed.class);
    }

    @Test
    void anyOtherBytesAreMalformedOrReadButNeverThrowAnythingElse() {
        var random = new Random(3);
        var good = bytes(ASKED);
        var malformed = 0;
        for (var round = 0; round < 20_000; round++) {
            if (!read(mutated(good, random))) malformed++;
        }
        assertThat(malformed).isBetween(15_000, 20_000);
    }

    private static byte[] mutated(byte[] good, Random random) {
        var bytes = Arrays.copyOf(good, 1 + random.nextInt(good.length));
        for (var change = random.nextInt(4); change >= 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static boolean read(byte[] bytes) {
        try {
            var ignored = Wire.read(bytes, Message.Asked.class);
            return true;
        } catch (Wire.Malformed expected) {
            return false;
        }
    }

    private static byte[] bytes(Object message) {
        return Wire.text(message).getBytes(StandardCharsets.UTF_8);
    }
}
