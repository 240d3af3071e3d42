package plenum.media.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalAddressesTest {
    @Test
    void whatOtherMachinesCannotReachIsLeftOut() {
        assertThat(LocalAddresses.reachable(
                        of("127.0.0.1", "192.0.2.2", "fe80::1", "::1", "2001:db8::2", "169.254.7.7")))
                .isEqualTo(of("192.0.2.2", "2001:db8::2"));
    }

    @Test
    void aMachineWithoutANetworkHasItsLoopback() {
        assertThat(LocalAddresses.reachable(of("fe80::1", "127.0.0.1", "::1"))).isEqualTo(of("127.0.0.1", "::1"));
    }

    @Test
    void namedAddressesStayAsTheyAre() {
        assertThat(LocalAddresses.of(of("127.0.0.1", "192.0.2.2", "127.0.0.1")))
                .isEqualTo(of("127.0.0.1", "192.0.2.2"));
    }

    @Test
    void aWildcardStandsForAllOfItsFamily() {
        var ours = LocalAddresses.all();
        assertThat(ours).isNotEmpty();
        assertThat(LocalAddresses.of(of("0.0.0.0")))
                .isEqualTo(ours.stream().filter(Inet4Address.class::isInstance).toList());
        assertThat(LocalAddresses.of(of("0.0.0.0", "::"))).containsExactlyInAnyOrderElementsOf(ours);
    }

    private static List<InetAddress> of(String... addresses) {
        return Arrays.stream(addresses).map(LocalAddressesTest::address).toList();
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
