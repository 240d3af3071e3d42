package plenum.media.net;

import java.net.InetSocketAddress;

/** Where packets of a peer come from and answers to it go. Fit as the key of a map. */
public sealed interface Route permits UdpRoute, TcpRoute {
    /** Of the peer, as seen from here. */
    InetSocketAddress address();
}
