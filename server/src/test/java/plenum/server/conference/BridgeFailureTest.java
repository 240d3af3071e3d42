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
        try (var one = new BridgePlace(secret);
                var other = new BridgePlace(secret);
                var meeting = new Meeting(
                        new Standby(List.of(one.remote(vertx, false))), 2, (hall, person) -> "")) {
            var hall = meeting.hall();
            var atTheFirst = meeting.now();
            one.kill();
            one.startAgain();
            var unused = meeting.awaitAll(atTheFirst);
            assertThat(other.toString()).isNotEmpty();
            assertThat(meeting.hall()).isEqualTo(hall);
        } finally {
            vertx.close().await();
        }
    }
}
