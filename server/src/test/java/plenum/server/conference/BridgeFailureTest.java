package plenum.server.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.media.cascade.Standby;

/** Bridges in processes of their own fail in the middle of a meeting; nobody lifts a hand. */
class BridgeFailureTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void aMeetingGoesOnWhenItsBridgeIsKilledAndWhenTheNextOneFreezes() throws IOException {
        var secret = Files.writeString(directory.resolve("secret"), BridgePlace.secret());
        var vertx = Vertx.vertx();
        try (var one = new BridgePlace(vertx, secret, false);
                var other = new BridgePlace(vertx, secret, false);
                var meeting =
                        new Meeting(new Standby(List.of(one.remote(), other.remote())), 2, (hall, person) -> "")) {
            var hall = meeting.hall();
            one.awaitReached();
            other.awaitReached();
            var first = one.works() ? one : other;
            var second = first == one ? other : one;
            goesOn(meeting, first::kill);
            first.startAgain();
            first.awaitReached();
            goesOn(meeting, second::freeze);
            second.thaw();
            assertThat(meeting.hall()).isEqualTo(hall);
        } finally {
            vertx.close().await();
        }
    }

    private static void goesOn(Meeting meeting, Runnable failure) {
        var before = meeting.now();
        failure.run();
        var unused = meeting.awaitAll(before);
    }
}
