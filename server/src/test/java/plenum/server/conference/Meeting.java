package plenum.server.conference;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import plenum.media.api.MediaBridge;
import plenum.media.peer.MediaPeers;
import plenum.server.hall.Hall;
import plenum.server.kernel.Role;
import plenum.server.live.LiveLimits;

/** A sitting in the room: one has the floor and is seen and heard by all, others wait for it, the stage is on air. */
final class Meeting implements AutoCloseable {
    /** Those of protocol.md, but time enough for a busy machine to say hello. */
    private static final ConferenceLimits PATIENT = new ConferenceLimits(
            new LiveLimits(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(120),
                    Duration.ofSeconds(60),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(5),
                    250,
                    Duration.ofSeconds(1)),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            200);

    private final MediaPeers peers = new MediaPeers();
    private final List<Caller> callers = new ArrayList<>();
    private final Chamber chamber;

    /** @param people besides the two who send */
    Meeting(MediaBridge bridge, int people, Regions regions) {
        chamber = new Chamber(bridge, PATIENT, regions);
        chamber.begin();
        chamber.room("FLOOR", "d0", "d1");
        chamber.must("chair", "floor.grant", Map.of("personId", "d0", "seconds", 3_000));
        chamber.must("d1", "floor.raise-hand", Map.of());
        chamber.must("secretary", "stage.layout", Map.of("kind", "STAGE"));
        come(chamber.vertx, "d0", true);
        come(chamber.vertx, "d1", true);
        for (int n = 0; n < people; n++) {
            chamber.enrol("g" + n, Role.GUEST);
            chamber.must("g" + n, "room.join", Map.of("as", "PERSON"));
            come(chamber.vertx, "g" + n, false);
        }
        var unused = awaitAll(new HashMap<>());
    }

    private void come(Vertx vertx, String person, boolean sends) {
        var socket = chamber.hello(person).keepAwake(vertx);
        callers.add(new Caller(peers, socket, sends));
    }

    Hall hall() {
        return chamber.hall();
    }

    /** Which offer each uses now. */
    Map<Caller, Long> now() {
        var now = new HashMap<Caller, Long>();
        callers.forEach(caller -> now.put(caller, caller.flowing()));
        return now;
    }

    /**
     * Waits until all are heard and seen again over newer offers. @return when each is, ns; who sends hears the other
     */
    long[] awaitAll(Map<Caller, Long> before) {
        return listeners()
                .mapToLong(caller -> caller.awaitNewer(before.getOrDefault(caller, -1L)))
                .toArray();
    }

    private Stream<Caller> listeners() {
        return callers.stream().skip(1); // the one who speaks hears nobody
    }

    /** All ask for a new offer, so that they are where they belong. */
    void comeAgain() {
        var before = now();
        callers.forEach(Caller::renew);
        var unused = awaitAll(before);
    }

    /** What the participants had to wait, ms. */
    static LongStream waited(long[] backNs, long sinceNs) {
        return LongStream.of(backNs).map(ns -> (ns - sinceNs) / 1_000_000);
    }

    @Override
    public void close() {
        callers.forEach(Caller::close);
        peers.close();
        chamber.close();
    }
}
