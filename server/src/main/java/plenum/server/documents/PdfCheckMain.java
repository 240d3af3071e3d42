package plenum.server.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import plenum.server.office.OfficeInspection;
import plenum.server.office.Unfit;

/**
 * The child process: for each line with a file's path on its input, one line with the verdict on its output. Ends with
 * its input.
 */
public final class PdfCheckMain {
    private PdfCheckMain() {}

    public static void main(String[] arguments) throws IOException {
        var answers = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.US_ASCII));
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = questions.readLine(); line != null; line = questions.readLine()) {
            answers.println(verdict(Path.of(line)).line());
        }
    }

    private static PdfVerdict verdict(Path file) throws IOException {
        try {
            var office = OfficeInspection.of(file);
            return office.isPresent() ? new PdfVerdict.Office(office.get()) : PdfInspection.of(file);
        } catch (Unfit unfit) {
            return new PdfVerdict.Unsound(unfit.problem(), unfit.detail());
        }
    }
}
