package plenum.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

final class InstallPageTest {
    private static final Addresses HALL =
            Addresses.of(List.of("hop.lan"), List.of(InetAddress.ofLiteral("10.0.0.7")), true);

    @TempDir
    private Path data;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private LocalAuthority authority;
    private InstallPage page;
    private HttpServer server;

    @BeforeEach
    void aPlainListener() throws Exception {
        authority = LocalAuthority.open(data, HALL, InstantSource.fixed(Instant.parse("2026-07-01T20:00:00Z")));
        page = new InstallPage(authority.root(), HALL, 8080, 8443);
        var router = Router.router(vertx);
        page.mount(router);
        router.route().handler(new HttpsRedirect(8443));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void closed() throws Exception {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void thePageShowsTheFingerprintOfTheFileItOffers() throws Exception {
        HttpResponse<byte[]> file = get("/install-ca/plenum-ca.crt");
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(file.body());
        String hex = HexFormat.of().withUpperCase().formatHex(sha256);
        assertThat(html().replaceAll("<[^>]*>", "").replaceAll("\\s", "")).contains(hex);
        assertThat(html()).contains("<span>" + hex.substring(0, 4) + "</span>");
        assertThat(file.body()).isEqualTo(authority.root().getEncoded());
        assertThat(header(file, "Content-Type")).isEqualTo("application/x-x509-ca-cert");
        assertThat(header(file, "Content-Disposition")).isEqualTo("attachment; filename=\"plenum-ca.crt\"");
    }

    @Test
    void anIpadGetsAProfileThatHoldsTheRoot() throws Exception {
        HttpResponse<byte[]> file = get("/install-ca/plenum.mobileconfig");
        assertThat(header(file, "Content-Type")).isEqualTo("application/x-apple-aspen-config");
        Document plist = parse(file.body());
        String base64 = plist.getElementsByTagName("data").item(0).getTextContent();
        assertThat(Base64.getMimeDecoder().decode(base64))
                .isEqualTo(authority.root().getEncoded());
        assertThat(plist.getDocumentElement().getTextContent()).contains("com.apple.security.root");
    }

    @Test
    void eachAddressHasACodeToInstallAndACodeToOpen() throws Exception {
        assertThat(html())
                .contains("http://hop.lan:8080/install-ca", "https://hop.lan:8443/")
                .contains("http://10.0.0.7:8080/install-ca", "https://10.0.0.7:8443/")
                .doesNotContain("localhost");
        assertThat(html().split("<svg ", -1)).hasSize(5);
    }

    @Test
    void aNewAddressIsShownWithoutRestart() throws Exception {
        page.show(Addresses.of(List.of(), List.of(InetAddress.ofLiteral("10.0.0.8")), true));
        assertThat(html()).contains("https://10.0.0.8:8443/").doesNotContain("hop.lan");
    }

    @Test
    void aServerOnLoopbackSaysThatTabletsCannotReachIt() throws Exception {
        page.show(Addresses.of(List.of(), List.of(), true));
        assertThat(html()).contains("máy tính bảng chưa kết nối được").doesNotContain("<svg");
    }

    @Test
    void thePageNeedsNoScriptAndNoInlineStyle() throws Exception {
        HttpResponse<byte[]> answer = get("/install-ca");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(html().toLowerCase(Locale.ROOT)).doesNotContain("<script", " style=", "<style", " onclick");
        assertThat(header(get("/install-ca/install.css"), "Content-Type")).startsWith("text/css");
    }

    @Test
    void noPlaceOfTheTemplateIsLeftOpen() throws Exception {
        assertThat(html()).doesNotContain("{{", "}}").contains("02/07/2036");
        assertThat(new String(get("/install-ca/plenum.mobileconfig").body(), StandardCharsets.UTF_8))
                .doesNotContain("{{");
    }

    @Test
    void theCodeOfAKnownTextIsDrawnWithItsQuietZone() throws Exception {
        Document svg = parse(QrSvg.of("http://10.0.0.7:8080/install-ca", "a <b> & \"c\"")
                .markup()
                .getBytes(StandardCharsets.UTF_8));
        assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo("a <b> & \"c\"");
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 37 37");
        assertThat(svg.getElementsByTagName("path")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("d")
                        .getNodeValue())
                .startsWith("M4 4h1v1h-1zM5 4h1v1h-1z");
    }

    @Test
    void textNeverBecomesMarkup() {
        assertThat(Html.text("<img src=x onerror='a(\"&\")'>").markup())
                .isEqualTo("&lt;img src=x onerror=&#39;a(&quot;&amp;&quot;)&#39;&gt;");
    }

    @Test
    void otherPagesOfThePlainListenerMoveToTls() throws Exception {
        HttpResponse<byte[]> moved = get("/sessions?day=1");
        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(header(moved, "Location")).isEqualTo("https://127.0.0.1:8443/sessions?day=1");
        var post = HttpRequest.newBuilder(uri("/api"))
                .POST(HttpRequest.BodyPublishers.ofString("secret"))
                .build();
        assertThat(client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(403);
    }

    private String html() throws Exception {
        HttpResponse<byte[]> answer = get("/install-ca");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static Document parse(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }
}
