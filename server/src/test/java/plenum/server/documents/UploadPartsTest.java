package plenum.server.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.documents.PaperHouse.code;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.platform.Json;

/** A file that comes in pieces over a line that breaks. */
final class UploadPartsTest {
    private static final byte[] PDF = Pdfs.plain(40);
    private static final int HALF = PDF.length / 2;
    private static PaperHouse papers;
    private static int tests;
    private String id;

    @BeforeAll
    static void open() throws IOException {
        papers = PaperHouse.inSession();
    }

    @BeforeEach
    void begin() {
        id = "u" + ++tests;
    }

    @AfterAll
    static void close() throws IOException {
        papers.close();
    }

    @Test
    void aBrokenUploadGoesOnAtItsLastByte() throws IOException {
        try (var socket = raw(PDF.length)) {
            socket.getOutputStream().write(PDF, 0, HALF);
            socket.getOutputStream().flush();
            until(HALF);
        }
        assertThat(offset("secretary")).isEqualTo(HALF);
        assertThat(papers.content("secretary", id).statusCode()).isEqualTo(404);
        var rest = papers.piece("secretary", id, HALF, Arrays.copyOfRange(PDF, HALF, PDF.length));
        assertThat(Json.tree(rest.body()).at("/bytes").asInt()).isEqualTo(PDF.length);
        var attached = papers.attachUploaded("secretary", id, "ns", id);
        assertThat(attached.statusCode()).as(attached.body()).isEqualTo(201);
        assertThat(papers.content("delegate", id).body()).isEqualTo(PDF);
        assertThat(offset("secretary")).isZero();
    }

    @Test
    void aNewerRequestTakesOverFromOneThatWaitsForADeadLine() throws IOException {
        try (var dead = raw(PDF.length)) {
            dead.getOutputStream().write(PDF, 0, HALF);
            dead.getOutputStream().flush();
            until(HALF);
            var rest = papers.piece("secretary", id, HALF, Arrays.copyOfRange(PDF, HALF, PDF.length));
            assertThat(rest.statusCode()).as(rest.body()).isEqualTo(200);
        }
        assertThat(papers.attachUploaded("secretary", id, "ns", id).statusCode())
                .isEqualTo(201);
        assertThat(papers.content("delegate", id).body()).isEqualTo(PDF);
    }

    @Test
    void whatTheServerBeganAndNeverGotAByteOfIsForgottenAtItsNextStart(@TempDir Path directory) throws IOException {
        Files.createFile(directory.resolve("s1~an~u1.part"));
        var begun = Files.write(directory.resolve("s1~an~u2.part"), Arrays.copyOf(PDF, HALF));
        var unused = UploadParts.open(directory, PDF.length);
        assertThat(directory).isDirectoryNotContaining("glob:**u1.part");
        assertThat(begun).hasBinaryContent(Arrays.copyOf(PDF, HALF));
    }

    @Test
    void aPieceThatDoesNotFollowIsRefusedAndChangesNothing() {
        assertThat(papers.piece("secretary", id, 0, Arrays.copyOf(PDF, HALF)).statusCode())
                .isEqualTo(200);
        assertThat(code(papers.piece("secretary", id, HALF - 1, PDF))).isEqualTo("papers:other-offset");
        assertThat(code(papers.piece("secretary", id, 0, PDF))).isEqualTo("papers:other-offset");
        assertThat(offset("secretary")).isEqualTo(HALF);
    }

    @Test
    void halfAFileIsNoPaperAndIsForgotten() {
        assertThat(papers.piece("secretary", id, 0, Arrays.copyOf(PDF, HALF)).statusCode())
                .isEqualTo(200);
        assertThat(code(papers.attachUploaded("secretary", id, "ns", id))).isEqualTo("papers:damaged");
        assertThat(offset("secretary")).isZero();
        assertThat(papers.content("secretary", id).statusCode()).isEqualTo(404);
    }

    @Test
    void whatNobodyUploadedIsNoPaper() {
        assertThat(code(papers.attachUploaded("secretary", id, "ns", id))).isEqualTo("papers:incomplete");
    }

    @Test
    void moreThanAPaperMayHaveIsRefused() {
        var much = new byte[(int) PaperHouse.MOST_BYTES + 1];
        assertThat(code(papers.piece("secretary", id, 0, much))).isEqualTo("papers:too-large");
    }

    @Test
    void whatIsTooLargeIsForgotten() {
        var half = new byte[(int) PaperHouse.MOST_BYTES / 2 + 1];
        assertThat(papers.piece("secretary", id, 0, half).statusCode()).isEqualTo(200);
        assertThat(code(papers.piece("secretary", id, half.length, half))).isEqualTo("papers:too-large");
        assertThat(offset("secretary")).isZero();
        assertThat(Json.tree(papers.get("secretary", "/uploads/" + id))
                        .at("/mostBytes")
                        .asLong())
                .isEqualTo(PaperHouse.MOST_BYTES);
    }

    @Test
    void whoCancelsAsManyFilesAsOneMayHaveUploadsOn() {
        for (var file = 0; file < 45; file++) {
            assertThat(papers.piece("secretary", id + "-" + file, 0, new byte[] {1})
                            .statusCode())
                    .as("file " + file)
                    .isEqualTo(200);
            assertThat(papers.dropUpload("secretary", id + "-" + file).statusCode())
                    .isEqualTo(204);
        }
        assertThat(papers.dropUpload("secretary", id).statusCode())
                .as("one that is not there")
                .isEqualTo(204);
    }

    @Test
    void anUploadThatIsCancelledWhileItsBytesComeIsGone() throws IOException {
        try (var socket = raw(PDF.length)) {
            socket.getOutputStream().write(PDF, 0, HALF);
            socket.getOutputStream().flush();
            until(HALF);
            assertThat(papers.dropUpload("secretary", id).statusCode()).isEqualTo(204);
            assertThat(offset("secretary")).isZero();
        }
        assertThat(offset("secretary")).isZero();
    }

    @Test
    void nobodyForgetsTheUploadOfAnother() {
        assertThat(papers.piece("secretary", id, 0, PDF).statusCode()).isEqualTo(200);
        for (var person : new String[] {"delegate", "chair", "guest", "screen"}) {
            assertThat(papers.dropUpload(person, id).statusCode()).as(person).isEqualTo(403);
        }
        assertThat(papers.dropUpload("neighbour", id).statusCode()).isEqualTo(404);
        assertThat(offset("secretary")).isEqualTo(PDF.length);
    }

    @Test
    void onlyTheSecretaryUploads() {
        for (var person : new String[] {"delegate", "chair", "guest", "screen"}) {
            assertThat(papers.piece(person, id, 0, PDF).statusCode()).as(person).isEqualTo(403);
        }
        assertThat(papers.piece("neighbour", id, 0, PDF).statusCode()).isEqualTo(404);
        assertThat(offset("secretary")).isZero();
    }

    private int offset(String person) {
        return Json.tree(papers.get(person, "/uploads/" + id)).at("/bytes").asInt(-1);
    }

    private void until(int bytes) {
        var deadline = System.nanoTime() + 10_000_000_000L;
        while (offset("secretary") < bytes) {
            assertThat(System.nanoTime()).as("10 s have passed").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private Socket raw(long length) throws IOException {
        var socket = new Socket("127.0.0.1", papers.house.port());
        var head = "PUT /api/sessions/ky-hop-3/uploads/" + id
                + "?offset=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/octet-stream\r\n"
                + "Authorization: Bearer " + papers.house.token("secretary") + "\r\nContent-Length: " + length
                + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(ISO_8859_1));
        return socket;
    }
}
