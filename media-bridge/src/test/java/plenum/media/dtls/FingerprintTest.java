package plenum.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    /** Of the three bytes "abc", which stand for a certificate. */
    private static final String SHA_256 =
            "BA:78:16:BF:8F:01:CF:EA:41:41:40:DE:5D:AE:22:23:" + "B0:03:61:A3:96:17:7A:9C:B4:10:FF:61:F2:00:15:AD";

    private static final byte[] ABC = {'a', 'b', 'c'};

    @Test
    void aDigestIsWrittenAsInSdp() {
        assertThat(Fingerprint.sha256(ABC)).hasToString("sha-256 " + SHA_256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha-256", "SHA-256", " sha-256 "})
    void itIsReadWhateverTheCase(String algorithm) {
        var print = Fingerprint.parse(algorithm + " " + SHA_256.toLowerCase(Locale.ROOT));
        assertThat(print).isEqualTo(Fingerprint.sha256(ABC));
        assertThat(print).satisfies(read -> assertThat(read.matches(ABC)).isTrue());
    }

    @Test
    void longerDigestsAreKnown() {
        var print = Fingerprint.parse(
                "sha-384 CB:00:75:3F:45:A3:5E:8B:B5:A0:3D:69:9A:C6:50:07:27:2C:32:AB:0E:DE:D1:63:1A:8B:60:5A:43:FF:5B:ED:"
                        + "80:86:07:2B:A1:E7:CC:23:58:BA:EC:A1:34:C8:25:A7");
        assertThat(print)
                .isNotNull()
                .satisfies(read -> assertThat(read.matches(ABC)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha-256",
                "sha-256 BA:78",
                "sha-1 A9:99:3E:36:47:06:81:6A:BA:3E:25:71:78:50:C2:6C:9C:D0:D8:9D",
                "md5 90:01:50:98:3C:D2:4F:B0:D6:96:3F:7D:28:E1:7F:72"
            })
    void weakOrMalformedOnesAreNone(String attribute) {
        assertThat(Fingerprint.parse(attribute)).isNull();
    }

    @Test
    void anotherCertificateDoesNotMatch() {
        assertThat(Fingerprint.sha256(ABC).matches(new byte[] {'a', 'b', 'd'})).isFalse();
        assertThat(DtlsIdentity.create().fingerprint())
                .isNotEqualTo(DtlsIdentity.create().fingerprint());
    }

    @Test
    void noTextDoesHarm() {
        var random = new Random(4);
        for (int round = 0; round < 50_000; round++) {
            var text = new StringBuilder("sha-256 " + SHA_256);
            for (int i = random.nextInt(3); i >= 0; i--) {
                text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(200)));
            }
            text.setLength(random.nextInt(4) == 0 ? random.nextInt(text.length()) : text.length());
            var print = Fingerprint.parse(text.toString());
            assertThat(print == null || print.hex().length() == SHA_256.length())
                    .isTrue();
        }
    }
}
