package plenum.media.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** The certificate and key by which a bridge shows in a handshake that it is the one of the SDP; one per bridge. */
public final class DtlsIdentity {
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);
    private static final Duration LIFETIME = Duration.ofDays(365);

    private final BcTlsCrypto crypto;
    private final AsymmetricKeyParameter key;
    private final Certificate chain;
    private final Fingerprint fingerprint;

    private DtlsIdentity(BcTlsCrypto crypto, AsymmetricKeyParameter key, byte[] certificate) throws IOException {
        this.crypto = crypto;
        this.key = key;
        this.chain = new Certificate(new TlsCertificate[] {crypto.createCertificate(certificate)});
        this.fingerprint = Fingerprint.sha256(certificate);
    }

    /** A new self-signed one: EC P-256, valid for a year. */
    public static DtlsIdentity create() {
        try {
            var random = new SecureRandom();
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            var key = PrivateKeyFactory.createKey(pair.getPrivate().getEncoded());
            return new DtlsIdentity(new BcTlsCrypto(random), key, selfSigned(pair, random));
        } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In DER; the serial number is random, so that two are never alike. */
    private static byte[] selfSigned(KeyPair pair, SecureRandom random) throws OperatorCreationException, IOException {
        var name = new X500Name("CN=plenum");
        var now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(64, random).setBit(63),
                        Date.from(now.minus(CLOCK_TOLERANCE)),
                        Date.from(now.plus(LIFETIME)),
                        name,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                .getEncoded();
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    BcTlsCrypto crypto() {
        return crypto;
    }

    TlsCredentialedSigner signer(TlsContext context) {
        var algorithm = new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa);
        return new BcDefaultTlsCredentialedSigner(new TlsCryptoParameters(context), crypto, key, chain, algorithm);
    }
}
