package plenum.media.ice;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import plenum.media.net.Route;
import plenum.media.net.TcpRoute;
import plenum.media.net.Transport;
import plenum.media.stun.StunKey;
import plenum.media.stun.StunMessage;
import plenum.media.stun.StunWriter;

/**
 * The controlling side of ICE towards one peer, lite or full (RFC 8445): checks its host candidates, nominates the best
 * that answers, keeps consent (RFC 7675) and looks for another way when it is lost. Media thread only.
 */
public final class IceClient {
    private static final long CONSENT_GAP_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long CONSENT_NS = TimeUnit.SECONDS.toNanos(30);

    /** How long a better candidate is waited for. */
    private static final long PATIENCE_NS = TimeUnit.MILLISECONDS.toNanos(250);

    /** Of peer-reflexive candidates (RFC 8445 section 7.1.1). */
    private static final int PRIORITY = 110 << 24 | 65535 << 8 | 255;

    private static final int ROLE_CONFLICT = 487;

    private final Transport transport;
    private final IceCredentials local;
    private final IceCredentials remote;
    private final IceListener listener;
    private final StunKey localKey;
    private final StunKey remoteKey;
    private final RandomGenerator random;
    private final long tieBreaker;
    private final List<CandidatePair> pairs = new ArrayList<>();
    private final StunMessage message = new StunMessage();
    private final StunWriter writer = new StunWriter();
    private @Nullable CandidatePair nominated;
    private @Nullable CandidatePair selected;
    private long searchedNs;
    private long heardNs;
    private long answeredNs;
    private boolean silent;

    /** @param random names transactions: unpredictable, but in tests */
    public IceClient(
            Transport transport,
            IceCredentials local,
            IceCredentials remote,
            IceListener listener,
            RandomGenerator random) {
        this.transport = transport;
        this.local = local;
        this.remote = remote;
        this.listener = listener;
        this.localKey = StunKey.of(local.password());
        this.remoteKey = StunKey.of(remote.password());
        this.random = random;
        this.tieBreaker = random.nextLong();
    }

    /** Begins to check a candidate of the peer; over TCP it is dialled first. */
    public void add(Candidate candidate, long nowNs) {
        if (candidate.tcp()) {
            transport.dial(candidate.address(), route -> dialled(route, candidate.priority(), nowNs));
        } else {
            var route = transport.route(candidate.address());
            if (route != null) {
                add(route, candidate.priority(), nowNs);
            }
        }
    }

    private void dialled(@Nullable TcpRoute route, int priority, long nowNs) {
        if (route != null) {
            add(route, priority, nowNs);
        }
    }

    /** Begins to check a route. */
    public void add(Route route, int priority, long nowNs) {
        if (pairs.isEmpty()) {
            searchedNs = nowNs;
        }
        var pair = new CandidatePair(route, priority, nowNs);
        pairs.add(pair);
        check(pair, nowNs);
    }

    /** Nominates a route that was added, however good others are: the peer is to follow. */
    public void nominate(Route route, long nowNs) {
        for (var pair : pairs) {
            if (pair.route().equals(route)) {
                nominated = pair;
                check(pair, nowNs);
            }
        }
    }

    /** Takes a packet whose first byte is 0 to 3 (RFC 7983). */
    public void stun(byte[] data, int offset, int length, Route from, long nowNs) {
        if (!message.parse(data, offset, length)) {
            return;
        }
        if (message.type() == StunMessage.REQUEST) {
            request(from, nowNs);
        } else if (message.type() == StunMessage.SUCCESS) {
            success(from, nowNs);
        }
    }

    private void request(Route from, long nowNs) {
        if (!local.ufrag().equals(message.receiverUfrag()) || !message.authentic(localKey)) {
            return;
        }
        heard(nowNs);
        if (message.controlling()) {
            writer.answer(StunMessage.ERROR, message).error(ROLE_CONFLICT, "Role Conflict");
        } else {
            writer.answer(StunMessage.SUCCESS, message).mapped(from.address());
        }
        transport.send(writer.data(), 0, writer.end(localKey), from);
    }

