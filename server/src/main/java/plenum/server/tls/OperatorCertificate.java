package plenum.server.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The certificate and key that the operator gives Plenum as two PEM files.
 *
 * @param certificateFile the server's certificate first, then its issuers
 * @param keyFile one private key without a passphrase: PKCS 8, PKCS 1 or SEC 1
 */
public record OperatorCertificate(Path certificateFile, Path keyFile) {

    /**
     * Reads both files anew, so a replaced certificate is picked up.
     *
     * @throws TlsUnusable when a file is unreadable, the certificate is expired or not yet valid, or the parts don't
     *     belong together
     */
    public Credential credential(InstantSource clock) {
        List<X509Certificate> chain = read(certificateFile).certificates();
        List<PrivateKey> keys = read(keyFile).keys();
        if (chain.isEmpty()) throw missing(certificateFile, "chứng thư", "certificate");
        if (keys.size() != 1) throw missing(keyFile, "đúng một khóa riêng", "exactly one private key");
        checkValid(chain.getFirst(), clock.instant());
        checkKey(chain.getFirst(), keys.getFirst());
        checkChain(chain);
        return new Credential(chain, keys.getFirst());
    }

    private static Pem read(Path file) {
        try {
            return Pem.read(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new TlsUnusable(
                    "Không đọc được tệp PEM " + file + " (tệp phải đọc được bởi Plenum và không có mật khẩu)",
                    "Cannot read the PEM file " + file + " (Plenum must have access, no passphrase): " + e,
                    e);
        }
    }

    private void checkValid(X509Certificate certificate, Instant now) {
        Instant start = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        if (now.isBefore(start) || now.isAfter(end))
            throw new TlsUnusable(
                    "Chứng thư " + certificateFile + " chỉ có hiệu lực từ " + start + " đến " + end,
                    "The certificate " + certificateFile + " is valid only from " + start + " to " + end);
    }

    private void checkKey(X509Certificate certificate, PrivateKey key) {
        if (!KeyMatch.matches(certificate.getPublicKey(), key))
            throw new TlsUnusable(
                    "Khóa riêng " + keyFile + " không khớp với chứng thư " + certificateFile,
                    "The private key " + keyFile + " doesn't belong to the certificate " + certificateFile);
    }

    /** Each certificate must be issued by the next one; otherwise tablets cannot follow the chain. */
    private void checkChain(List<X509Certificate> chain) {
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!issued(chain.get(i + 1), chain.get(i)))
                throw new TlsUnusable(
                        "Chuỗi chứng thư trong " + certificateFile + " bị đứt ở chứng thư thứ " + (i + 1),
                        "The chain in " + certificateFile + " breaks after certificate " + (i + 1));
        }
    }

    private static boolean issued(X509Certificate issuer, X509Certificate subject) {
        try {
            subject.verify(issuer.getPublicKey());
            return subject.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static TlsUnusable missing(Path file, String vietnamese, String english) {
        return new TlsUnusable("Tệp " + file + " phải có " + vietnamese, "The file " + file + " must hold " + english);
    }
}
