package plenum.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that no Plenum client sends; it ends the one socket and changes nothing. */
class MalformedTest {
    private final Room room = new Room(2);

    @AfterEach
    void leave() {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"hello\"",
                "{\"t\":\"ping\",\"n\":1}{\"t\":\"ping\",\"n\":2}",
                "{\"t\":\"ping\",\"n\":1,\"n\":2}",
                "{\"t\":\"ping\",\"n\":1.5}",
                "{\"t\":\"ping\",\"n\":\"1\"}",
                "{\"t\":\"ping\",\"n\":1,\"more\":true}",
                "{\"t\":\"ping\"}",
                "{\"t\":\"pong\",\"n\":1}",
                "{\"n\":1}",
                "{\"t\":\"do\",\"id\":\"a b\",\"name\":\"floor.raise-hand\",\"data\":{}}",
                "{\"t\":\"do\",\"id\":{\"$ne\":\"\"},\"name\":\"floor.raise-hand\",\"data\":{}}",
                "{\"t\":\"do\",\"id\":\"c1\",\"name\":\"floor.raise-hand\"}",
                "{\"t\":\"do\",\"id\":\"c1\",\"name\":\"floor.raise-hand\",\"data\":[]}",
                "{\"t\":\"do\",\"id\":\"c1\",\"name\":\"floor.raise-hand\",\"data\":{},\"as\":\"d1\"}",
                "{\"t\":\"token\",\"token\":7}",
                "{\"t\":\"hello\",\"v\":\"1\"}"
            })
    void isClosed(String text) {
        assertThat(room.secretary().say(text).closeCode()).isEqualTo(4000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"t\":\"hello\",\"v\":1,\"token\":\"d0\",\"session\":\"session-1\",\"as\":\"CONTROL\"}",
                "{\"t\":\"hello\",\"v\":1,\"token\":\"d0\",\"session\":\"../x\",\"as\":\"delegate\"}",
                "{\"t\":\"hello\",\"v\":1,\"token\":\"d0\",\"session\":\"session-1\",\"as\":\"delegate\",\"after\":\"9\"}",
                "{\"t\":\"hello\",\"v\":1,\"session\":\"session-1\",\"as\":\"delegate\"}"
            })
    void aHelloThatIsNotOursIsClosed(String text) {
        assertThat(room.socket().say(text).closeCode()).isEqualTo(4000);
    }

    @Test
    void deepNestingIsClosed() {
        assertThat(room.secretary().say("[".repeat(8000)).closeCode()).isEqualTo(4000);
    }

    @Test
    void binaryIsClosed() {
        assertThat(room.secretary()
                        .sayBinary("{\"t\":\"ping\",\"n\":1}".getBytes(StandardCharsets.UTF_8))
                        .closeCode())
                .isEqualTo(4000);
    }

    @Test
    void textThatIsNotUtf8IsClosed() {
        var bytes = "{\"t\":\"token\",\"token\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xff;
        var frame = WebSocketFrame.continuationFrame(Buffer.buffer(bytes), true);
        var client =
                room.secretary().sayFrame(WebSocketFrame.textFrame("", false)).sayFrame(frame);
        assertThat(client.closeCode()).isEqualTo(4000);
    }

    @Test
    void aFrameOfTwentyKilobytesIsClosed() {
        var large = "{\"t\":\"token\",\"token\":\"" + "x".repeat(20_000) + "\"}";
        assertThat(room.secretary().say(large).closeCode()).isEqualTo(4000);
    }

    @Test
    void anEnormousFrameIsNotEvenRead() {
        var enormous = "{\"t\":\"token\",\"token\":\"" + "x".repeat(2_000_000) + "\"}";
        try (var chair = room.join("chair", "control")) {
            assertThat(room.secretary().say(enormous).closeCode()).isIn(1006, 1009);
            assertThat(chair.send(Map.of("t", "ping", "n", 1))
                            .await("pong")
                            .path("n")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void manySmallFramesDoNotMakeALargerMessage() {
        var client = room.secretary().sayFrame(WebSocketFrame.textFrame("{\"t\":\"" + "x".repeat(10_000), false));
        client.sayFrame(WebSocketFrame.continuationFrame(Buffer.buffer("x".repeat(10_000)), false));
        assertThat(client.closeCode()).isEqualTo(4000);
    }

    @Test
    void aMessageInTwoFramesIsRead() {
        try (var client = room.secretary()) {
            client.sayFrame(WebSocketFrame.textFrame("{\"t\":\"ping\",", false))
                    .sayFrame(WebSocketFrame.continuationFrame(Buffer.buffer("\"n\":5}"), true));
            assertThat(client.await("pong").path("n").asInt()).isEqualTo(5);
        }
    }

    @Test
    void anUnknownCommandOrFieldIsRefusedAndTheSocketStays() {
        try (var client = room.secretary()) {
            assertThat(code(client.ask("session.burn", Map.of()))).isEqualTo("hall:unknown-command");
            assertThat(code(client.ask("session.rename", Map.of("title", "Kỳ họp", "more", 1))))
                    .isEqualTo("hall:bad-command");
            assertThat(code(client.ask("session.rename", Map.of("title", Map.of("$ne", "")))))
                    .isEqualTo("hall:bad-command");
            var problem = client.ask("session.rename", Map.of()).path("problem");
            assertThat(problem.path("type").asText()).isEqualTo("urn:plenum:problem:hall:bad-command");
            assertThat(problem.path("status").asInt()).isEqualTo(400);
            assertThat(problem.path("title").asText()).isNotBlank();
            assertThat(client.seq()).isEqualTo(1);
        }
    }

    private static String code(com.fasterxml.jackson.databind.JsonNode answer) {
        return answer.path("problem").path("code").asText();
    }

    @Test
    void aFloodIsClosedAndOthersDoNotNotice() {
        try (var chair = room.join("chair", "control")) {
            var flooder = room.secretary();
            for (var i = 0; i < 400; i++) flooder.say("{\"t\":\"ping\",\"n\":" + i + "}");
            assertThat(flooder.closeCode()).isEqualTo(4009);
            assertThat(chair.send(Map.of("t", "ping", "n", 9))
                            .await("pong")
                            .path("n")
                            .asInt())
                    .isEqualTo(9);
        }
    }

    @Test
    void aFloodOfControlFramesIsClosedToo() {
        var flooder = room.secretary();
        for (var i = 0; i < 400; i++) flooder.sayFrame(WebSocketFrame.pingFrame(Buffer.buffer("x")));
        assertThat(flooder.closeCode()).isEqualTo(4009);
    }
}
