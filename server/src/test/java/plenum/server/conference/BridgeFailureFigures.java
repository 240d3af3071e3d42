package plenum.server.conference;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plenum.media.api.MediaBridge;
import plenum.media.cascade.Branch;
import plenum.media.cascade.Cascade;
import plenum.media.cascade.Standby;

/**
 * How long 20 participants wait for sound and pictures after their bridge failed (F10). Not among the tests: {@code mvn
 * -pl media-bridge,server test -Dtest=BridgeFailureFigures -Dplenum.failures=20}.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class BridgeFailureFigures {
    private static final int ROUNDS = Integer.getInteger("plenum.failures", 2);
    private static final int PEOPLE = 18; // besides the two who send

    private final Vertx vertx = Vertx.vertx();
    private final List<BridgePlace> places = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Path secret = Path.of("");

    @BeforeEach
    void secret() throws IOException {
        secret = Files.writeString(directory.resolve("secret"), BridgePlace.secret());
    }

    @AfterEach
    void close() {
        places.forEach(BridgePlace::close);
        vertx.close().await();
    }

    private BridgePlace place(boolean resuming) {
        var place = new BridgePlace(vertx, secret, resuming);
        places.add(place);
        return place;
    }

    @Test
    void theBridgeBesideItTakesOver() {
        var one = place(false);
        var other = place(false);
        try (var meeting = meeting(new Standby(List.of(one.remote(), other.remote())), "")) {
            rounds("killed, another stands by", meeting, () -> {
                var working = one.works() ? one : other;
                var since = System.nanoTime();
                working.kill();
                return new Round(since, () -> {}, working::startAgain, working);
            });
            rounds("frozen, another stands by", meeting, () -> {
                var working = one.works() ? one : other;
                var since = System.nanoTime();
                working.freeze();
                return new Round(since, () -> {}, working::thaw, working);
            });
            rounds("answers 8 s late, another stands by", meeting, () -> {
                var working = one.works() ? one : other;
                var since = System.nanoTime();
                working.answerLate(8_000);
                return new Round(since, () -> {}, () -> working.answerLate(0), working);
            });
        }
    }

    @Test
    void theOnlyBridgeIsStartedAgain() {
        var only = place(false);
        try (var meeting = meeting(only.remote(), "")) {
            rounds("killed, started again 1 s later", meeting, () -> {
                var since = System.nanoTime();
                only.kill();
                return new Round(
                        since,
                        () -> {
                            pause(Duration.ofSeconds(1));
                            only.startAgain();
                        },
                        () -> {},
                        only);
            });
        }
    }

    @Test
    void theOneAboveTakesThePeopleOfABranch() {
        var root = place(false);
        var branch = place(true);
        var tree = new Cascade(root.remote(), List.of(new Branch("b", "", branch.remote())), Cascade.PATIENCE);
        try (var meeting = meeting(tree, "b")) {
            branchRounds("branch killed", meeting, branch, branch::kill, branch::startAgain);
            branchRounds("branch frozen", meeting, branch, branch::freeze, branch::thaw);
        }
    }

    private void branchRounds(String what, Meeting meeting, BridgePlace branch, Runnable begin, Runnable end) {
        rounds(what, meeting, () -> {
            var since = System.nanoTime();
            begin.run();
            return new Round(since, () -> {}, end, branch);
        });
    }

    /**
     * @param meanwhile while the participants wait
     * @param after they have sound and pictures again
     */
    private record Round(long sinceNs, Runnable meanwhile, Runnable after, BridgePlace place) {}

    private interface Beginning {
        Round begin();
    }

    private Meeting meeting(MediaBridge bridge, String region) {
        return new Meeting(bridge, PEOPLE, (hall, person) -> region);
    }

    private static void rounds(String what, Meeting meeting, Beginning beginning) {
        var waited = new ArrayList<Long>();
        for (int n = 0; n < ROUNDS; n++) {
            meeting.comeAgain();
            var before = meeting.now();
            var round = beginning.begin();
            round.meanwhile().run();
            Meeting.waited(meeting.awaitAll(before), round.sinceNs()).forEach(waited::add);
            round.after().run();
            round.place().awaitReached();
        }
        Collections.sort(waited);
        System.out.printf(
                "F10 %s: %d rounds, %d waits, p50 %d ms, p95 %d ms, longest %d ms%n",
                what, ROUNDS, waited.size(), at(waited, 50), at(waited, 95), waited.getLast());
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100);
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
