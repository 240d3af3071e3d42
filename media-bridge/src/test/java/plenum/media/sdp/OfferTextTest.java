package plenum.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferTextTest {
    private static final List<Slot> SLOTS =
            List.of(new Slot("a0", false, 1, 0), new Slot("v0", true, -1, 2), new Slot("v1", true, 3, 4));
    private static final String OFFER = OfferText.of(
            7,
            new TransportDescription("ufrag", "pwd", "sha-256 AB:CD"),
            List.of(
                    new Candidate(new InetSocketAddress("192.0.2.1", 10_000), false),
                    new Candidate(new InetSocketAddress("2001:db8::1", 10_000), false),
                    new Candidate(new InetSocketAddress("192.0.2.1", 443), true)),
            SLOTS);

    @Test
    void theOfferHasThreeUplinksAndOneMediaLinePerSlotAllInOneBundle() {
        assertThat(OfferText.mids(SLOTS)).containsExactly("0", "1", "2", "a0", "v0", "v1");
        assertThat(OFFER).contains("a=group:BUNDLE 0 1 2 a0 v0 v1\r\n");
        assertThat(lines("a=mid:")).containsExactlyElementsOf(OfferText.mids(SLOTS));
        assertThat(OFFER.split("a=recvonly\r\n")).hasSize(4);
        assertThat(OFFER.split("a=sendonly\r\n")).hasSize(4);
    }

    @Test
    void theCameraIsAskedForInThreeLayersAndTheScreenInTwo() {
        assertThat(section("1")).contains("a=simulcast:recv q;h;f\r\n", "a=rid:q recv\r\n");
        assertThat(section("2")).contains("a=simulcast:recv h;f\r\n").doesNotContain("a=rid:q");
    }

    @Test
    void aPictureSlotTellsItsSourceAndTheOneOfItsRetransmissions() {
        assertThat(section("v0"))
                .contains("a=ssrc-group:FID 4294967295 2\r\n", "a=ssrc:4294967295 cname:", "a=ssrc:2 cname:");
        assertThat(section("a0")).contains("a=ssrc:1 cname:").doesNotContain("FID");
    }

    @Test
    void candidatesAreInTheFirstMediaLineTheEarlierTheHigherAndUdpBeforeTcp() {
        assertThat(lines("a=candidate:"))
                .containsExactly(
                        "1 1 udp 2130706431 192.0.2.1 10000 typ host",
                        "2 1 udp 2130706175 2001:db8:0:0:0:0:0:1 10000 typ host",
                        "3 1 tcp 1526726143 192.0.2.1 443 typ host tcptype passive");
        assertThat(section("0").split("a=candidate")).hasSize(4);
    }

    @Test
    void everyLineEndsWithCarriageReturnAndLineFeed() {
        assertThat(OFFER.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    private static List<String> lines(String prefix) {
        return OFFER.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    private static String section(String mid) {
        int at = OFFER.indexOf("a=mid:" + mid + "\r\n");
        int end = OFFER.indexOf("\r\nm=", at);
        return OFFER.substring(at, end < 0 ? OFFER.length() : end + 2);
    }
}
