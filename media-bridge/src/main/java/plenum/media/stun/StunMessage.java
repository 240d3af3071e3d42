package plenum.media.stun;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A view of one received STUN message (RFC 8489), used again for the next. */
public final class StunMessage {
    /** Types of messages: Binding is the only method of ICE. */
    public static final int REQUEST = 0x0001;

    public static final int INDICATION = 0x0011;
    public static final int SUCCESS = 0x0101;
    public static final int ERROR = 0x0111;

    static final int HEADER_LENGTH = 20;
    static final int COOKIE = 0x2112a442;
    static final int FINGERPRINT_XOR = 0x5354554e;

    private static final int MOST_UNKNOWN = 8;
    private static final int NONE = -1;

    private final CRC32 crc = new CRC32();
    private final int[] unknown = new int[MOST_UNKNOWN];
    private byte[] data = {};
    private int offset;
    private int type;
    private int username;
    private int usernameLength;
    private int integrity;
    private int mapped;
    private int mappedLength;
    private int errorCode;
    private int unknownCount;
    private int priority;
    private boolean useCandidate;
    private boolean controlling;
    private boolean controlled;

    /**
     * Looks at a message; the array is to stay as it is while the message is asked.
     *
     * @return false: malformed, no STUN, or a wrong FINGERPRINT
     */
    public boolean parse(byte[] packet, int start, int length) {
        clear(packet, start);
        if (length < HEADER_LENGTH
                || (packet[start] & 0xc0) != 0
                || Bits.i32(packet, start + 4) != COOKIE
                || Bits.u16(packet, start + 2) != length - HEADER_LENGTH
                || length % 4 != 0) {
            return false;
        }
        type = Bits.u16(packet, start);
        return attributes(start + HEADER_LENGTH, start + length);
    }

    public int type() {
        return type;
    }

    /** The first 64 bits of the transaction id. */
    public long transactionHigh() {
        return Bits.i64(data, offset + 8);
    }

    /** The last 32 bits of the transaction id. */
    public int transactionLow() {
        return Bits.i32(data, offset + 16);
    }

    public boolean hasIntegrity() {
        return integrity != NONE;
    }

    /** Whether the sender of the message knows the password. */
    public boolean authentic(StunKey key) {
        return integrity != NONE && key.matches(data, offset, integrity);
    }

    /** In a request: the receiver's name, the part of USERNAME before the colon; null: there is none. */
    public @Nullable String receiverUfrag() {
        int colon = colon();
        return colon == NONE ? null : text(username, colon);
    }

    /** In a request: the sender's name, the part of USERNAME after the colon; null: there is none. */
    public @Nullable String senderUfrag() {
        int colon = colon();
        return colon == NONE ? null : text(colon + 1, username + usernameLength);
    }

    /** 0: none. */
    public int priority() {
        return priority;
    }

    public boolean useCandidate() {
        return useCandidate;
    }

    public boolean controlling() {
        return controlling;
    }

    public boolean controlled() {
        return controlled;
    }

    /** 300 to 699; 0: none. */
    public int errorCode() {
        return errorCode;
    }

    /** How many attributes there are that must be known and are not; the first eight are counted. */
    public int unknownCount() {
        return unknownCount;
    }

    int unknown(int index) {
        return unknown[index];
    }

    /** XOR-MAPPED-ADDRESS: where the sender saw us; null: none. */
    public @Nullable InetSocketAddress mappedAddress() {
        if (mapped == NONE) {
            return null;
        }
        byte[] address = Arrays.copyOfRange(data, mapped + 4, mapped + mappedLength);
        for (int i = 0; i < address.length; i++) {
            address[i] ^= data[offset + 4 + i];
        }
        int port = Bits.u16(data, mapped + 2) ^ (COOKIE >>> 16);
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), port);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void clear(byte[] packet, int start) {
        data = packet;
        offset = start;
        type = 0;
        username = NONE;
        usernameLength = 0;
        integrity = NONE;
        mapped = NONE;
        mappedLength = 0;
        errorCode = 0;
        unknownCount = 0;
        priority = 0;
        useCandidate = false;
        controlling = false;
        controlled = false;
    }

    private boolean attributes(int start, int end) {
        int at = start;
        while (at < end) {
            int kind = Bits.u16(data, at);
            int length = Bits.u16(data, at + 2);
            int next = at + 4 + (length + 3 & ~3);
            if (next > end || !attribute(kind, at, length, next == end)) {
                return false;
            }
            at = next;
        }
        return true;
    }

    /**
     * What follows MESSAGE-INTEGRITY is nobody's word, but for FINGERPRINT. Of a repeated attribute the first counts.
     */
    private boolean attribute(int kind, int at, int length, boolean last) {
        if (kind == Attribute.FINGERPRINT) {
            return last && length == 4 && fingerprint(at);
        }
        if (integrity != NONE) {
            return true;
        }
        int value = at + 4;
        return switch (kind) {
            case Attribute.USERNAME -> username(value, length);
            case Attribute.MESSAGE_INTEGRITY -> integrity(at, length);
            case Attribute.XOR_MAPPED_ADDRESS -> mapped(value, length);
            case Attribute.ERROR_CODE -> errorCode(value, length);
            default -> flag(kind, value, length);
        };
    }

    private boolean flag(int kind, int value, int length) {
        switch (kind) {
            case Attribute.PRIORITY -> priority = length == 4 ? Bits.i32(data, value) : 0;
            case Attribute.USE_CANDIDATE -> useCandidate = true;
            case Attribute.ICE_CONTROLLING -> controlling = true;
            case Attribute.ICE_CONTROLLED -> controlled = true;
            default -> noteUnknown(kind);
        }
        return true;
    }

    private void noteUnknown(int kind) {
        if (Attribute.refused(kind) && unknownCount < MOST_UNKNOWN) {
            unknown[unknownCount++] = kind;
        }
    }

    private boolean fingerprint(int at) {
        crc.reset();
        crc.update(data, offset, at - offset);
        return (int) crc.getValue() == (Bits.i32(data, at + 4) ^ FINGERPRINT_XOR);
    }

    private boolean username(int value, int length) {
        if (username == NONE) {
            username = value;
            usernameLength = length;
        }
        return true;
    }

    private boolean integrity(int at, int length) {
        integrity = at;
        return length == StunKey.TAG_LENGTH;
    }

    private boolean mapped(int value, int length) {
        if (length != (length > 8 ? 20 : 8) || data[value + 1] != (length > 8 ? 2 : 1)) {
            return false;
        }
        mapped = value;
        mappedLength = length;
        return true;
    }

    private boolean errorCode(int value, int length) {
        if (length < 4) {
            return false;
        }
        errorCode = (data[value + 2] & 7) * 100 + (data[value + 3] & 0xff);
        return true;
    }

    private int colon() {
        for (int at = username; username != NONE && at < username + usernameLength; at++) {
            if (data[at] == ':') {
                return at;
            }
        }
        return NONE;
    }

    private String text(int from, int to) {
        return new String(data, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
