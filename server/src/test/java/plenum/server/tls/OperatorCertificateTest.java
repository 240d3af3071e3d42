package plenum.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OperatorCertificateTest {
    private static final Addresses HALL =
            Addresses.of(List.of("hop.tinh.vn"), List.of(InetAddress.ofLiteral("127.0.0.1")), true);

    @TempDir
    private Path directory;

    private final Instant now = Instant.now();
    private final InstantSource clock = InstantSource.fixed(now);
    private Credential root;
    private Credential server;
    private OperatorCertificate operator;

    @BeforeEach
    void anOperatorWithTwoFiles() throws Exception {
        root = CertificateMaker.root(PermittedNames.around(HALL), now);
        server = CertificateMaker.server(root, SubjectNames.of(HALL), now);
        operator = new OperatorCertificate(directory.resolve("chain.pem"), directory.resolve("key.pem"));
        Files.writeString(operator.certificateFile(), Pem.of(List.of(server.certificate(), root.certificate())));
        Files.writeString(operator.keyFile(), Pem.of(server.key()));
    }

    @Test
    void theOperatorsCertificateIsServed() throws Exception {
        try (var https = new HttpsServer(operator.credential(clock))) {
            assertThat(https.get("localhost", root.certificate()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aKeyInTheOldFormOfOpensslIsRead() throws Exception {
        var scalar = ((ECPrivateKey) server.key()).getS();
        var sec1 = new org.bouncycastle.asn1.sec.ECPrivateKey(256, scalar, SECObjectIdentifiers.secp256r1);
        Files.writeString(
                operator.keyFile(),
                pem("EC PARAMETERS", SECObjectIdentifiers.secp256r1.getEncoded())
                        + pem("EC PRIVATE KEY", sec1.getEncoded()));
        assertThat(operator.credential(clock).chain()).hasSize(2);
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        Files.writeString(operator.keyFile(), Pem.of(root.key()));
        refused("không khớp", "doesn't belong");
    }

    @Test
    void anExpiredCertificateIsRefused() {
        var later = InstantSource.fixed(server.notAfter().plusSeconds(1));
        assertThatThrownBy(() -> operator.credential(later))
                .isInstanceOf(TlsUnusable.class)
                .hasMessageContaining(server.notAfter().toString());
    }

    @Test
    void aCertificateOfTomorrowIsRefused() {
        var before = InstantSource.fixed(now.minus(Duration.ofDays(2)));
        assertThatThrownBy(() -> operator.credential(before)).isInstanceOf(TlsUnusable.class);
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Files.delete(operator.keyFile());
        refused("Không đọc được tệp PEM", "key.pem");
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        Files.writeString(operator.certificateFile(), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        refused("Không đọc được tệp PEM", "chain.pem");
    }

    @Test
    void aFileWithoutAKeyIsRefused() throws Exception {
        Files.writeString(operator.keyFile(), "no key here\n");
        refused("đúng một khóa riêng", "key.pem");
    }

    @Test
    void aKeyWithAPassphraseIsRefused() throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            var encryptor = new JcePEMEncryptorBuilder("AES-128-CBC").setProvider(new BouncyCastleProvider());
            writer.writeObject(server.key(), encryptor.build("secret".toCharArray()));
        }
        Files.writeString(operator.keyFile(), text.toString());
        refused("không có mật khẩu", "no passphrase");
    }

    @Test
    void aBrokenChainIsRefused() throws Exception {
        Credential stranger = CertificateMaker.root(PermittedNames.around(HALL), now);
        Files.writeString(operator.certificateFile(), Pem.of(List.of(server.certificate(), stranger.certificate())));
        refused("bị đứt ở chứng thư thứ 1", "breaks after certificate 1");
    }

    private static String pem(String type, byte[] content) {
        String base64 = Base64.getMimeEncoder().encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }

    private void refused(String vietnamese, String english) {
        assertThatThrownBy(() -> operator.credential(clock))
                .isInstanceOf(TlsUnusable.class)
                .hasMessageContaining(vietnamese)
                .hasMessageContaining(english);
    }
}