    private void success(Route from, long nowNs) {
        for (var pair : pairs) {
            if (pair.route().equals(from) && pair.asked(message) && message.authentic(remoteKey)) {
                boolean nominates = pair.answered(message, nowNs + CONSENT_GAP_NS);
                answered(pair, nominates, nowNs);
                return;
            }
        }
    }

    private void answered(CandidatePair pair, boolean nominates, long nowNs) {
        answeredNs = nowNs;
        heard(nowNs);
        if (nominated == null) {
            nominateBest(nowNs);
        } else if (pair == nominated && nominates && pair != selected) {
            selected = pair;
            listener.selected(pair.route(), nowNs);
        }
    }

    /** A better way that has not answered yet is waited for a while. */
    private void nominateBest(long nowNs) {
        CandidatePair best = null;
        int expected = 0;
        for (var pair : pairs) {
            expected = Math.max(expected, pair.priority());
            if (pair.valid() && (best == null || pair.priority() > best.priority())) {
                best = pair;
            }
        }
        if (best != null && (best.priority() == expected || nowNs - searchedNs > PATIENCE_NS)) {
            nominated = best;
            check(best, nowNs);
        }
    }

    /** Where packets to the peer go; null: no way yet. */
    public @Nullable Route selected() {
        return selected == null ? null : selected.route();
    }

    /** @return false: no way, no consent (RFC 7675), or congested */
    @CanIgnoreReturnValue
    public boolean send(byte[] data, int offset, int length) {
        return selected != null && transport.send(data, offset, length, selected.route());
    }

    /** An authentic packet of the peer came. */
    public void heard(long nowNs) {
        heardNs = nowNs;
        if (silent) {
            silent = false;
            listener.back(nowNs);
        }
    }

    /** Sends the checks that are due; to be called twenty times a second. */
    public void tick(long nowNs) {
        if (nominated == null) {
            nominateBest(nowNs);
        } else if (nowNs - heardNs > SILENCE_NS) {
            fallSilent(nowNs);
            lookAgain(nowNs);
        }
        if (selected != null && nowNs - answeredNs > CONSENT_NS) {
            selected = null;
        }
        for (int i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            if (pair.due(nowNs) && (nominated == null || nominated == pair)) {
                check(pair, nowNs);
            }
        }
    }

    private void fallSilent(long nowNs) {
        if (selected != null && !silent) {
            silent = true;
            listener.disconnected(nowNs);
        }
    }

    private void lookAgain(long nowNs) {
        nominated = null;
        searchedNs = nowNs;
        for (var pair : pairs) {
            pair.doubt(nowNs);
        }
    }

    private void check(CandidatePair pair, long nowNs) {
        long high = random.nextLong() | 1;
        int low = random.nextInt();
        writer.begin(StunMessage.REQUEST, high, low)
                .username(remote.ufrag(), local.ufrag())
                .controlling(tieBreaker)
                .priority(PRIORITY);
        if (pair == nominated) {
            writer.useCandidate();
        }
        transport.send(writer.data(), 0, writer.end(remoteKey), pair.route());
        pair.sent(high, low, pair == nominated, nowNs);
    }

    /** A TCP connection has ended. */
    public void closed(Route route, long nowNs) {
        pairs.removeIf(pair -> pair.route().equals(route));
        if (nominated != null && nominated.route().equals(route)) {
            lookAgain(nowNs);
        }
        if (selected != null && selected.route().equals(route)) {
            selected = null;
        }
    }

    /** Ends its TCP connections and checks no more. */
    public void close() {
        for (var pair : pairs) {
            transport.drop(pair.route());
        }
        pairs.clear();
        nominated = null;
        selected = null;
    }
}
