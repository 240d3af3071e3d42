package plenum.server.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;

/** Where a request really comes from. Forwarding headers count only when the sender is a configured proxy. */
public final class ClientAddress {
    private final List<Network> proxies;

    /** @param proxies addresses or networks in CIDR form */
    public ClientAddress(List<String> proxies) {
        this.proxies = proxies.stream().map(Network::parse).toList();
    }

    /** The nearest address, walking back through X-Forwarded-For, that is no proxy of ours. */
    public String of(HttpServerRequest request) {
        var address = request.connection().remoteAddress().hostAddress();
        var forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !trusted(address)) {
            return address;
        }
        var hops = forwarded.split(",");
        for (int i = hops.length - 1; i >= 0 && trusted(address); i--) {
            address = hops[i].strip();
        }
        return address.length() <= 45 ? address : address.substring(0, 45);
    }

    /** Whether the client's side of the way is TLS. */
    public boolean secure(HttpServerRequest request) {
        return request.isSSL()
                || (trusted(request.connection().remoteAddress().hostAddress())
                        && "https".equals(request.getHeader("X-Forwarded-Proto")));
    }

    private boolean trusted(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    private record Network(byte[] prefix, int bits) {
        static Network parse(String text) {
            var parts = text.split("/", 2);
            var bytes = literal(parts[0]);
            return new Network(bytes, parts.length == 2 ? Integer.parseInt(parts[1]) : bytes.length * 8);
        }

        boolean contains(String address) {
            if (!address.matches("[0-9a-fA-F.:]+")) {
                return false;
            }
            var other = literal(address);
            if (other.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((other[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        private static byte[] literal(String address) {
            try {
                return InetAddress.ofLiteral(address).getAddress();
            } catch (IllegalArgumentException notAnAddress) {
                return new byte[0];
            }
        }
    }
}
