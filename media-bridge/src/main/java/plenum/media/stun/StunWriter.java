package plenum.media.stun;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Writes STUN messages (RFC 8489) into its own array, one after the other. */
public final class StunWriter {
    private static final int CAPACITY = 1024;

    private final byte[] data = new byte[CAPACITY];
    private final CRC32 crc = new CRC32();
    private int length;

    /** A new message in place of the last. */
    @CanIgnoreReturnValue
    public StunWriter begin(int type, long transactionHigh, int transactionLow) {
        Bits.put16(data, 0, type);
        Bits.put32(data, 4, StunMessage.COOKIE);
        Bits.put64(data, 8, transactionHigh);
        Bits.put32(data, 16, transactionLow);
        length = StunMessage.HEADER_LENGTH;
        return this;
    }

    /** The answer to a request. */
    @CanIgnoreReturnValue
    public StunWriter answer(int type, StunMessage request) {
        return begin(type, request.transactionHigh(), request.transactionLow());
    }

    /** @param receiverUfrag of who gets the request */
    @CanIgnoreReturnValue
    public StunWriter username(String receiverUfrag, String senderUfrag) {
        byte[] name = (receiverUfrag + ":" + senderUfrag).getBytes(StandardCharsets.UTF_8);
        return bytes(Attribute.USERNAME, name);
    }

    @CanIgnoreReturnValue
    public StunWriter priority(int priority) {
        Bits.put32(data, header(Attribute.PRIORITY, 4), priority);
        return this;
    }

    @CanIgnoreReturnValue
    public StunWriter useCandidate() {
        header(Attribute.USE_CANDIDATE, 0);
        return this;
    }

    @CanIgnoreReturnValue
    public StunWriter controlling(long tieBreaker) {
        Bits.put64(data, header(Attribute.ICE_CONTROLLING, 8), tieBreaker);
        return this;
    }

    @CanIgnoreReturnValue
    public StunWriter controlled(long tieBreaker) {
        Bits.put64(data, header(Attribute.ICE_CONTROLLED, 8), tieBreaker);
        return this;
    }

    /** XOR-MAPPED-ADDRESS. */
    @CanIgnoreReturnValue
    public StunWriter mapped(InetSocketAddress address) {
        byte[] bytes = address.getAddress().getAddress();
        int value = header(Attribute.XOR_MAPPED_ADDRESS, 4 + bytes.length);
        Bits.put16(data, value, bytes.length == 16 ? 2 : 1);
        Bits.put16(data, value + 2, address.getPort() ^ (StunMessage.COOKIE >>> 16));
        for (int i = 0; i < bytes.length; i++) {
            data[value + 4 + i] = (byte) (bytes[i] ^ data[4 + i]);
        }
        return this;
    }

    /** @param code 300 to 699 */
    @CanIgnoreReturnValue
    public StunWriter error(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        byte[] value = new byte[4 + text.length];
        value[2] = (byte) (code / 100);
        value[3] = (byte) (code % 100);
        System.arraycopy(text, 0, value, 4, text.length);
        return bytes(Attribute.ERROR_CODE, value);
    }

    /** Names the attributes of a request that we do not know. */
    @CanIgnoreReturnValue
    public StunWriter unknownOf(StunMessage request) {
        int value = header(Attribute.UNKNOWN_ATTRIBUTES, 2 * request.unknownCount());
        for (int i = 0; i < request.unknownCount(); i++) {
            Bits.put16(data, value + 2 * i, request.unknown(i));
        }
        return this;
    }

    /** Adds MESSAGE-INTEGRITY and FINGERPRINT. @return the length of the message in {@link #data()} */
    public int end(StunKey key) {
        int attribute = length;
        header(Attribute.MESSAGE_INTEGRITY, StunKey.TAG_LENGTH);
        key.write(data, 0, attribute);
        return end();
    }

    /** Adds FINGERPRINT. @return the length of the message in {@link #data()} */
    public int end() {
        int attribute = length;
        int value = header(Attribute.FINGERPRINT, 4);
        Bits.put16(data, 2, length - StunMessage.HEADER_LENGTH);
        crc.reset();
        crc.update(data, 0, attribute);
        Bits.put32(data, value, (int) crc.getValue() ^ StunMessage.FINGERPRINT_XOR);
        return length;
    }

    public byte[] data() {
        return data;
    }

    @CanIgnoreReturnValue
    private StunWriter bytes(int kind, byte[] value) {
        System.arraycopy(value, 0, data, header(kind, value.length), value.length);
        return this;
    }

    /** @return where the value goes; it is zero up to the padding */
    @CanIgnoreReturnValue
    private int header(int kind, int valueLength) {
        int value = length + 4;
        int padded = valueLength + 3 & ~3;
        Arrays.fill(data, value, value + padded, (byte) 0);
        Bits.put16(data, length, kind);
        Bits.put16(data, length + 2, valueLength);
        length = value + padded;
        return value;
    }
}
