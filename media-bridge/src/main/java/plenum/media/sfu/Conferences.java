package plenum.media.sfu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeStats;
import plenum.media.api.ConferenceId;

/** All conferences of a bridge. Media thread only. */
final class Conferences {
    private static final long ICE_NS = 100_000_000;

    private final Map<ConferenceId, Conference> byId = new HashMap<>();
    private final Shared shared;
    private long iceNs = System.nanoTime();

    Conferences(Shared shared) {
        this.shared = shared;
    }

    void open(ConferenceId id) {
        byId.computeIfAbsent(id, added -> new Conference(id, shared, System.nanoTime()));
    }

    Conference get(ConferenceId id) {
        return find(id).orElseThrow(() -> new BridgeException(BridgeException.Kind.UNKNOWN, "conference " + id));
    }

    Optional<Conference> find(ConferenceId id) {
        return Optional.ofNullable(byId.get(id));
    }

    void close(ConferenceId id) {
        Conference gone = byId.remove(id);
        if (gone != null) {
            gone.closeAll();
        }
    }

    void closeAll() {
        List.copyOf(byId.keySet()).forEach(this::close);
    }

    /** Every 5 to 20 ms. */
    void tick(long nowNs) {
        if (nowNs - iceNs >= ICE_NS) {
            iceNs = nowNs;
            shared.ice().tick(nowNs);
        }
        shared.held().leave(nowNs);
        byId.values().forEach(conference -> conference.tick(nowNs));
    }

    BridgeStats stats() {
        int endpoints = byId.values().stream().mapToInt(Conference::size).sum();
        var counts = shared.ice().counts();
        long strangers = counts.unknown() + counts.refused() + counts.malformed();
        var counters = shared.counters();
        return new BridgeStats(byId.size(), endpoints, counters.in, counters.out, counters.dropped + strangers);
    }
}
