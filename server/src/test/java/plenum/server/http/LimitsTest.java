package plenum.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.server.testkit.House;

class LimitsTest {
    private static House house;

    @BeforeAll
    static void open() {
        var settings = new HttpSettings(
                Optional.empty(),
                List.of("127.0.0.0/8"),
                Set.of("https://hop.example.gov.vn"),
                5,
                1,
                3,
                1,
                true,
                Set.of());
        house = new House(Map.of("uploadPaper", LimitsTest::upload), settings);
        prepareSession();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static Object upload(Request request) throws Exception {
        var size = new CompletableFuture<Long>();
        var bytes = new java.util.concurrent.atomic.AtomicLong();
        request.raw().handler(chunk -> bytes.addAndGet(chunk.length()));
        request.raw().endHandler(end -> size.complete(bytes.get()));
        request.raw().resume();
        return Reply.created(Map.of("bytes", size.get(20, TimeUnit.SECONDS), "title", request.text("title")));
    }

    private static void prepareSession() {
        var answer = house.as(
                "secretary",
                "POST",
                "/api/sessions",
                "{\"sessionId\":\"s1\",\"bodyId\":\"hdnd-11\",\"title\":\"Kỳ họp\",\"number\":1,\"kind\":\"REGULAR\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void aPersonWhoAsksTooOftenWaits() {
        for (int i = 0; i < 3; i++) {
            assertThat(house.as("delegate", "GET", "/api/units", "").statusCode())
                    .isEqualTo(200);
        }
        var slow = house.as("delegate", "GET", "/api/units", "");
        assertThat(slow.statusCode()).isEqualTo(429);
        assertThat(slow.headers().firstValue("retry-after")).hasValue("1");
        assertThat(house.as("chair", "GET", "/api/units", "").statusCode())
                .as("others do not wait")
                .isEqualTo(200);
        house.clock.pass(Duration.ofSeconds(1));
        assertThat(house.as("delegate", "GET", "/api/units", "").statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressThatAsksTooOftenWaitsAndIsSeenBehindOurProxy() {
        for (int i = 0; i < 5; i++) {
            assertThat(from("203.0.113.7").statusCode()).isEqualTo(200);
        }
        assertThat(from("203.0.113.7").statusCode()).isEqualTo(429);
        assertThat(from("198.51.100.1, 203.0.113.7").statusCode())
                .as("what the client wrote before our proxy's entry does not count")
                .isEqualTo(429);
        assertThat(from("203.0.113.8").statusCode()).isEqualTo(200);
        assertThat(from("not an address").statusCode()).isEqualTo(200);
    }

    private static java.net.http.HttpResponse<String> from(String address) {
        return house.get("/api/server", "X-Forwarded-For", address);
    }

    @Test
    void behindATlsProxyTheBrowserIsToldToInsistOnTls() {
        var answer = house.get("/health/live", "X-Forwarded-Proto", "https");
        assertThat(answer.headers().firstValue("strict-transport-security")).hasValue("max-age=31536000");
    }

    @Test
    void anOriginThatTheOperatorNamedIsOurs() {
        var answer = house.send("POST", "/api/auth/sign-out", "", "Origin", "https://hop.example.gov.vn");
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void aLargeFileStreamsPastTheLimitForJson() {
        var answer =
                put(HttpRequest.BodyPublishers.ofByteArray(new byte[5 << 20]), "Tờ%20trình%20100%25%20+%20phụ%20lục");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(House.text(answer, "/bytes")).isEqualTo(Integer.toString(5 << 20));
        assertThat(House.text(answer, "/title")).startsWith("Tờ trình 100%");
    }

    private static java.net.http.HttpResponse<String> put(HttpRequest.BodyPublisher body, String title) {
        var path = "/api/sessions/s1/papers/p1?itemId=i1&kind=OTHER&fileName=a.pdf&title="
                + title.replace("ờ", "%E1%BB%9D").replace("ì", "%C3%AC").replace("ụ", "%E1%BB%A5");
        return house.send(
                "PUT",
                path,
                "",
                request -> request.header("Authorization", "Bearer " + house.token("secretary"))
                        .header("Content-Type", "application/pdf")
                        .PUT(body));
    }

    @Test
    void aRefusedUploadIsNotReadToItsEnd() throws IOException {
        try (var socket = new Socket("127.0.0.1", house.port())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(("PUT /api/sessions/s1/papers/p1?itemId=i1&kind=OTHER&fileName=a.pdf&title=t HTTP/1.1\r\n"
                            + "Host: localhost\r\nContent-Type: application/pdf\r\nContent-Length: 300000000\r\n\r\n%PDF-1.7")
                    .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 401").contains("http:not-signed-in");
        }
    }

    @Test
    void whatIsNotHttpIsRefusedWithTheHeaders() throws IOException {
        try (var socket = new Socket("127.0.0.1", house.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("NOT HTTP AT ALL\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.0 400").containsIgnoringCase("content-security-policy");
        }
    }
}
