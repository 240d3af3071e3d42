package plenum.media.ice;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import plenum.media.net.Route;
import plenum.media.net.Transport;
import plenum.media.stun.StunKey;
import plenum.media.stun.StunMessage;

/** One peer of an {@link IceLite}. Media thread only. */
public final class IceSession<P> {
    /** How long packets are accepted over a route that is not, or no longer, the selected one. */
    static final long OTHER_ROUTE_NS = TimeUnit.SECONDS.toNanos(3);

    static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(5);

    /** How long packets may be sent without a check of the peer (RFC 7675 section 5.1). */
    static final long CONSENT_NS = TimeUnit.SECONDS.toNanos(30);

    private static final int MOST_ROUTES = 8;

    private final IceLite<P> ice;
    private final Transport transport;
    private final String ufrag;
    private final StunKey key;
    private final P peer;
    private final IceListener listener;
    private final SeenChecks seen = new SeenChecks();
    private final List<Checked> routes = new ArrayList<>(2);
    private @Nullable String remoteUfrag;
    private @Nullable Checked selected;
    private long checkedNs;
    private long heardNs;
    private boolean silent;
    private boolean consent;

    /** A route that has passed a check. */
    private static final class Checked {
        private final Route route;
        private long usedNs;

        Checked(Route route) {
            this.route = route;
        }
    }

    IceSession(IceLite<P> ice, Transport transport, IceCredentials local, P peer, IceListener listener) {
        this.ice = ice;
        this.transport = transport;
        this.ufrag = local.ufrag();
        this.key = StunKey.of(local.password());
        this.peer = peer;
        this.listener = listener;
    }

    public P peer() {
        return peer;
    }

    /** The peer's own name is known from its SDP: checks under another one are refused from now on. */
    public void remoteUfrag(String name) {
        remoteUfrag = name;
    }

    /** Where packets to the peer go; null: no way yet. */
    public @Nullable Route selected() {
        return selected == null ? null : selected.route;
    }

    /** An authentic packet of the peer came. */
    public void heard(long nowNs) {
        heardNs = nowNs;
        if (silent && consent) {
            silent = false;
            listener.back(nowNs);
        }
    }

    /** @return false: no way, no consent (RFC 7675), or congested */
    @CanIgnoreReturnValue
    public boolean send(byte[] data, int offset, int length) {
        return selected != null && consent && transport.send(data, offset, length, selected.route);
    }

    /** Forgets the peer and ends its TCP connections. */
    public void close() {
        ice.forget(this);
        for (var checked : routes) {
            ice.forget(checked.route, this);
            transport.drop(checked.route);
        }
        routes.clear();
        selected = null;
    }

    String ufrag() {
        return ufrag;
    }

    StunKey key() {
        return key;
    }

    /** Cheap: before anything is computed. */
    boolean mayBeFromPeer(StunMessage check) {
        return remoteUfrag == null || remoteUfrag.equals(check.senderUfrag());
    }

    boolean authentic(StunMessage check, Route from) {
        return check.authentic(key) && seen.accept(check, from);
    }

    /** An authentic check came. */
    void checked(Route from, boolean nominated, long nowNs) {
        checkedNs = nowNs;
        consent = true;
        heard(nowNs);
        var checked = find(from, nowNs);
        checked.usedNs = nowNs;
        if (checked != selected && (nominated || selected == null)) {
            select(checked, nowNs);
        }
    }

    private void select(Checked checked, long nowNs) {
        if (selected != null) {
            selected.usedNs = nowNs;
        }
        selected = checked;
        listener.selected(checked.route, nowNs);
    }

    private Checked find(Route route, long nowNs) {
        for (var checked : routes) {
            if (checked.route.equals(route)) {
                return checked;
            }
        }
        if (routes.size() >= MOST_ROUTES) {
            forgetOldest(nowNs);
        }
        var added = new Checked(route);
        routes.add(added);
        ice.accept(route, this);
        transport.trust(route);
        return added;
    }

    private void forgetOldest(long nowNs) {
        Checked oldest = null;
        for (var checked : routes) {
            if (checked != selected && (oldest == null || nowNs - checked.usedNs > nowNs - oldest.usedNs)) {
                oldest = checked;
            }
        }
        if (oldest != null) {
            forget(oldest);
        }
    }

    private void forget(Checked checked) {
        routes.remove(checked);
        ice.forget(checked.route, this);
        transport.drop(checked.route);
    }

    /** The connection behind a route has ended. */
    void lost(Route route) {
        if (selected != null && selected.route.equals(route)) {
            selected = null;
        }
        routes.removeIf(checked -> checked.route.equals(route));
    }

    void tick(long nowNs) {
        for (int i = routes.size() - 1; i >= 0; i--) {
            var checked = routes.get(i);
            if (checked != selected && nowNs - checked.usedNs > OTHER_ROUTE_NS) {
                forget(checked);
            }
        }
        if (consent && nowNs - checkedNs > CONSENT_NS) {
            consent = false;
            fallSilent(nowNs);
        } else if (consent && nowNs - heardNs > SILENCE_NS) {
            fallSilent(nowNs);
        }
    }

    private void fallSilent(long nowNs) {
        if (!silent) {
            silent = true;
            listener.disconnected(nowNs);
        }
    }
}
