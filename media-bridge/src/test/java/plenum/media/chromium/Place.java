package plenum.media.chromium;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * A host on which bridges and browsers run.
 *
 * @param region "": the province
 * @param into what a command begins with so that it runs there
 * @param media the address for media
 * @param orders the address for orders
 * @param from this machine as that host sees it
 */
record Place(String region, List<String> into, InetAddress media, InetAddress orders, InetAddress from) {
    /** This machine, all on the loopback address. */
    static final Place HERE = here("");

    Place {
        into = List.copyOf(into);
    }

    static Place here(String region) {
        var loopback = InetAddress.getLoopbackAddress();
        return new Place(region, List.of(), loopback, loopback, loopback);
    }

    List<String> command(List<String> command) {
        return Stream.concat(into.stream(), command.stream()).toList();
    }
}
