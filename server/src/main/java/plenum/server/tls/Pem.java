package plenum.server.tls;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * Certificates and private keys found in PEM text (RFC 7468), in the order written.
 *
 * <p>Keys: PKCS 8, PKCS 1 and SEC 1, not encrypted.
 */
record Pem(List<X509Certificate> certificates, List<PrivateKey> keys) {

    /**
     * Curve parameters, as openssl writes them before a SEC 1 key, are passed over.
     *
     * @throws IOException when a block is damaged, encrypted or of a kind that doesn't belong here
     */
    static Pem read(String text) throws IOException {
        var certificates = new ArrayList<X509Certificate>();
        var keys = new ArrayList<PrivateKey>();
        try (var parser = new PEMParser(new StringReader(text))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                if (block instanceof X509CertificateHolder holder) certificates.add(certificate(holder));
                else if (block instanceof PrivateKeyInfo info) keys.add(new JcaPEMKeyConverter().getPrivateKey(info));
                else if (block instanceof PEMKeyPair pair)
                    keys.add(new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo()));
                else if (!(block instanceof ASN1ObjectIdentifier))
                    throw new IOException("unexpected block " + block.getClass().getSimpleName());
            }
        } catch (CertificateException | RuntimeException e) {
            throw new IOException("damaged PEM block", e);
        }
        return new Pem(certificates, keys);
    }

    static String of(List<X509Certificate> chain) {
        var text = new StringBuilder();
        for (X509Certificate certificate : chain) text.append(block("CERTIFICATE", der(certificate)));
        return text.toString();
    }

    static String of(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException("a parsed certificate has its bytes", e);
        }
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws CertificateException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    private static String block(String type, byte[] content) {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.toString();
    }
}
