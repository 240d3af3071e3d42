package plenum.media.net;

import java.net.InetSocketAddress;

/**
 * The way over UDP between one of our sockets and a peer's address.
 *
 * @param socket ours: its index in {@link Transport#addresses()}
 */
public record UdpRoute(int socket, InetSocketAddress address) implements Route {}
