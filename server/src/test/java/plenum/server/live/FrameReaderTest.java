package plenum.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.Audience;
import plenum.server.kernel.SessionId;

/** What is read of good messages; broken ones are in MalformedTest. */
class FrameReaderTest {
    private static ClientFrame read(String text) {
        return FrameReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aHelloSaysWhoAndWhatAndFromWhere() {
        assertThat(
                        read(
                                "{\"t\":\"hello\",\"v\":1,\"token\":\"x.y\",\"session\":\"s1\",\"as\":\"screen\",\"after\":42}"))
                .isEqualTo(new ClientFrame.Hello("x.y", new SessionId("s1"), Audience.SCREEN, OptionalLong.of(42)));
        assertThat(read("{\"t\":\"hello\",\"v\":1,\"token\":\"x.y\",\"session\":\"s1\",\"as\":\"guest\"}"))
                .isEqualTo(new ClientFrame.Hello("x.y", new SessionId("s1"), Audience.GUEST, OptionalLong.empty()));
    }

    @Test
    void aLaterVersionIsToldFromABrokenHelloWhateverElseItSays() {
        assertThat(read("{\"t\":\"hello\",\"v\":3,\"ticket\":[]}")).isInstanceOf(ClientFrame.OtherVersion.class);
        assertThat(read("{\"t\":\"hello\",\"ticket\":[]}")).isInstanceOf(ClientFrame.Malformed.class);
    }

    @Test
    void aCommandKeepsItsDataForTheCodec() {
        var frame = read(
                "{\"t\":\"do\",\"id\":\"c1\",\"name\":\"floor.grant\",\"data\":{\"personId\":\"d1\",\"seconds\":180}}");
        assertThat(frame).isInstanceOfSatisfying(ClientFrame.Do.class, wish -> {
            assertThat(wish.name()).isEqualTo("floor.grant");
            assertThat(wish.data().path("seconds").asInt()).isEqualTo(180);
        });
    }
}
