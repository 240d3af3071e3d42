package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpeningTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void pagesAreServedBeforeTheRecordsAreLoaded() throws Exception {
        var config = Options.read(new String[] {"--port", "0", "--data", directory.toString()}, Map.of());
        try (var plenum = Plenum.open(config);
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            var door = plenum.addresses().getFirst();
            assertThat(status(client, door + "/health/live")).isEqualTo(200);
            assertThat(status(client, door + "/api/server")).isEqualTo(200);
            assertThat(status(client, door + "/health/ready")).isEqualTo(503);
            assertThat(status(client, door + "/api/sessions")).isEqualTo(503);
            plenum.load();
            assertThat(status(client, door + "/health/ready")).isEqualTo(200);
            assertThat(status(client, door + "/api/sessions")).isEqualTo(401);
            assertThat(plenum.firstPassword()).isPresent();
        }
    }

    private static int status(HttpClient client, String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
