package plenum.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    private static final String FINGERPRINT = "sha-256 AB" + ":CD".repeat(31);
    private static final String TRANSPORT = """
            a=ice-ufrag:Ab+/
            a=ice-pwd:0123456789012345678901
            a=ice-options:trickle
            a=fingerprint:%s
            a=setup:active
            """.formatted(FINGERPRINT);
    private static final String ANSWER = """
            v=0
            o=- 4611732 2 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0 1 v0
            m=audio 9 UDP/TLS/RTP/SAVPF 111
            c=IN IP4 0.0.0.0
            %sa=mid:0
            a=sendonly
            a=ssrc:4294967295 cname:x
            a=ssrc:4294967295 msid:- y
            m=video 9 UDP/TLS/RTP/SAVPF 100 96
            a=mid:1
            a=inactive
            m=video 0 UDP/TLS/RTP/SAVPF 100
            a=mid:v0
            a=recvonly
            """.formatted(TRANSPORT);

    @Test
    void anAnswerTellsItsEndOfTheTransport() {
        assertThat(parsed(ANSWER).transport())
                .isEqualTo(new TransportDescription("Ab+/", "0123456789012345678901", FINGERPRINT));
    }

    @Test
    void anAnswerTellsWhatBecomesOfEachMediaLine() {
        assertThat(parsed(ANSWER).media())
                .containsExactly(
                        new AnsweredMedia("0", true, List.of(111), List.of(4_294_967_295L)),
                        new AnsweredMedia("1", false, List.of(100, 96), List.of()),
                        new AnsweredMedia("v0", false, List.of(), List.of()));
        assertThat(parsed(ANSWER).answers(List.of("0", "1", "v0"))).isTrue();
        assertThat(parsed(ANSWER).answers(List.of("0", "v0", "1"))).isFalse();
    }

    @Test
    void theTransportMayBeToldOnceForAllMediaLines() {
        String once = ANSWER.replace(TRANSPORT, "").replace("t=0 0\n", "t=0 0\n" + TRANSPORT);
        assertThat(parsed(once)).isEqualTo(parsed(ANSWER));
    }

    @Test
    void aFingerprintInLowerCaseIsTheSame() {
        assertThat(parsed(ANSWER.replace(FINGERPRINT, FINGERPRINT.toLowerCase(Locale.ROOT))))
                .isEqualTo(parsed(ANSWER));
    }

    @Test
    void anAnswerThatWantsToBeServerOfDtlsIsRefused() {
        refused("a=setup:active", "a=setup:passive");
        refused("a=setup:active", "a=setup:actpass");
    }

    @Test
    void anAnswerOfAnotherIceLiteIsRefused() {
        refused("t=0 0", "t=0 0\na=ice-lite");
    }

    @Test
    void anAnswerWithoutCredentialsOrFingerprintIsRefused() {
        TRANSPORT.lines().filter(line -> !line.contains("options")).forEach(line -> refused(line + "\n", ""));
        refused("sha-256", "sha-1");
    }

    @Test
    void whatIsOutOfShapeIsRefused() {
        refused("v=0", "v=1");
        refused("0123456789012345678901", "short");
        refused("Ab+/", "a b c");
        refused(":CD\n", ":C\n");
        refused("SAVPF 111", "SAVPF 128");
        refused("SAVPF 111", "SAVPF");
        refused("RTP/SAVPF 111", "RTP/AVP 111");
        refused("m=audio", "m=application");
        refused("a=mid:0\n", "");
        refused("a=mid:0", "a=mid:../../x");
        refused("4294967295", "4294967296");
        refused("4294967295", "-1");
        refused("t=0 0", "t 0 0");
        refused("s=-", "s=\u0000");
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(AnswerText.parse(ANSWER + "a=x:" + "y".repeat(AnswerText.MAX_LENGTH)))
                .isNull();
        assertThat(AnswerText.parse(ANSWER + "a=x\n".repeat(4_096))).isNull();
        assertThat(AnswerText.parse(ANSWER + "m=video 9 UDP/TLS/RTP/SAVPF 100\na=mid:x\n".repeat(64)))
                .isNull();
        refused("SAVPF 111", "SAVPF" + " 111".repeat(65));
    }

    @Test
    void noTextBreaksTheReader() {
        var random = new Random(8_866);
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder(ANSWER);
            for (int change = random.nextInt(8); change >= 0; change--) {
                mutate(text, random);
            }
            var answer = AnswerText.parse(text.toString());
            assertThat(answer == null || !answer.transport().ufrag().isEmpty()).isTrue();
        }
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(40));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, Math.min(end, text.length() - 1));
            case 1 -> text.insert(at, text.substring(at, end));
            case 2 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
            default -> text.setLength(Math.max(1, at));
        }
    }

    private static Answer parsed(String sdp) {
        var answer = AnswerText.parse(sdp);
        assertThat(answer).isEqualTo(AnswerText.parse(sdp.replace("\n", "\r\n")));
        return Objects.requireNonNull(answer);
    }

    private static void refused(String part, String instead) {
        assertThat(ANSWER).contains(part);
        assertThat(AnswerText.parse(ANSWER.replaceFirst(Pattern.quote(part), instead)))
                .as(instead)
                .isNull();
    }
}
