package plenum.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateTest {
    @Test
    void aBridgesCandidatesAreRead() {
        assertThat(Candidate.parse("1 1 udp 2130706431 192.0.2.1 10000 typ host"))
                .isEqualTo(new Candidate(false, 2130706431, new InetSocketAddress("192.0.2.1", 10000)));
        assertThat(Candidate.parse("2 1 tcp 1526726399 2001:db8:0:0:0:0:0:1 4443 typ host tcptype passive"))
                .isEqualTo(new Candidate(true, 1526726399, new InetSocketAddress("2001:db8::1", 4443)));
    }

    @Test
    void aBrowsersCandidateIsRead() {
        assertThat(Candidate.parse(
                        "842163049 1 udp 1677729535 192.0.2.3 46154 typ host generation 0 ufrag EsAw network-cost 999"))
                .isEqualTo(new Candidate(false, 1677729535, new InetSocketAddress("192.0.2.3", 46154)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 1 udp 1 192.0.2.1 1 typ",
                "1 1 udp x 192.0.2.1 1 typ host",
                "1 1 udp 1 192.0.2.1 70000 typ host",
                "1 1 udp 1 192.0.2.999 7000 typ host",
                "1 1 udp 1 ::::: 7000 typ host",
                "1 1 udp 1 d3b0-77.local 7000 typ host",
                "1 2 udp 1 192.0.2.1 7000 typ host",
                "1 1 tcp 1 192.0.2.1 9 typ host tcptype active",
                "1 1 sctp 1 192.0.2.1 9 typ host"
            })
    void whatCannotBeReachedIsNoCandidate(String attribute) {
        assertThat(Candidate.parse(attribute)).isNull();
    }

    @Test
    void noTextDoesHarm() {
        var random = new Random(2);
        var line = "1 1 tcp 2130706431 2001:db8:0:0:0:0:0:1 10000 typ host tcptype passive";
        for (int round = 0; round < 50_000; round++) {
            var text = new StringBuilder(line);
            for (int i = random.nextInt(4); i >= 0; i--) {
                text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(100)));
            }
            var candidate = Candidate.parse(text.toString());
            assertThat(candidate == null || candidate.tcp() || text.indexOf("udp") > 0)
                    .isTrue();
        }
    }
}
