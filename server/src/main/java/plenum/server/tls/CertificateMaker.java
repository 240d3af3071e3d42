package plenum.server.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the two certificates of the local authority: P-256 keys, signed by ECDSA with SHA-256. */
final class CertificateMaker {
    static final int ROOT_YEARS = 10;
    /** From first to last second; browsers refuse more than 398 days, even from private roots on some tablets. */
    static final Duration SERVER_VALIDITY = Duration.ofDays(397).minusSeconds(1);
    /** A tablet's clock may be this far behind. */
    static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private static final int SERIAL_BITS = 127;

    private CertificateMaker() {}

    static Credential root(PermittedNames permitted, Instant now) {
        return make(() -> {
            KeyPair keys = keys();
            var name = new X500Name("O=Plenum,CN=Plenum Local CA " + shortId(keys.getPublic()));
            Instant end = now.atOffset(ZoneOffset.UTC).plusYears(ROOT_YEARS).toInstant();
            var builder = builder(name, name, keys.getPublic(), now.minus(CLOCK_SKEW), end)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(Extension.nameConstraints, true, permitted.extension());
            return signed(builder, keys, keys);
        });
    }

    static Credential server(Credential root, SubjectNames names, Instant now) {
        return make(() -> {
            KeyPair keys = keys();
            Instant start = now.minus(CLOCK_SKEW);
            Instant end = earlier(start.plus(SERVER_VALIDITY), root.notAfter());
            var issuer = X500Name.getInstance(
                    root.certificate().getSubjectX500Principal().getEncoded());
            var builder = builder(issuer, new X500Name("O=Plenum,CN=Plenum server"), keys.getPublic(), start, end)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(Extension.subjectAlternativeName, false, names.extension())
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils()
                                    .createAuthorityKeyIdentifier(
                                            root.certificate().getPublicKey()));
            return signed(builder, keys, new KeyPair(root.certificate().getPublicKey(), root.key()));
        });
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant start, Instant end)
            throws GeneralSecurityException, CertIOException {
        var serial = new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1);
        return new JcaX509v3CertificateBuilder(issuer, serial, Date.from(start), Date.from(end), subject, key)
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
    }

    private static Credential signed(X509v3CertificateBuilder builder, KeyPair subject, KeyPair issuer)
            throws GeneralSecurityException, OperatorCreationException {
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate());
        X509Certificate made = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        made.verify(issuer.getPublic());
        return new Credential(List.of(made), subject.getPrivate());
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), new SecureRandom());
        return generator.generateKeyPair();
    }

    /** Tells two roots apart in a tablet's list. */
    private static String shortId(PublicKey key) throws GeneralSecurityException {
        byte[] id = new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key).getKeyIdentifier();
        return HexFormat.of().withUpperCase().formatHex(id, 0, 4);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Credential make(Making making) {
        try {
            return making.run();
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("this JDK cannot make a P-256 certificate", e);
        }
    }

    @FunctionalInterface
    private interface Making {
        Credential run() throws GeneralSecurityException, OperatorCreationException, CertIOException;
    }
}
