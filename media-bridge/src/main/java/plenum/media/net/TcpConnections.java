package plenum.media.net;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The TCP connections of one transport and the limits they are held to. Media thread only. */
final class TcpConnections {
    private final TcpLimits limits;
    private final Set<TcpRoute> all = new HashSet<>();
    /** The oldest first. */
    private final LinkedHashSet<TcpRoute> strangers = new LinkedHashSet<>();

    private final List<TcpRoute> pending = new ArrayList<>();
    private long dropped;

    TcpConnections(TcpLimits limits) {
        this.limits = limits;
    }

    /** @return false: refused, to be closed */
    boolean opened(TcpRoute route) {
        if (all.size() >= limits.connections()
                || ofAddress(route.address().getAddress()) >= limits.strangersOfOneAddress()) {
            return false;
        }
        if (strangers.size() >= limits.strangers()) {
            strangers.removeFirst().close();
        }
        all.add(route);
        strangers.add(route);
        return true;
    }

    void trust(TcpRoute route) {
        strangers.remove(route);
    }

    /** @return whether it was one of ours */
    boolean closed(TcpRoute route) {
        strangers.remove(route);
        return all.remove(route);
    }

    boolean send(byte[] data, int offset, int length, TcpRoute to) {
        if (!to.send(data, offset, length)) {
            dropped++;
            return false;
        }
        if (to.markPending()) {
            pending.add(to);
        }
        return true;
    }

    void flush() {
        for (int i = 0; i < pending.size(); i++) {
            pending.get(i).flush();
        }
        pending.clear();
    }

    void sweep(long nowNs) {
        List.copyOf(strangers).stream()
                .takeWhile(route -> route.strangerTooLong(limits, nowNs))
                .forEach(TcpRoute::close);
        List.copyOf(all).stream().filter(route -> route.dead(limits, nowNs)).forEach(TcpRoute::close);
    }

    void closeAll() {
        List.copyOf(all).forEach(TcpRoute::close);
    }

    long dropped() {
        return dropped;
    }

    private int ofAddress(InetAddress address) {
        int count = 0;
        for (var stranger : strangers) {
            if (stranger.address().getAddress().equals(address)) {
                count++;
            }
        }
        return count;
    }
}
