package plenum.media.sfu;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import plenum.media.net.Route;
import plenum.media.srtp.SrtpKeys;
import plenum.media.srtp.SrtpReceiver;
import plenum.media.srtp.SrtpSender;

/** The way between two bridges: keys from a ticket, and the route over which the other end was heard last. */
final class LinkWire implements Wire {
    static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(3);

    private final Shared shared;
    private final SrtpSender sender;
    private final SrtpReceiver receiver;
    private @Nullable Route route;
    private boolean up;
    private long heardNs;

    /** @param route to the other end, null: it dials */
    LinkWire(Shared shared, SrtpKeys send, SrtpKeys receive, @Nullable Route route) {
        this.shared = shared;
        sender = new SrtpSender(send);
        receiver = new SrtpReceiver(receive);
        this.route = route;
    }

    @Override
    public boolean up() {
        return up;
    }

    /** @return whether the other end has fallen silent now */
    boolean silent(long nowNs) {
        boolean fell = up && nowNs - heardNs >= SILENCE_NS;
        up &= !fell;
        return fell;
    }

    /** @return the length of the packet in the clear, in place; negative: not authentic, or replayed */
    int open(byte[] data, int offset, int length, long nowNs) {
        return heard(receiver.unprotect(data, offset, length), nowNs);
    }

    /** The same for RTCP, which also shows where the other end is. */
    int openRtcp(byte[] data, int offset, int length, Route from, long nowNs) {
        int clear = heard(receiver.unprotectRtcp(data, offset, length), nowNs);
        if (clear >= 0) {
            up = true;
            route = from;
        }
        return clear;
    }

    private int heard(int length, long nowNs) {
        if (length < 0) {
            shared.counters().dropped++;
        } else {
            shared.counters().in++;
            heardNs = nowNs;
        }
        return length;
    }

    /** Where the other end is, null: never heard. */
    @Nullable
    Route route() {
        return route;
    }

    @Override
    public int seal(byte[] data, int offset, int length) {
        return sender.protect(data, offset, length);
    }

    @Override
    public void hand(byte[] data, int offset, int length) {
        if (route != null && shared.transport().send(data, offset, length, route)) {
            shared.counters().out++;
        }
    }

    /** Also before the other end was heard: so it is dialled. */
    @Override
    public void sendRtcp(byte[] data, int offset, int length) {
        int sealed = route == null ? -1 : sender.protectRtcp(data, offset, length);
        if (sealed > 0) {
            hand(data, offset, sealed);
        }
    }
}
