package plenum.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.srtp.SrtpProfile.AEAD_AES_128_GCM;
import static plenum.media.srtp.SrtpProfile.AES128_CM_HMAC_SHA1_80;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Known answers: RFC 3711 appendix B, RFC 7714 sections 16 and 17, and packets as libsrtp protects them. */
class VectorsTest {
    private static final byte[] KEY = hex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] SALT = hex("517569642070726f2071756f");
    private static final byte[] LATIN = hex("8040f17b8041f8d35501a0b2"
            + "47616c6c696120657374206f6d6e69732064697669736120696e207061727465732074726573");
    private static final byte[] LATIN_SEALED = hex("8040f17b8041f8d35501a0b2"
            + "f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833"
            + "899d7f27beb16a9152cf765ee4390cce");
    private static final byte[] REPORT = hex("81c8000d4d617273"
            + "4e5450314e545032525450200000042a0000e9304c756e61deadbeefdeadbeefdeadbeefdeadbeefdeadbeef");
    private static final byte[] REPORT_SEALED = hex("81c8000d4d617273"
            + "63e94885dcdab67ca727d7662f6b7e997ff5c0f76c06f32dc676a5f1730d6fda4ce09b4686303ded0bb9275b"
            + "c84aa45896cf4d2fc5abf87245d9eade800005d4");

    private static final SrtpKeys COUNTER_MODE_KEYS = new SrtpKeys(
            AES128_CM_HMAC_SHA1_80, hex("e1f97a0d3e018be0d64fa32c06de4139"), hex("0ec675ad498afeebb6960b3aabe6"));
    private static final SrtpKeys GCM_KEYS = new SrtpKeys(AEAD_AES_128_GCM, KEY, hex("a0a1a2a3a4a5a6a7a8a9aaab"));

    @Test
    void sessionKeysAreThoseOfRfc3711() {
        var derivation = new KeyDerivation(COUNTER_MODE_KEYS);
        assertThat(derivation.derive(KeyDerivation.RTP_ENCRYPTION, 16))
                .isEqualTo(hex("c61e7a93744f39ee10734afe3ff7a087"));
        assertThat(derivation.derive(KeyDerivation.RTP_SALT, 14)).isEqualTo(hex("30cbbc08863d8c85d49db34a9ae1"));
        assertThat(derivation.derive(KeyDerivation.RTP_AUTHENTICATION, 20))
                .isEqualTo(hex("cebe321f6ff7716b6fd4ab49af256a156d38baa4"));
    }

    @Test
    void theKeyStreamIsThatOfRfc3711() {
        var transform = new CounterModeTransform(
                hex("2b7e151628aed2a6abf7158809cf4f3c"), hex("f0f1f2f3f4f5f6f7f8f9fafbfcfd"), new byte[20]);
        byte[] b = new byte[48 + 10];
        assertThat(transform.protect(b, 0, 48, 0, 0, 0)).isEqualTo(58);
        assertThat(Arrays.copyOf(b, 48))
                .isEqualTo(hex("e03ead0935c95e80e166b16dd92b4eb4d23513162b02d0f72a43a2fe4a5f97ab"
                        + "41e95b3bb0a2e8dd477901e4fca894c0"));
    }

    @Test
    void anRtpPacketIsSealedAsInRfc7714() {
        byte[] b = Arrays.copyOf(LATIN, LATIN.length + 16);
        assertThat(rfc7714().protect(b, 0, LATIN.length, 12, 0x5501a0b2, 0xf17b))
                .isEqualTo(b.length);
        assertThat(b).isEqualTo(LATIN_SEALED);
    }

    @Test
    void anRtpPacketIsOpenedAsInRfc7714() {
        byte[] b = LATIN_SEALED.clone();
        assertThat(rfc7714().unprotect(b, 0, b.length, 12, 0x5501a0b2, 0xf17b)).isEqualTo(LATIN.length);
        assertThat(Arrays.copyOf(b, LATIN.length)).isEqualTo(LATIN);
    }

    @Test
    void anRtcpPacketIsSealedAndOpenedAsInRfc7714() {
        byte[] b = Arrays.copyOf(REPORT, REPORT.length + 20);
        assertThat(rfc7714().protectRtcp(b, 0, REPORT.length, 0x4d617273, 0x800005d4))
                .isEqualTo(b.length);
        assertThat(b).isEqualTo(REPORT_SEALED);
        assertThat(rfc7714().unprotectRtcp(b, 0, b.length, 0x4d617273)).isEqualTo(REPORT.length);
        assertThat(Arrays.copyOf(b, REPORT.length)).isEqualTo(REPORT);
    }

    @Test
    void libsrtpOpensOurPackets() {
        checkSealed(
                COUNTER_MODE_KEYS,
                "800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb",
                "81c8000bcafebabe7128035be487b9bdbef89041f977a5a880000001993e08cd54d6c1230798");
        checkSealed(
                GCM_KEYS,
                "800f1234decafbadcafebabec5002ede04cfdd2eb91159e0880aa06ed2976826f796b201df3131a127e8a392",
                "81c8000bcafebabec98b8b5df0392a55852b6c21ac8e7025c52c6fbea2b3b446ea31123ba88ce61e80000001");
    }

    private static void checkSealed(SrtpKeys keys, String rtp, String rtcp) {
        byte[] packet = Arrays.copyOf(hex("800f1234decafbadcafebabe" + "ab".repeat(16)), 28 + 20);
        int length = new SrtpSender(keys).protect(packet, 0, 28);
        assertThat(HexFormat.of().formatHex(packet, 0, length)).isEqualTo(rtp);
        byte[] report = Arrays.copyOf(hex("81c8000bcafebabe" + "ab".repeat(16)), 24 + 20);
        int reportLength = Transform.rtcp(keys).protectRtcp(report, 0, 24, 0xcafebabe, 0x80000001);
        assertThat(HexFormat.of().formatHex(report, 0, reportLength)).isEqualTo(rtcp);
    }

    private static GcmTransform rfc7714() {
        return new GcmTransform(KEY, SALT);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
