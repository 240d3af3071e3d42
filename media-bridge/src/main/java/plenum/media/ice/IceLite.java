package plenum.media.ice;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.media.net.Route;
import plenum.media.net.Transport;
import plenum.media.stun.StunMessage;
import plenum.media.stun.StunWriter;

/**
 * The lite side of ICE for all peers of one transport (RFC 8445): answers their checks, knows whose packets come over a
 * route, follows a peer to another address. Media thread only.
 *
 * @param <P> what a session stands for: an endpoint
 */
public final class IceLite<P> {
    private static final int UNKNOWN_ATTRIBUTE = 420;
    private static final int ROLE_CONFLICT = 487;

    private final Transport transport;
    private final Map<String, IceSession<P>> byName = new HashMap<>();
    private final Map<Route, IceSession<P>> byRoute = new HashMap<>();
    private final StunMessage check = new StunMessage();
    private final StunWriter writer = new StunWriter();
    private long answered;
    private long unknown;
    private long refused;
    private long malformed;

    public IceLite(Transport transport) {
        this.transport = transport;
    }

    /**
     * Begins to answer checks for the name; the peer's own name may still be unknown.
     *
     * @throws IllegalArgumentException when the name is taken
     */
    public IceSession<P> register(IceCredentials local, P peer, IceListener listener) {
        var session = new IceSession<>(this, transport, local, peer, listener);
        if (byName.putIfAbsent(local.ufrag(), session) != null) {
            throw new IllegalArgumentException("this ufrag is taken");
        }
        return session;
    }

    /** Takes a packet whose first byte is 0 to 3 (RFC 7983). Who is not known gets no answer, and costs no HMAC. */
    public void stun(byte[] data, int offset, int length, Route from, long nowNs) {
        if (!check.parse(data, offset, length) || check.type() != StunMessage.REQUEST || !check.hasIntegrity()) {
            malformed++;
            return;
        }
        var name = check.receiverUfrag();
        var session = name == null ? null : byName.get(name);
        if (session == null) {
            unknown++;
        } else if (!session.mayBeFromPeer(check) || !session.authentic(check, from)) {
            refused++;
        } else {
            answered++;
            answer(session, from, nowNs);
        }
    }

    private void answer(IceSession<P> session, Route from, long nowNs) {
        if (check.unknownCount() > 0) {
            writer.answer(StunMessage.ERROR, check)
                    .error(UNKNOWN_ATTRIBUTE, "Unknown Attribute")
                    .unknownOf(check);
        } else if (check.controlled()) {
            writer.answer(StunMessage.ERROR, check).error(ROLE_CONFLICT, "Role Conflict");
        } else {
            writer.answer(StunMessage.SUCCESS, check).mapped(from.address());
            session.checked(from, check.useCandidate(), nowNs);
        }
        transport.send(writer.data(), 0, writer.end(session.key()), from);
    }

    /** Whose packets come over this route: it passed a check lately; null: nobody's, drop it. */
    public @Nullable IceSession<P> at(Route route) {
        return byRoute.get(route);
    }

    /** A TCP connection has ended. */
    public void closed(Route route) {
        var session = byRoute.remove(route);
        if (session != null) {
            session.lost(route);
        }
    }

    /** Looks who has fallen silent; to be called several times a second. */
    public void tick(long nowNs) {
        for (var session : byName.values().toArray(new IceSession<?>[0])) {
            session.tick(nowNs);
        }
    }

    public IceCounts counts() {
        return new IceCounts(answered, unknown, refused, malformed);
    }

    void accept(Route route, IceSession<P> session) {
        var before = byRoute.put(route, session);
        if (before != null && before != session) {
            before.lost(route);
        }
    }

    void forget(Route route, IceSession<P> session) {
        byRoute.remove(route, session);
    }

    void forget(IceSession<P> session) {
        byName.remove(session.ufrag(), session);
    }
}
