package plenum.server.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfinementTest {
    @TempDir
    Path directory;

    private Path papers;
    private Path original;

    @BeforeEach
    void begin() throws IOException {
        papers = Files.createDirectory(directory.resolve("papers"));
        Files.writeString(papers.resolve("secret"), "another paper");
        original = Files.writeString(directory.resolve("original"), "words");
    }

    @Test
    void theProgramSeesItsFileAndNeitherOurDataNorANetwork() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        var told = told(
                "cat paper.docx > paper.pdf",
                "ls " + papers + " >> paper.pdf",
                "curl -s -m 3 -o /dev/null http://127.0.0.1:"
                        + server.getAddress().getPort() + "/ && echo ' reached' >> paper.pdf",
                "echo ' ended' >> paper.pdf");
        server.stop(0);
        assertThat(told).isEqualTo("words ended\n");
    }

    @Test
    void theProgramHasBoundedMemoryAndTime() throws Exception {
        assertThat(told("ulimit -v > paper.pdf", "ulimit -t >> paper.pdf")).isEqualTo("3145728\n20\n");
    }

    @Test
    void theProgramHasNothingOfOurEnvironment() throws Exception {
        assertThat(told("env | cut -d= -f1 | sort | tr '\\n' ' ' > paper.pdf"))
                .isEqualTo("FONTCONFIG_FILE HOME LC_ALL PATH PWD SAL_USE_VCLPLUGIN TMPDIR ");
    }

    @Test
    void aProgramThatNeverEndsIsKilledWithAllItsChildren() throws IOException {
        var mark = "86" + ProcessHandle.current().pid();
        var converter = converter(Duration.ofSeconds(1), "sleep " + mark + " &", "sleep " + mark);
        assertThatThrownBy(() -> converter.convert(original, OfficeKind.DOCX, pdf -> pdf))
                .isInstanceOfSatisfying(
                        Unfit.class, unfit -> assertThat(unfit.problem()).isEqualTo(OfficeProblem.TOO_SLOW));
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse("")))
                .noneMatch(line -> line.equals("sleep " + mark));
    }

    @Test
    void aProgramThatWritesNothingIsNoConversion() throws IOException {
        var converter = converter(Duration.ofSeconds(20), "exit 0");
        assertThatThrownBy(() -> converter.convert(original, OfficeKind.DOCX, pdf -> pdf))
                .isInstanceOfSatisfying(
                        Unfit.class, unfit -> assertThat(unfit.problem()).isEqualTo(OfficeProblem.NOT_CONVERTED));
    }

    private String told(String... lines) throws Exception {
        return converter(Duration.ofSeconds(20), lines).convert(original, OfficeKind.DOCX, Files::readString);
    }

    private Converter converter(Duration limit, String... lines) throws IOException {
        return new Converter(Offices.script(directory, lines), limit, List.of(papers));
    }
}
