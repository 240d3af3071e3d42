package plenum.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class DefinitionTest {
    private static final String TEXT = Polls.published(new Random(1), 3).definition();

    private static Definition read(String text) {
        return Definition.read(Texts.bytes(text));
    }

    @Test
    void isReadBackToTheSameBytes() {
        var definition = read(TEXT);
        assertThat(Texts.text(definition.bytes())).isEqualTo(TEXT);
        assertThat(definition.hash()).isEqualTo(Texts.hex(Texts.bytes(TEXT)));
        assertThat(definition.fingerprint()).matches("\\d{8}");
    }

    @Test
    void anyOtherWordOrKeyIsAnotherPoll() {
        var definition = read(TEXT);
        var other = read(TEXT.replace("title Bầu", "title Miễn nhiệm"));
        var otherKey = read(Polls.published(new Random(1), 3).definition());
        assertThat(List.of(definition.hash(), other.hash(), otherKey.hash())).doesNotHaveDuplicates();
        assertThat(List.of(definition.fingerprint(), other.fingerprint(), otherKey.fingerprint()))
                .doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotWrittenThisWayIsRefused() {
        return Stream.of(
                        TEXT.stripTrailing(),
                        TEXT + "poll twice\n",
                        TEXT + "more words\n",
                        TEXT.replace("plenum-poll 1", "plenum-poll 2"),
                        TEXT.replace("\n", "\r\n"),
                        TEXT.replace("title Bầu", "title  Bầu"),
                        TEXT.replace("title Bầu", "title B\u0061\u0302\u0300u"),
                        TEXT.replace("title Bầu", "title \u202eBầu"),
                        TEXT.replaceFirst("seats \\d", "seats 99"),
                        TEXT.replaceFirst("seats (\\d)", "seats 0$1"),
                        TEXT.replaceFirst("line l1", "line L1"),
                        TEXT.replaceFirst("(line l1 [^\n]+\n)", "$1$1"),
                        TEXT.replaceFirst("board db03[^\n]+\n", ""),
                        TEXT.replaceFirst(
                                "board db03 [^\n]+\n",
                                TEXT.replaceAll("(?s).*board db02( [^\n]+\n).*", "board db03$1")),
                        TEXT.replaceFirst("issuer \\S+", "issuer AAAA"),
                        TEXT.replaceFirst("receipt \\S+", "receipt AAAA"))
                .map(wrong -> DynamicTest.dynamicTest(
                        wrong.lines()
                                .filter(line -> !TEXT.contains(line + "\n"))
                                .findFirst()
                                .orElse("shape"),
                        () -> assertThatThrownBy(() -> read(wrong)).isInstanceOf(IllegalArgumentException.class)));
    }
}
