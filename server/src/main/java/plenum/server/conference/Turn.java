package plenum.server.conference;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * TURN servers (RFC 8656) for browsers whose network lets no packet to the bridge through. Every offer brings
 * credentials of its own that end by themselves, made from a secret that only we and the TURN server know (coturn:
 * {@code use-auth-secret}), so the server needs no list of people.
 *
 * @param urls {@code turn:} and {@code turns:} (RFC 7065)
 * @param secret shared with the TURN servers
 * @param lifetime of credentials; longer than a sitting: who is connected must renew its allocation with them
 */
public record Turn(List<String> urls, String secret, Duration lifetime) {
    private static final String ALGORITHM = "HmacSHA1"; // what TURN servers expect

    /** @throws IllegalArgumentException an URL that no browser would take, an empty secret, no lifetime */
    public Turn {
        urls = List.copyOf(urls);
        if (urls.isEmpty() || !urls.stream().allMatch(url -> url.matches("turns?:[^\\s?]+(\\?transport=(udp|tcp))?"))) {
            throw new IllegalArgumentException("urls are turn:host:port?transport=udp or the like");
        }
        if (secret.isBlank() || !lifetime.isPositive()) {
            throw new IllegalArgumentException("a secret and a lifetime");
        }
    }

    /**
     * As a browser's {@code RTCIceServer} takes it.
     *
     * @param username when it ends, in seconds since 1970, and whose it is
     */
    record Server(List<String> urls, String username, String credential) {}

    /** @param name says nothing about people: it crosses the network in the clear */
    Server server(String name, Instant now) {
        var username = now.plus(lifetime).getEpochSecond() + ":" + name;
        return new Server(urls, username, Base64.getEncoder().encodeToString(mac(username)));
    }

    private byte[] mac(String username) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }

    @Override
    public String toString() {
        return "Turn" + urls;
    }
}
