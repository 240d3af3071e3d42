package plenum.server.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.media.api.SourceKind;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/** What a browser says is read strictly. */
class ClientMessagesTest {
    private static final String WANT = "{\"t\":\"want\",\"selected\":[\"d1/CAMERA\"],\"heights\":{\"d1/SCREEN\":1080},"
            + "\"defaultHeight\":180,\"lastN\":-1,\"downlinkBps\":0}";

    private static ClientSays read(String text) {
        return MediaFrameReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyMessageOfTheProtocolIsRead() {
        assertThat(read("{\"t\":\"hello\",\"v\":1,\"token\":\"x\",\"session\":\"s\",\"videoSlots\":9,\"test\":false}"))
                .isEqualTo(new ClientSays.Hello("x", new SessionId("s"), 9, ClientSays.As.PARTICIPANT));
        assertThat(read("{\"t\":\"hello\",\"v\":1,\"token\":\"x\",\"session\":\"s\",\"videoSlots\":9,\"test\":false,"
                        + "\"watch\":true}"))
                .isEqualTo(new ClientSays.Hello("x", new SessionId("s"), 9, ClientSays.As.WATCHER));
        assertThat(read("{\"t\":\"answer\",\"n\":3,\"sdp\":\"v=0\"}")).isEqualTo(new ClientSays.Answer(3, "v=0"));
        assertThat(read("{\"t\":\"renew\"}")).isEqualTo(new ClientSays.Renew());
        assertThat(read("{\"t\":\"mine\",\"microphone\":true,\"camera\":false,\"screen\":false}"))
                .isEqualTo(new ClientSays.Mine(new Switches(true, false, false)));
        assertThat(read("{\"t\":\"ping\",\"n\":7}")).isEqualTo(new ClientSays.Ping(7));
        assertThat(read("{\"t\":\"token\",\"token\":\"y\"}")).isEqualTo(new ClientSays.Token("y"));
        assertThat(read(WANT)).isInstanceOfSatisfying(ClientSays.Want.class, want -> {
            assertThat(want.wish().selected()).containsExactly(new Wish.Picture(new PersonId("d1"), SourceKind.CAMERA));
            assertThat(want.wish().heights())
                    .isEqualTo(Map.of(new Wish.Picture(new PersonId("d1"), SourceKind.SCREEN), 1080));
        });
    }

    @Test
    void anotherVersionIsToldApart() {
        assertThat(read("{\"t\":\"hello\",\"v\":2,\"new\":1}")).isEqualTo(new ClientSays.OtherVersion());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"t\":\"do\"}",
                "{\"t\":\"renew\",\"more\":1}",
                "{\"t\":\"answer\",\"n\":\"3\",\"sdp\":\"v=0\"}",
                "{\"t\":\"answer\",\"n\":3}",
                "{\"t\":\"hello\",\"v\":1,\"token\":\"x\",\"session\":\"s\",\"videoSlots\":31,\"test\":false}",
                "{\"t\":\"hello\",\"v\":1,\"token\":\"x\",\"session\":\"s\",\"videoSlots\":-1,\"test\":false}",
                "{\"t\":\"hello\",\"v\":1,\"token\":\"x\",\"session\":\"s\",\"videoSlots\":1,\"test\":true,\"watch\":true}",
                "{\"t\":\"hello\",\"v\":1,\"token\":\"x\",\"session\":\"s\",\"videoSlots\":1,\"test\":false,\"watch\":1}",
                "{\"t\":\"hello\",\"v\":1,\"token\":\"x\",\"session\":\"../s\",\"videoSlots\":1,\"test\":false}",
                "{\"t\":\"hello\",\"v\":1,\"token\":\"x\",\"session\":\"s\",\"videoSlots\":1}",
                "{\"t\":\"mine\",\"microphone\":1,\"camera\":false,\"screen\":false}",
                "{\"t\":\"want\",\"selected\":[\"d1\"],\"heights\":{},\"defaultHeight\":1,\"lastN\":-1,\"downlinkBps\":0}",
                "{\"t\":\"want\",\"selected\":[\"d1/MICROPHONE\"],\"heights\":{},\"defaultHeight\":1,\"lastN\":-1,"
                        + "\"downlinkBps\":0}",
                "{\"t\":\"want\",\"selected\":[7],\"heights\":{},\"defaultHeight\":1,\"lastN\":-1,\"downlinkBps\":0}",
                "{\"t\":\"want\",\"selected\":[],\"heights\":[],\"defaultHeight\":1,\"lastN\":-1,\"downlinkBps\":0}",
                "{\"t\":\"want\",\"selected\":[],\"heights\":{\"d1/CAMERA\":-1},\"defaultHeight\":1,\"lastN\":-1,"
                        + "\"downlinkBps\":0}",
                "{\"t\":\"want\",\"selected\":[],\"heights\":{},\"defaultHeight\":99999,\"lastN\":-1,\"downlinkBps\":0}",
                "{\"t\":\"want\",\"selected\":[],\"heights\":{},\"defaultHeight\":1,\"lastN\":-2,\"downlinkBps\":0}",
                "{\"t\":\"want\",\"selected\":[],\"heights\":{},\"defaultHeight\":1,\"lastN\":-1,\"downlinkBps\":-1}"
            })
    void anythingElseIsMalformed(String text) {
        assertThat(read(text)).isEqualTo(new ClientSays.Malformed());
    }

    @Test
    void moreThanAScreenCanShowIsMalformed() {
        var many = "\"d1/CAMERA\",".repeat(Wish.SELECTED) + "\"d1/CAMERA\"";
        assertThat(read(WANT.replace("\"d1/CAMERA\"", many))).isEqualTo(new ClientSays.Malformed());
    }

    @Test
    void anyBytesAreReadOrMalformedButNeverThrow() {
        var random = new Random(7);
        var good = WANT.getBytes(StandardCharsets.UTF_8);
        var malformed = 0;
        for (var round = 0; round < 20_000; round++) {
            var bytes = Arrays.copyOf(good, 1 + random.nextInt(good.length));
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            if (MediaFrameReader.read(bytes) instanceof ClientSays.Malformed) malformed++;
        }
        assertThat(malformed).isBetween(15_000, 20_000);
    }
}
