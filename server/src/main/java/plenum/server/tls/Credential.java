package plenum.server.tls;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What a TLS listener shows and proves: a certificate chain, server's own first, and its private key.
 *
 * @param chain at least one certificate
 */
public record Credential(List<X509Certificate> chain, PrivateKey key) {
    public Credential {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) throw new IllegalArgumentException("an empty chain");
    }

    /** Both as values, so that files which change on disk don't disturb a running listener. */
    public PemKeyCertOptions options() {
        return new PemKeyCertOptions()
                .addCertValue(Buffer.buffer(Pem.of(chain)))
                .addKeyValue(Buffer.buffer(Pem.of(key)));
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public Instant notAfter() {
        return certificate().getNotAfter().toInstant();
    }

    @Override
    public String toString() {
        return "Credential[" + Fingerprint.of(certificate()) + ", until " + notAfter() + "]";
    }
}
