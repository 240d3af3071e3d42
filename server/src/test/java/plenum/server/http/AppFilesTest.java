package plenum.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.server.testkit.House;

class AppFilesTest {
    @TempDir
    static Path directory;

    private static House house;

    @BeforeAll
    static void open() throws IOException {
        var root = directory.resolve("app");
        Files.createDirectories(root.resolve("assets"));
        Files.writeString(root.resolve("index.html"), "<!doctype html><title>Plenum</title>");
        Files.writeString(root.resolve("sw.js"), "self.x = 1");
        Files.writeString(root.resolve("assets/main-3fa9c1.js"), "let a = 1");
        Files.writeString(root.resolve("assets/main-3fa9c1.js.br"), "packed");
        Files.writeString(root.resolve("manifest.webmanifest"), "{}");
        Files.writeString(directory.resolve("secret.txt"), "not for you");
        house = new House(Map.of(), House.serving(root));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aHashedAssetIsKeptForEver() {
        var asset = house.get("/assets/main-3fa9c1.js");
        assertThat(asset.body()).isEqualTo("let a = 1");
        assertThat(asset.headers().firstValue("cache-control")).hasValue("public, max-age=31536000, immutable");
        assertThat(asset.headers().firstValue("content-type")).hasValue("text/javascript; charset=utf-8");
        assertThat(asset.headers().firstValue("content-security-policy")).isPresent();
    }

    @Test
    void theStartPageIsAskedForAgainByItsTag() {
        var page = house.get("/");
        assertThat(page.body()).contains("<title>Plenum");
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-cache");
        var tag = page.headers().firstValue("etag").orElseThrow();
        var again = house.get("/", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void aPackedFileIsSentToWhoUnderstandsIt() {
        var packed = house.get("/assets/main-3fa9c1.js", "Accept-Encoding", "gzip, br;q=0.9");
        assertThat(packed.body()).isEqualTo("packed");
        assertThat(packed.headers().firstValue("content-encoding")).hasValue("br");
        assertThat(packed.headers().firstValue("vary")).hasValue("Accept-Encoding");
        assertThat(house.get("/assets/main-3fa9c1.js.br").statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressOfTheAppIsItsStartPageForABrowserOnly() {
        assertThat(house.get("/sessions/s1/agenda", "Accept", "text/html,*/*").body())
                .contains("<title>Plenum");
        assertThat(house.get("/sessions/s1/agenda", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(house.get("/api/no-such", "Accept", "text/html").statusCode())
                .isEqualTo(404);
        assertThat(house.get("/assets/gone.js", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }

    @Test
    void headTellsTheSameWithoutTheFile() {
        var head = house.send("HEAD", "/sw.js", "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("content-length")).hasValue("10");
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/assets/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/assets/..%2f..%2fsecret.txt",
                "/assets/%5c..%5c..%5csecret.txt",
                "//secret.txt",
                "/assets/main-3fa9c1.js%00.html"
            })
    void noPathLeadsOutOfTheDirectory(String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", house.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).matches("(?s)HTTP/1.1 (400|404).*").doesNotContain("not for you");
        }
    }
}
