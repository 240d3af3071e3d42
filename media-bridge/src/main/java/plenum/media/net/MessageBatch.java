package plenum.media.net;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The messages that leave with one system call, in the kernel's own form (sendmmsg(2), Linux on 64 bits). Packets of
 * one size for one peer that follow each other, the last of them maybe shorter, are one message: the kernel or the
 * network card cuts it (UDP_SEGMENT). Media thread only.
 */
final class MessageBatch {
    /** Fewer cost more per packet, more stay in no cache. */
    static final int MAX_MESSAGES = 128;

    /** What any kernel cuts a message into at most. */
    static final int MAX_PACKETS_IN_ONE = 64;

    private static final int MAX_BYTES_IN_ONE = 65_000;
    private static final int MAX_BYTES = 256 << 10;

    private static final int HEADER = 64;
    private static final int NAME_LENGTH = 8;
    private static final int CONTROL_AT = 32;
    private static final int CONTROL_LENGTH = 40;

    private static final int VECTOR = 16;

    private static final int CONTROL = 24;
    private static final int CONTROL_DATA = 16;
    private static final int SOL_UDP = 17;
    private static final int UDP_SEGMENT = 103;

    private final boolean ipv6;
    /** One more than messages: for a packet of a message that is sent alone. */
    private final MemorySegment headers;

    private final MemorySegment vectors;
    private final MemorySegment names;
    private final MemorySegment controls;
    private final MemorySegment data;

    private final int[] begins = new int[MAX_MESSAGES];
    private final int[] lengths = new int[MAX_MESSAGES];
    /** Of each packet but the last one of a message. */
    private final int[] sizes = new int[MAX_MESSAGES];

    private int messages;
    private int bytes;
    private @Nullable InetSocketAddress peer;
    private boolean complete;

    MessageBatch(boolean ipv6) {
        this.ipv6 = ipv6;
        var arena = Arena.ofAuto();
        headers = arena.allocate((MAX_MESSAGES + 1) * HEADER, Long.BYTES);
        vectors = arena.allocate((MAX_MESSAGES + 1) * VECTOR, Long.BYTES);
        names = arena.allocate(MAX_MESSAGES * PeerAddress.SIZE, Long.BYTES);
        controls = arena.allocate(MAX_MESSAGES * CONTROL, Long.BYTES);
        data = arena.allocate(MAX_BYTES, Long.BYTES);
        for (int i = 0; i <= MAX_MESSAGES; i++) {
            headers.set(JAVA_LONG, i * HEADER + 16, vectors.address() + i * VECTOR);
            headers.set(JAVA_LONG, i * HEADER + 24, 1);
        }
        for (int i = 0; i < MAX_MESSAGES; i++) {
            prepare(i);
        }
    }

    private void prepare(int message) {
        headers.set(JAVA_LONG, message * HEADER, names.address() + message * PeerAddress.SIZE);
        headers.set(JAVA_LONG, message * HEADER + CONTROL_AT, controls.address() + message * CONTROL);
        controls.set(JAVA_LONG, message * CONTROL, CONTROL_DATA + Short.BYTES);
        controls.set(JAVA_INT, message * CONTROL + 8, SOL_UDP);
        controls.set(JAVA_INT, message * CONTROL + 12, UDP_SEGMENT);
    }

    /** Whether any packet finds room, also one that needs a message of its own. */
    boolean full() {
        return messages == MAX_MESSAGES || bytes + Transport.MAX_PACKET > MAX_BYTES;
    }

    boolean empty() {
        return messages == 0;
    }

    int messages() {
        return messages;
    }

    /**
     * Adds a copy of a packet; there is room.
     *
     * @param joins it may become part of the message before it
     * @return false: the peer's address is of another family
     */
    boolean add(byte[] packet, int offset, int length, InetSocketAddress to, boolean joins) {
        if (joins && fits(length, to)) {
            complete = length < sizes[messages - 1];
        } else if (!begin(length, to)) {
            return false;
        }
        MemorySegment.copy(packet, offset, data, JAVA_BYTE, bytes, length);
        bytes += length;
        lengths[messages - 1] += length;
        return true;
    }

    private boolean fits(int length, InetSocketAddress to) {
        if (complete || !to.equals(peer)) {
            return false;
        }
        int size = sizes[messages - 1];
        int before = lengths[messages - 1];
        return length <= size && before < MAX_PACKETS_IN_ONE * size && before + length <= MAX_BYTES_IN_ONE;
    }

    private boolean begin(int length, InetSocketAddress to) {
        int named = PeerAddress.write(to, ipv6, names, (long) messages * PeerAddress.SIZE);
        if (named == 0) {
            return false;
        }
        headers.set(JAVA_INT, (long) messages * HEADER + NAME_LENGTH, named);
        begins[messages] = bytes;
        lengths[messages] = 0;
        sizes[messages] = length;
        messages++;
        peer = to;
        complete = false;
        return true;
    }

    /** @return the headers from this message on, for the system call; nothing is added to these messages any more */
    MemorySegment from(int first) {
        peer = null;
        for (int i = first; i < messages; i++) {
            vectors.set(JAVA_LONG, (long) i * VECTOR, data.address() + begins[i]);
            vectors.set(JAVA_LONG, (long) i * VECTOR + 8, lengths[i]);
            headers.set(JAVA_LONG, (long) i * HEADER + CONTROL_LENGTH, packets(i) > 1 ? CONTROL : 0);
            controls.set(JAVA_SHORT, (long) i * CONTROL + CONTROL_DATA, (short) sizes[i]);
        }
        return headers.asSlice((long) first * HEADER);
    }

    /** How many packets the message is cut into. */
    int packets(int message) {
        return Math.ceilDiv(lengths[message], sizes[message]);
    }

    /** @return the header of one packet of a message, as a message of its own */
    MemorySegment alone(int message, int packet) {
        int at = packet * sizes[message];
        long header = (long) MAX_MESSAGES * HEADER;
        long vector = (long) MAX_MESSAGES * VECTOR;
        MemorySegment.copy(headers, (long) message * HEADER, headers, header, NAME_LENGTH + Integer.BYTES);
        vectors.set(JAVA_LONG, vector, data.address() + begins[message] + at);
        vectors.set(JAVA_LONG, vector + 8, Math.min(sizes[message], lengths[message] - at));
        return headers.asSlice(header);
    }

    /** All has left. */
    void clear() {
        messages = 0;
        bytes = 0;
        peer = null;
    }
}
