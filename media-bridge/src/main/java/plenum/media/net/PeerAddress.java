package plenum.media.net;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** A peer's address as the kernel reads it: {@code sockaddr_in} and {@code sockaddr_in6} of Linux. */
final class PeerAddress {
    /** Room for either. */
    static final int SIZE = 32;

    private static final short AF_INET = 2;
    private static final short AF_INET6 = 10;
    private static final int IPV4_LENGTH = 16;
    private static final int IPV6_LENGTH = 28;
    private static final int MAPPED = 0xffff_0000; // ::ffff:a.b.c.d, in memory 00 00 ff ff

    private PeerAddress() {}

    /**
     * Writes an address for a socket of a family.
     *
     * @return its length; 0: no address of that family
     */
    static int write(InetSocketAddress peer, boolean ipv6, MemorySegment out, long at) {
        byte[] address = peer.getAddress().getAddress();
        if (!ipv6 && address.length > Integer.BYTES) {
            return 0;
        }
        out.set(JAVA_SHORT, at, ipv6 ? AF_INET6 : AF_INET);
        out.set(JAVA_BYTE, at + 2, (byte) (peer.getPort() >> 8));
        out.set(JAVA_BYTE, at + 3, (byte) peer.getPort());
        if (!ipv6) {
            MemorySegment.copy(address, 0, out, JAVA_BYTE, at + 4, address.length);
            return IPV4_LENGTH;
        }
        out.set(JAVA_INT, at + 4, 0);
        out.set(JAVA_LONG, at + 8, 0);
        out.set(JAVA_INT, at + 16, MAPPED);
        MemorySegment.copy(address, 0, out, JAVA_BYTE, at + 24 - address.length, address.length);
        out.set(JAVA_INT, at + 24, scope(peer));
        return IPV6_LENGTH;
    }

    private static int scope(InetSocketAddress peer) {
        return peer.getAddress() instanceof Inet6Address address ? address.getScopeId() : 0;
    }
}
