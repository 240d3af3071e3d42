package plenum.server.tls;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Under which names and addresses the server is reached.
 *
 * @param hosts configured host names, ASCII and lower case, in the operator's order
 * @param networked addresses of the machine that others can reach; link-local IPv6 is left out, a browser cannot open
 *     it
 * @param loopback true when the machine itself reaches the server by localhost
 */
public record Addresses(List<String> hosts, List<InetAddress> networked, boolean loopback) {
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

    public Addresses {
        hosts = List.copyOf(hosts);
        networked = List.copyOf(networked);
    }

    /**
     * Reads the machine's interfaces as they are now.
     *
     * @param listen the address the server binds: a wildcard means all interfaces, anything else only itself
     * @param configured host names or IP literals that the operator names besides
     */
    public static Addresses ofMachine(String listen, List<String> configured) {
        InetAddress bound = bound(listen);
        if (bound.isAnyLocalAddress()) return of(configured, interfaces(), true);
        if (bound.isLoopbackAddress()) return of(configured, List.of(), true);
        return of(configured, List.of(bound), false);
    }

    static Addresses of(List<String> configured, List<InetAddress> interfaces, boolean loopback) {
        var names = new LinkedHashSet<String>();
        var numbers = new LinkedHashSet<InetAddress>();
        for (String host : configured) {
            if (isLiteral(host)) numbers.add(InetAddress.ofLiteral(host.strip()));
            else names.add(HostName.of(host).value());
        }
        names.remove("localhost");
        numbers.removeIf(InetAddress::isLoopbackAddress);
        interfaces.stream().filter(Addresses::reachable).sorted(FAMILY).forEach(numbers::add);
        return new Addresses(List.copyOf(names), List.copyOf(numbers), loopback);
    }

    /** One root URL per name and address, names first, this machine's own last; a default port is left out. */
    public List<URI> urls(String scheme, int port) {
        return Stream.of(hosts.stream(), networked.stream().map(Addresses::inUrl), ownName())
                .flatMap(part -> part)
                .map(host -> URI.create(scheme + "://" + host + portPart(scheme, port) + "/"))
                .toList();
    }

    /** The same without this machine's own name, which means another machine everywhere else. */
    Addresses elsewhere() {
        return new Addresses(hosts, networked, false);
    }

    /** Host names as a certificate lists them. */
    Set<String> certifiedNames() {
        var names = new LinkedHashSet<>(hosts);
        names.add("localhost");
        return names;
    }

    /** IP addresses as a certificate lists them, loopback included. */
    Set<InetAddress> certifiedAddresses() {
        var all = new LinkedHashSet<>(networked);
        LOOPBACK.stream().skip(1).map(InetAddress::ofLiteral).forEach(all::add);
        return all;
    }

    private Stream<String> ownName() {
        return loopback ? Stream.of("localhost") : Stream.empty();
    }

    private static final Comparator<InetAddress> FAMILY = Comparator.comparing(
                    (InetAddress address) -> !(address instanceof Inet4Address))
            .thenComparing(InetAddress::getHostAddress);

    private static boolean reachable(InetAddress address) {
        return !address.isLoopbackAddress() && !(address.isLinkLocalAddress() && !(address instanceof Inet4Address));
    }

    private static InetAddress bound(String listen) {
        try {
            return InetAddress.getByName(listen);
        } catch (UnknownHostException e) {
            throw new TlsUnusable("Không rõ địa chỉ lắng nghe: " + listen, "Unknown listen address: " + listen, e);
        }
    }

    private static List<InetAddress> interfaces() {
        try {
            var found = new ArrayList<InetAddress>();
            for (NetworkInterface one : NetworkInterface.networkInterfaces().toList()) {
                if (one.isUp()) one.inetAddresses().map(Addresses::withoutScope).forEach(found::add);
            }
            return found;
        } catch (SocketException e) {
            throw new TlsUnusable("Không đọc được giao diện mạng", "Cannot read the network interfaces", e);
        }
    }

    private static InetAddress withoutScope(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of 4 or 16 octets", e);
        }
    }

    private static boolean isLiteral(String host) {
        try {
            return InetAddress.ofLiteral(host.strip()).getAddress().length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String inUrl(InetAddress address) {
        return address instanceof Inet4Address ? address.getHostAddress() : "[" + address.getHostAddress() + "]";
    }

    private static String portPart(String scheme, int port) {
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return usual ? "" : ":" + port;
    }
}
