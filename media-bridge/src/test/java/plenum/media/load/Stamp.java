package plenum.media.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The last bytes of each payload: when it was sent, of which stream it is, and its number there. */
final class Stamp {
    static final int LENGTH = 18;
    private static final int MAGIC = 0x504c4e4d;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private Stamp() {}

    static void write(byte[] b, int end, int stream, int number, long nowNs) {
        int at = end - LENGTH;
        INT.set(b, at, MAGIC);
        SHORT.set(b, at + 4, (short) stream);
        INT.set(b, at + 6, number);
        LONG.set(b, at + 10, nowNs);
    }

    static boolean present(byte[] b, int from, int end) {
        return end - from >= LENGTH && (int) INT.get(b, end - LENGTH) == MAGIC;
    }

    static int stream(byte[] b, int end) {
        return (short) SHORT.get(b, end - LENGTH + 4);
    }

    static int number(byte[] b, int end) {
        return (int) INT.get(b, end - LENGTH + 6);
    }

    static long sentNs(byte[] b, int end) {
        return (long) LONG.get(b, end - LENGTH + 10);
    }
}
