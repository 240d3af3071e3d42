package plenum.media.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The vectors of RFC 5769. */
class StunVectorsTest {
    private static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";
    private static final String REQUEST = """
            00010058 2112a442 b7e7a701 bc34d686 fa87dfae
            80220010 5354554e 20746573 7420636c 69656e74
            00240004 6e0001ff
            80290008 932ff9b1 51263b36
            00060009 6576746a 3a683676 59202020
            00080014 9aeaa70c bfd8cb56 781ef2b5 b2d3f249 c1b571a2
            80280004 e57a3bcf""";
    private static final String RESPONSE_V4 = """
            0101003c 2112a442 b7e7a701 bc34d686 fa87dfae
            8022000b 74657374 20766563 746f7220
            00200008 0001a147 e112a643
            00080014 2b91f599 fd9e90c3 8c7489f9 2af9ba53 f06be7d7
            80280004 c07d4c96""";
    private static final String RESPONSE_V6 = """
            01010048 2112a442 b7e7a701 bc34d686 fa87dfae
            8022000b 74657374 20766563 746f7220
            00200014 0002a147 0113a9fa a5d3f179 bc25f4b5 bed2b9d9
            00080014 a382954e 4be67bf1 1784c97c 8292c275 bfe3ed41
            80280004 c8fb0b4c""";
    private static final String LONG_TERM = """
            00010060 2112a442 78ad3433 c6ad72c0 29da412e
            00060012 e3839ee3 8388e383 aae38383 e382afe3 82b90000
            0015001c 662f2f34 39396b39 35346436 4f4c3334 6f4c3946 53547679 36347341
            0014000b 6578616d 706c652e 6f726700
            00080014 f6702465 6dd64a3e 02b8e071 2e85c9a2 8ca89666""";

    private final StunMessage message = new StunMessage();

    @Test
    void theSampleRequestIsAuthentic() {
        parse(REQUEST);
        assertThat(message.type()).isEqualTo(StunMessage.REQUEST);
        assertThat(message.transactionHigh()).isEqualTo(0xb7e7a701bc34d686L);
        assertThat(message.transactionLow()).isEqualTo(0xfa87dfae);
        assertThat(message.receiverUfrag()).isEqualTo("evtj");
        assertThat(message.senderUfrag()).isEqualTo("h6vY");
        assertThat(message.priority()).isEqualTo(0x6e0001ff);
        assertThat(message.controlled()).isTrue();
        assertThat(message.controlling()).isFalse();
        assertThat(message.useCandidate()).isFalse();
        assertThat(message.unknownCount()).isZero();
        assertThat(message.authentic(StunKey.of(PASSWORD))).isTrue();
        assertThat(message.authentic(StunKey.of(PASSWORD + "x"))).isFalse();
    }

    @Test
    void theSampleResponseToIpv4IsAuthentic() {
        parse(RESPONSE_V4);
        assertThat(message.type()).isEqualTo(StunMessage.SUCCESS);
        assertThat(message.mappedAddress()).isEqualTo(new InetSocketAddress("192.0.2.1", 32853));
        assertThat(message.authentic(StunKey.of(PASSWORD))).isTrue();
    }

    @Test
    void theSampleResponseToIpv6IsAuthentic() {
        parse(RESPONSE_V6);
        assertThat(message.mappedAddress())
                .isEqualTo(new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32853));
        assertThat(message.authentic(StunKey.of(PASSWORD))).isTrue();
    }

    @Test
    void theSampleRequestWithLongTermCredentialsIsAuthentic() throws NoSuchAlgorithmException {
        parse(LONG_TERM);
        var secret = "\u30de\u30c8\u30ea\u30c3\u30af\u30b9:example.org:TheMatrIX";
        byte[] key = MessageDigest.getInstance("MD5").digest(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(message.authentic(new StunKey(key))).isTrue();
        assertThat(message.receiverUfrag()).isNull();
    }

    private void parse(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        byte[] lent = new byte[bytes.length + 20];
        System.arraycopy(bytes, 0, lent, 7, bytes.length);
        assertThat(message.parse(lent, 7, bytes.length)).isTrue();
    }
}
