package plenum.media.stun;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in network byte order. */
final class Bits {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Bits() {}

    static int u16(byte[] data, int at) {
        return (short) SHORTS.get(data, at) & 0xffff;
    }

    static int i32(byte[] data, int at) {
        return (int) INTS.get(data, at);
    }

    static long i64(byte[] data, int at) {
        return (long) LONGS.get(data, at);
    }

    static void put16(byte[] data, int at, int value) {
        SHORTS.set(data, at, (short) value);
    }

    static void put32(byte[] data, int at, int value) {
        INTS.set(data, at, value);
    }

    static void put64(byte[] data, int at, long value) {
        LONGS.set(data, at, value);
    }
}
