package plenum.media.net;

import java.net.InetSocketAddress;

/** One TCP connection with a peer; equal to itself only. */
public final class TcpRoute implements Route {
    private final InetSocketAddress address;

    TcpRoute(InetSocketAddress address) {
        this.address = address;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public String toString() {
        return "TcpRoute[" + address + "]";
    }
}
