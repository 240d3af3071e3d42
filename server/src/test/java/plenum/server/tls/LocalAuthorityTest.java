package plenum.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalAuthorityTest {
    private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");
    private static final Addresses HALL = hall("192.168.7.20", "fd00::20");

    @TempDir
    private Path data;

    private Instant now = START;
    private final InstantSource clock = () -> now;

    @Test
    void aTabletThatTrustsOnlyTheRootOpensTheServerByNameAndByAddress() throws Exception {
        now = Instant.now();
        var authority = open(HALL);
        try (var https = new HttpsServer(authority.serverCredential(HALL))) {
            assertThat(https.get("localhost", authority.root()).body()).isEqualTo("xin chào");
            assertThat(https.get("127.0.0.1", authority.root()).version()).isEqualTo(HttpClient.Version.HTTP_2);
        }
    }

    @Test
    void aTabletWithAnotherRootRefusesTheServer() throws Exception {
        now = Instant.now();
        var stranger = LocalAuthority.open(data.resolve("other"), HALL, clock);
        try (var https = new HttpsServer(open(HALL).serverCredential(HALL))) {
            assertThatThrownBy(() -> https.get("localhost", stranger.root())).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void theServerIsCertifiedForEachNameAndAddressOfTheHall() throws Exception {
        X509Certificate server = open(HALL).serverCredential(HALL).certificate();
        assertThat(SubjectNames.of(server).names()).containsExactlyInAnyOrder("plenum.hdnd.lan", "localhost");
        assertThat(SubjectNames.of(server).addresses())
                .containsExactlyInAnyOrder(ip("192.168.7.20"), ip("fd00::20"), ip("127.0.0.1"), ip("::1"));
    }

    @Test
    void theRootLivesTenYearsAndTheServerAtMost397Days() {
        var authority = open(HALL);
        X509Certificate server = authority.serverCredential(HALL).certificate();
        assertThat(end(authority.root())).isEqualTo(Instant.parse("2036-07-01T00:00:00Z"));
        assertThat(Duration.between(start(server), end(server))).isLessThan(Duration.ofDays(397));
        assertThat(authority.root().getBasicConstraints()).isZero();
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void aRestartKeepsRootAndServerCertificate() {
        var first = open(HALL);
        Credential issued = first.serverCredential(HALL);
        now = START.plus(Duration.ofDays(300));
        var second = open(HALL);
        assertThat(second.root()).isEqualTo(first.root());
        assertThat(second.serverCredential(HALL)).isEqualTo(issued);
    }

    @Test
    void aCertificateNearItsEndIsRenewedUnderTheSameRoot() throws Exception {
        var authority = open(HALL);
        Credential old = authority.serverCredential(HALL);
        now = old.notAfter().minus(LocalAuthority.RENEW_BEFORE);
        Credential renewed = open(HALL).serverCredential(HALL);
        assertThat(renewed.notAfter()).isAfter(old.notAfter());
        assertThat(renewed.key()).isNotEqualTo(old.key());
        renewed.certificate().verify(authority.root().getPublicKey());
    }

    @Test
    void aCertificateFromAClockSetBackIsRenewed() {
        Credential early = open(HALL).serverCredential(HALL);
        now = START.minus(Duration.ofDays(3));
        assertThat(open(HALL).serverCredential(HALL)).isNotEqualTo(early);
    }

    @Test
    void aNewAddressOfTheMachineIsCertifiedAtOnce() throws Exception {
        var authority = open(HALL);
        Credential old = authority.serverCredential(HALL);
        Addresses moved = hall("10.1.1.5");
        Credential renewed = authority.serverCredential(moved);
        assertThat(renewed).isNotEqualTo(old);
        assertThat(SubjectNames.of(renewed.certificate()).addresses())
                .contains(ip("10.1.1.5"))
                .doesNotContain(ip("192.168.7.20"));
    }

    @Test
    void anExpiredRootIsReplaced() {
        X509Certificate old = open(HALL).root();
        now = end(old);
        assertThat(open(HALL).root()).isNotEqualTo(old);
    }

    @Test
    void theServerNeverOutlivesItsRoot() {
        var authority = open(HALL);
        now = end(authority.root()).minus(Duration.ofDays(90));
        assertThat(authority.serverCredential(HALL).notAfter()).isEqualTo(end(authority.root()));
    }

    @Test
    void keysAreReadableByTheirOwnerOnly() throws Exception {
        var authority = open(HALL);
        assertThat(authority.serverCredential(HALL).chain()).hasSize(1);
        assertThat(mode(data.resolve("tls"))).isEqualTo("rwx------");
        assertThat(mode(data.resolve("tls/authority.pem"))).isEqualTo("rw-------");
        assertThat(mode(data.resolve("tls/server.pem"))).isEqualTo("rw-------");
        assertThat(mode(data.resolve("tls/plenum-ca.crt"))).isEqualTo("rw-r--r--");
        try (var files = Files.list(data.resolve("tls"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("authority.pem", "server.pem", "plenum-ca.crt");
        }
    }

    @Test
    void theFileForTabletsIsTheRoot() throws Exception {
        var authority = open(HALL);
        assertThat(Files.readAllBytes(data.resolve("tls/plenum-ca.crt")))
                .isEqualTo(authority.root().getEncoded());
    }

    @Test
    void aDamagedServerFileIsIssuedAnew() throws Exception {
        var authority = open(HALL);
        Credential old = authority.serverCredential(HALL);
        String text = Files.readString(data.resolve("tls/server.pem"));
        Files.writeString(data.resolve("tls/server.pem"), text.substring(0, text.length() / 2));
        assertThat(authority.serverCredential(HALL)).isNotEqualTo(old);
        assertThat(mode(data.resolve("tls/server.pem"))).isEqualTo("rw-------");
    }

    @Test
    void aDamagedRootIsNeverReplacedSilently() throws Exception {
        assertThat(open(HALL).root()).isNotNull();
        Files.writeString(data.resolve("tls/authority.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
        assertThatThrownBy(() -> open(HALL))
                .isInstanceOf(TlsUnusable.class)
                .hasMessageContaining("authority.pem")
                .hasMessageContaining("khôi phục");
        assertThat(Files.readString(data.resolve("tls/authority.pem"))).contains("AAAA");
    }

    @Test
    void aHostNameOutsideTheRootIsRefusedWithAdvice() {
        var authority = open(HALL);
        Addresses renamed = Addresses.of(List.of("hop.example.vn"), List.of(), true);
        assertThatThrownBy(() -> authority.serverCredential(renamed))
                .isInstanceOf(TlsUnusable.class)
                .hasMessageContaining("hop.example.vn");
    }

    @Test
    void aLaterPublicAddressIsLeftOutOfTheCertificate() throws Exception {
        Credential issued = open(HALL).serverCredential(hall("203.0.113.9", "10.0.0.2"));
        assertThat(SubjectNames.of(issued.certificate()).addresses())
                .contains(ip("10.0.0.2"))
                .doesNotContain(ip("203.0.113.9"));
    }

    @Test
    void theConstraintsAdmitTheServerAndNoForeignSite() throws Exception {
        Addresses atHome = hall("203.0.113.9", "10.0.0.2");
        var authority = open(atHome);
        for (GeneralName name : names(authority.serverCredential(atHome).certificate()))
            constraints(authority.root()).checkPermitted(name);
        for (String foreign : List.of("bank.example", "hdnd.lan.example", "plenum.hdnd.vn"))
            assertThatThrownBy(() ->
                            constraints(authority.root()).checkPermitted(new GeneralName(GeneralName.dNSName, foreign)))
                    .isInstanceOf(NameConstraintValidatorException.class);
        for (String foreign : List.of("8.8.8.8", "203.0.113.8", "2001:db8::1"))
            assertThatThrownBy(() -> constraints(authority.root())
                            .checkPermitted(new GeneralName(GeneralName.iPAddress, foreign)))
                    .isInstanceOf(NameConstraintValidatorException.class);
    }

    /** BouncyCastle's reading of RFC 5280, 6.1.4 (g); the JDK's ignores constraints of a root. */
    private static PKIXNameConstraintValidator constraints(X509Certificate root) {
        byte[] octets = ASN1OctetString.getInstance(root.getExtensionValue(Extension.nameConstraints.getId()))
                .getOctets();
        var validator = new PKIXNameConstraintValidator();
        validator.intersectPermittedSubtree(NameConstraints.getInstance(octets).getPermittedSubtrees());
        return validator;
    }

    private static GeneralName[] names(X509Certificate server) {
        byte[] octets = ASN1OctetString.getInstance(server.getExtensionValue(Extension.subjectAlternativeName.getId()))
                .getOctets();
        return GeneralNames.getInstance(octets).getNames();
    }

    private LocalAuthority open(Addresses addresses) {
        return LocalAuthority.open(data.resolve("tls"), addresses, clock);
    }

    private static Addresses hall(String... interfaces) {
        return Addresses.of(
                List.of("plenum.hdnd.lan"),
                List.of(interfaces).stream().map(InetAddress::ofLiteral).toList(),
                true);
    }

    private static InetAddress ip(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Instant start(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }
}
