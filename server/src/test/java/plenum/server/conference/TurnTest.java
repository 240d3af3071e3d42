package plenum.server.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials for TURN servers. */
class TurnTest {
    private static final List<String> URLS =
            List.of("turn:turn.example.vn:3478?transport=udp", "turns:turn.example.vn");

    @Test
    void credentialsAreThoseThatATurnServerComputes() {
        // printf '1767225600:abc' | openssl dgst -sha1 -hmac north -binary | base64
        var server = new Turn(URLS, "north", Duration.ofHours(12)).server("abc", Instant.parse("2025-12-31T12:00:00Z"));
        assertThat(server).isEqualTo(new Turn.Server(URLS, "1767225600:abc", "MzbV96LUg/y1kmOF730K4rqKD5k="));
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(new Turn(URLS, "north", Duration.ofHours(1)).toString()).doesNotContain("north");
    }

    @ParameterizedTest
    @ValueSource(strings = {"turn.example.vn", "stun:turn.example.vn", "turn:a b", "turn:a?transport=tls", ""})
    void anUrlThatNoBrowserTakesIsRefused(String url) {
        assertThatThrownBy(() -> new Turn(List.of(url), "north", Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
