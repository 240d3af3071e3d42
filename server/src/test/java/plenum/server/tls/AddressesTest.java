package plenum.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AddressesTest {

    @Test
    void eachNameAndAddressIsToldNamesFirst() {
        assertThat(hall().urls("https", 8443).stream().map(URI::toString))
                .containsExactly(
                        "https://plenum.lan:8443/",
                        "https://10.9.9.9:8443/",
                        "https://192.168.1.4:8443/",
                        "https://[fd00:0:0:0:0:0:0:1]:8443/",
                        "https://localhost:8443/");
    }

    @Test
    void aUsualPortIsNotWritten() {
        assertThat(hall().urls("https", 443)).contains(URI.create("https://plenum.lan/"));
        assertThat(hall().urls("http", 80)).contains(URI.create("http://plenum.lan/"));
        assertThat(hall().urls("http", 443)).contains(URI.create("http://plenum.lan:443/"));
    }

    @Test
    void aServerBoundToLoopbackIsReachedByItselfOnly() {
        assertThat(Addresses.ofMachine("127.0.0.1", List.of()).urls("http", 8080))
                .containsExactly(URI.create("http://localhost:8080/"));
    }

    @Test
    void aServerBoundToAllInterfacesTellsEachOfThem() throws Exception {
        var found = Addresses.ofMachine("0.0.0.0", List.of());
        assertThat(found.networked()).noneMatch(InetAddress::isLoopbackAddress);
        assertThat(found.urls("http", 8080))
                .hasSize(found.networked().size() + 1)
                .contains(URI.create("http://localhost:8080/"));
    }

    @Test
    void aNameWithDiacriticsIsWrittenInAscii() {
        assertThat(Addresses.of(List.of("Họp.lan"), List.of(), true).hosts()).containsExactly("xn--hp-68s.lan");
    }

    @Test
    void aNameThatIsNoHostNameIsRefused() {
        for (String bad : List.of("*.lan", "a b", "http://x", "", "-x.lan", "a..b", "x:8080", "<script>"))
            assertThatThrownBy(() -> Addresses.of(List.of(bad), List.of(), true))
                    .as(bad)
                    .isInstanceOf(TlsUnusable.class);
    }

    private static Addresses hall() {
        var interfaces = List.of("fe80::1", "fd00::1", "192.168.1.4", "::1").stream()
                .map(InetAddress::ofLiteral)
                .toList();
        return Addresses.of(List.of("Plenum.LAN", "10.9.9.9", "localhost", "127.0.0.1"), interfaces, true);
    }
}
