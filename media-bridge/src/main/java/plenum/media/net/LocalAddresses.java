package plenum.media.net;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** The addresses of this machine at which a peer may reach it. */
public final class LocalAddresses {
    private LocalAddresses() {}

    /**
     * All of the interfaces that are up: neither loopback nor link-local; on a machine that has nothing else, loopback.
     */
    public static List<InetAddress> all() {
        return reachable(ofInterfaces());
    }

    /** The wanted ones; a wildcard among them stands for all of its family. */
    public static List<InetAddress> of(List<InetAddress> wanted) {
        var found = wanted.stream().anyMatch(InetAddress::isAnyLocalAddress) ? all() : List.<InetAddress>of();
        return wanted.stream()
                .flatMap(address -> address.isAnyLocalAddress()
                        ? found.stream().filter(other -> other.getClass() == address.getClass())
                        : List.of(address).stream())
                .distinct()
                .toList();
    }

    static List<InetAddress> reachable(List<InetAddress> found) {
        var distant = found.stream().filter(LocalAddresses::distant).distinct().toList();
        return distant.isEmpty()
                ? found.stream()
                        .filter(InetAddress::isLoopbackAddress)
                        .distinct()
                        .toList()
                : distant;
    }

    private static boolean distant(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isAnyLocalAddress()
                && !address.isMulticastAddress();
    }

    private static List<InetAddress> ofInterfaces() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(LocalAddresses::up)
                    .flatMap(NetworkInterface::inetAddresses)
                    .toList();
        } catch (SocketException noInterfaces) {
            throw new UncheckedIOException(noInterfaces);
        }
    }

    private static boolean up(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }
}
