package plenum.server.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.secret.NodeTablet;
import plenum.server.secret.Phase;
import plenum.server.secret.Tablet;

/** The tablet's own code, the issuer and the ballot box understand each other from the first question to the check. */
final class TabletCodeTest {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private PollHouse house;

    @SuppressWarnings("NullAway.Init")
    private NodeTablet tablet;

    @BeforeEach
    void prepare() throws IOException {
        house = new PollHouse(3, 5, Files.createDirectory(directory.resolve("keys")));
        tablet = new NodeTablet(directory);
    }

    @AfterEach
    void end() {
        tablet.close();
    }

    private String readsThePoll(String hash) {
        var answer = tablet.step("poll", Map.of("bytes", text(house.definition.bytes()), "hash", hash));
        return answer.path("fingerprint").asText("refused");
    }

    private static String text(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private void takesAToken(String person) {
        var question = tablet.step("ask", Map.of("person", person));
        var key = Objects.requireNonNull(house.tablets.get(person));
        var signature = Tablet.sign(key, bytes(question.path("text").asText()));
        var blinded = bytes(question.path("blinded").asText());
        var answer = house.issuer().issue(person, house.definition.hash(), blinded, signature);
        assertThat(tablet.step("take", Map.of("answer", text(answer))).has("failure"))
                .isFalse();
    }

    private String casts() {
        var request = bytes(tablet.step("seal", Map.of()).path("request").asText());
        var reply = text(house.box().cast(request));
        return tablet.step("open", Map.of("reply", reply)).path("kind").asText();
    }

    @Test
    void aBallotOfTheTabletIsCastCountedAndFound() {
        assertThat(readsThePoll(house.definition.hash())).isEqualTo(house.definition.fingerprint());
        takesAToken("db04");
        var unused =
                tablet.step("mark", Map.of("code", "4711", "marks", List.of(Map.of("line", "l2", "option", "FOR"))));
        assertThat(casts()).isEqualTo("not-open");
        house.go(Phase.CAST);
        assertThat(casts()).isEqualTo("recorded");
        assertThat(casts()).as("sent again").isEqualTo("recorded");
        house.go(Phase.CLOSING, Phase.TALLIED);
        var board = house.box().board(house.poll());
        assertThat(board.result()).contains("line l2 FOR=1 ");
        var found = tablet.step(
                "find", Map.of("ballots", board.ballots(), "result", board.result(), "signature", board.signature()));
        assertThat(found.path("own").asText()).isEqualTo("found");
    }

    @Test
    void aSecondBallotUnderTheSameTokenIsToldSo() {
        assertThat(readsThePoll(house.definition.hash())).hasSize(8);
        takesAToken("db05");
        house.go(Phase.CAST);
        for (var code : List.of("1111", "2222")) {
            var unused = tablet.step("mark", Map.of("code", code, "marks", List.of()));
            assertThat(casts()).isEqualTo(code.equals("1111") ? "recorded" : "already-cast");
        }
    }

    @Test
    void aDefinitionThatIsNotTheJournalsIsRefused() {
        assertThat(readsThePoll("0".repeat(64))).isEqualTo("refused");
    }
}
