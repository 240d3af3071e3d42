package plenum.server.renditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadingCopyTest {
    @TempDir
    Path directory;

    @Test
    void aScanWithAFlatTreeTakesAFewPiecesInsteadOfDozens() throws IOException {
        var original = file(Scans.scan(100, 200));
        var copy = directory.resolve("copy.pdf");
        assertThat(ReadingCopy.write(original, copy)).isTrue();
        assertThat(reach(original)).isGreaterThan(18);
        assertThat(reach(copy)).isLessThanOrEqualTo(5);
        try (var read = Pdf.open(copy)) {
            assertThat(read.getNumberOfPages()).isEqualTo(100);
            assertThat(read.getPages().getCOSObject().getCOSArray(COSName.KIDS)).hasSizeLessThanOrEqualTo(32);
            assertThat(read.getPage(99).getResources().getXObjectNames()).hasSize(1);
        }
    }

    @Test
    void theSameOriginalGivesTheSameCopy() throws IOException {
        var original = file(Scans.scan(40, 200));
        assertThat(ReadingCopy.write(original, directory.resolve("one"))).isTrue();
        assertThat(ReadingCopy.write(original, directory.resolve("two"))).isTrue();
        assertThat(directory.resolve("one")).hasSameBinaryContentAs(directory.resolve("two"));
    }

    @Test
    void whatPagesInheritedTheyKeep() throws IOException {
        var original = file(Scans.scan(70, 200, "", "/MediaBox [0 0 300 400] /Rotate 90"));
        var copy = directory.resolve("copy.pdf");
        assertThat(ReadingCopy.write(original, copy)).isTrue();
        try (var read = Pdf.open(copy)) {
            assertThat(read.getPage(69).getMediaBox().getHeight()).isEqualTo(400);
            assertThat(read.getPage(69).getRotation()).isEqualTo(90);
        }
    }

    @Test
    void aSignedPaperIsNotWrittenAnew() throws IOException {
        var form = "/AcroForm << /SigFlags 3 /Fields [] >>";
        var original = file(Scans.scan(100, 200, form, "/MediaBox [0 0 595 842]"));
        assertThat(ReadingCopy.write(original, directory.resolve("copy"))).isFalse();
    }

    @Test
    void aPaperThatIsGoodAlreadyNeedsNoCopy() throws IOException {
        var good = directory.resolve("copy.pdf");
        assertThat(ReadingCopy.write(file(Scans.scan(40, 200)), good)).isTrue();
        assertThat(ReadingCopy.write(good, directory.resolve("second"))).isFalse();
    }

    private static int reach(Path file) throws IOException {
        try (var document = Pdf.open(file)) {
            return ChunkReach.of(document, Files.size(file));
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(directory, "scan", ".pdf"), bytes);
    }
}
