package plenum.media.net;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system call that sends many messages at once, sendmmsg(2). Linux on 64 bits. */
final class SendCall {
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;
    static final int EINVAL = 22;
    static final int EMSGSIZE = 90;
    static final int ENOBUFS = 105;

    private static final Logger LOG = LoggerFactory.getLogger(SendCall.class);
    private static final int MSG_DONTWAIT = 0x40;

    private final MethodHandle sendmmsg;
    private final MemorySegment state;
    private final long errnoAt;

    private SendCall(MethodHandle sendmmsg, MemorySegment state, long errnoAt) {
        this.sendmmsg = sendmmsg;
        this.state = state;
        this.errnoAt = errnoAt;
    }

    /** @return empty: this machine has none, or this process may not call it */
    static Optional<SendCall> find() {
        if (ADDRESS.byteSize() != Long.BYTES) {
            return Optional.empty();
        }
        try {
            return Linker.nativeLinker().defaultLookup().find("sendmmsg").map(SendCall::link);
        } catch (IllegalCallerException | UnsupportedOperationException refused) {
            LOG.info("no system call of our own: {}", refused.toString());
            return Optional.empty();
        }
    }

    private static SendCall link(MemorySegment symbol) {
        StructLayout captured = Linker.Option.captureStateLayout();
        var signature = FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
        return new SendCall(
                Linker.nativeLinker().downcallHandle(symbol, signature, Linker.Option.captureCallState("errno")),
                Arena.ofAuto().allocate(captured),
                captured.byteOffset(StructLayout.PathElement.groupElement("errno")));
    }

    /**
     * Sends as many of the messages as the socket takes now.
     *
     * @param messages {@code mmsghdr}, one behind the other
     * @return how many; negative: the first one was not sent, and this is the number of the error
     */
    int send(int socket, MemorySegment messages, int count) {
        int sent = call(socket, messages, count);
        return sent >= 0 ? sent : -state.get(JAVA_INT, errnoAt);
    }

    private int call(int socket, MemorySegment messages, int count) {
        try {
            return (int) sendmmsg.invokeExact(state, socket, messages, count, MSG_DONTWAIT);
        } catch (Throwable impossible) {
            throw new IllegalStateException("a system call throws nothing", impossible);
        }
    }
}
