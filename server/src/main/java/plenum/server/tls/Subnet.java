package plenum.server.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.BitSet;

/** A block of IP addresses: a base address and the count of its leading bits that all members share. */
record Subnet(InetAddress base, int bits) {

    static Subnet parse(String cidr) {
        int slash = cidr.indexOf('/');
        return new Subnet(InetAddress.ofLiteral(cidr.substring(0, slash)), Integer.parseInt(cidr.substring(slash + 1)));
    }

    static Subnet only(InetAddress address) {
        return new Subnet(address, address.getAddress().length * Byte.SIZE);
    }

    /** Reads what {@link #octets} writes. */
    static Subnet ofOctets(byte[] octets) {
        int half = octets.length / 2;
        try {
            int bits = BitSet.valueOf(Arrays.copyOfRange(octets, half, octets.length))
                    .cardinality();
            return new Subnet(InetAddress.getByAddress(Arrays.copyOf(octets, half)), bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("neither 8 nor 32 octets", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) return false;
        byte[] mask = mask();
        for (int i = 0; i < ours.length; i++) {
            if (((ours[i] ^ theirs[i]) & mask[i]) != 0) return false;
        }
        return true;
    }

    /** Base then mask, 8 or 32 octets: RFC 5280, 4.2.1.10. */
    byte[] octets() {
        byte[] address = base.getAddress();
        byte[] octets = new byte[address.length * 2];
        System.arraycopy(address, 0, octets, 0, address.length);
        System.arraycopy(mask(), 0, octets, address.length, address.length);
        return octets;
    }

    private byte[] mask() {
        byte[] mask = new byte[base.getAddress().length];
        for (int bit = 0; bit < bits; bit++) mask[bit / Byte.SIZE] |= (byte) (0x80 >> (bit % Byte.SIZE));
        return mask;
    }
}
