package plenum.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CertificateRenewalTest {
    @TempDir
    private Path data;

    private final AtomicReference<Addresses> addresses = new AtomicReference<>(at("10.0.0.1"));
    private LocalAuthority authority;

    @BeforeEach
    void aHall() {
        authority = LocalAuthority.open(data, addresses.get(), InstantSource.system());
    }

    @Test
    void aRunningServerServesTheNewAddressWithoutRestart() throws Exception {
        Credential first = authority.serverCredential(addresses.get());
        try (var https = new HttpsServer(first)) {
            var renewal = new CertificateRenewal(https.vertx, https.server, first, this::current);
            assertThat(look(renewal)).isFalse();
            addresses.set(at("10.0.0.2"));
            assertThat(look(renewal)).isTrue();
            assertThat(SubjectNames.of(shown(https)).addresses())
                    .contains(InetAddress.ofLiteral("10.0.0.2"))
                    .doesNotContain(InetAddress.ofLiteral("10.0.0.1"));
            assertThat(https.get("localhost", authority.root()).version()).isEqualTo(HttpClient.Version.HTTP_2);
        }
    }

    @Test
    void anOpenConnectionOutlivesTheRenewal() throws Exception {
        Credential first = authority.serverCredential(addresses.get());
        try (var https = new HttpsServer(first);
                SSLSocket open = connect(https)) {
            addresses.set(at("10.0.0.2"));
            assertThat(look(new CertificateRenewal(https.vertx, https.server, first, this::current)))
                    .isTrue();
            open.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(open.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aFailedLookLeavesTheOldCertificateServing() throws Exception {
        Credential first = authority.serverCredential(addresses.get());
        try (var https = new HttpsServer(first)) {
            Callable<Credential> broken = () -> {
                throw new TlsUnusable("hỏng", "broken");
            };
            var renewal = new CertificateRenewal(https.vertx, https.server, first, broken);
            assertThatThrownBy(() -> look(renewal))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TlsUnusable.class);
            assertThat(shown(https)).isEqualTo(first.certificate());
        }
    }

    @Test
    void theTimerLooksByItself() throws Exception {
        Credential first = authority.serverCredential(addresses.get());
        var looked = new CountDownLatch(2);
        Callable<Credential> counting = () -> {
            looked.countDown();
            return first;
        };
        try (var https = new HttpsServer(first);
                var renewal = new CertificateRenewal(https.vertx, https.server, first, counting)) {
            renewal.every(Duration.ofMillis(50));
            assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Credential current() {
        return authority.serverCredential(addresses.get());
    }

    private static boolean look(CertificateRenewal renewal) throws Exception {
        return renewal.look().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private X509Certificate shown(HttpsServer https) throws Exception {
        try (SSLSocket socket = connect(https)) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private SSLSocket connect(HttpsServer https) throws Exception {
        var plain = new Socket(InetAddress.getLoopbackAddress(), https.port());
        var socket = (SSLSocket) HttpsServer.trusting(authority.root())
                .getSocketFactory()
                .createSocket(plain, "localhost", https.port(), true);
        socket.setSoTimeout(10_000);
        socket.startHandshake();
        return socket;
    }

    private static Addresses at(String address) {
        return Addresses.of(List.of(), List.of(InetAddress.ofLiteral(address)), true);
    }
}
