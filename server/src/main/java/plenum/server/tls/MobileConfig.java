package plenum.server.tls;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The unsigned configuration profile by which an iPad installs the root; the same root gives the same profile, so a
 * second install replaces the first.
 */
final class MobileConfig {
    private MobileConfig() {}

    static String of(X509Certificate root, String name) {
        String fingerprint = Fingerprint.of(root).hex();
        return Html.fill(
                        Resource.text("ca.mobileconfig"),
                        Map.of(
                                "certificate", Html.text(Base64.getMimeEncoder().encodeToString(Pem.der(root))),
                                "name", Html.text(name),
                                "shortId",
                                        Html.text(fingerprint.substring(0, 16).toLowerCase(Locale.ROOT)),
                                "certificateUuid", Html.text(uuid("certificate", fingerprint)),
                                "profileUuid", Html.text(uuid("profile", fingerprint))))
                .markup();
    }

    private static String uuid(String part, String fingerprint) {
        return UUID.nameUUIDFromBytes((part + fingerprint).getBytes(StandardCharsets.US_ASCII))
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
