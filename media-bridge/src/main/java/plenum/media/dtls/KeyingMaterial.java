package plenum.media.dtls;

import java.util.Arrays;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.TlsContext;
import plenum.media.srtp.SrtpKeys;
import plenum.media.srtp.SrtpProfile;

/** What a handshake gives for SRTP (RFC 5764 section 4.2). */
record KeyingMaterial(SrtpKeys client, SrtpKeys server) {
    static KeyingMaterial export(TlsContext context, SrtpProfile profile) {
        int key = profile.keyLength();
        int salt = profile.saltLength();
        byte[] bytes = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, 2 * (key + salt));
        return new KeyingMaterial(keys(profile, bytes, 0, 2 * key), keys(profile, bytes, key, 2 * key + salt));
    }

    private static SrtpKeys keys(SrtpProfile profile, byte[] bytes, int key, int salt) {
        return new SrtpKeys(
                profile,
                Arrays.copyOfRange(bytes, key, key + profile.keyLength()),
                Arrays.copyOfRange(bytes, salt, salt + profile.saltLength()));
    }
}
