package plenum.server.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of a certificate's DER bytes, by which a person recognises it on two screens. */
public record Fingerprint(String hex) {
    private static final int GROUP = 4;

    public static Fingerprint of(X509Certificate certificate) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return new Fingerprint(HexFormat.of().withUpperCase().formatHex(sha256.digest(certificate.getEncoded())));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every JDK has SHA-256 and every parsed certificate its bytes", e);
        }
    }

    /** Sixteen groups of four hexadecimal digits. */
    public List<String> groups() {
        return Arrays.asList(hex.split("(?<=\\G.{" + GROUP + "})"));
    }

    @Override
    public String toString() {
        return String.join(" ", groups());
    }
}
