package plenum.server.renditions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The child process: a line is the part to make, the PDF, the file to write and, for thumbnails, the first page and the
 * seconds it may take, for a stamp the words, for an image the page; divided by tabs. Answers {@code made} and a
 * number, or {@code none}. Ends with its input.
 */
public final class RenditionMain {
    private RenditionMain() {}

    /** What there was time for; a part of it. */
    private static final int PART = -2;

    public static void main(String[] arguments) throws IOException {
        var answers = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.US_ASCII));
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = questions.readLine(); line != null; line = questions.readLine()) {
            answers.println(answer(line.split("\t", -1)));
        }
    }

    private static String answer(String[] question) {
        try {
            var made = make(question, Path.of(question[1]), Path.of(question[2]));
            return made == PART ? "part" : made < 0 ? "none" : "made " + made;
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return "none";
        }
    }

    private static int make(String[] question, Path original, Path target) throws IOException {
        return switch (question[0]) {
            case "copy" -> ReadingCopy.write(original, target) ? 0 : -1;
            case "facts" -> {
                FactsOfPages.write(original, target);
                yield 0;
            }
            case "texts" -> {
                TextOfPages.write(original, target);
                yield 0;
            }
            case "stamp" -> {
                Stamper.write(original, target, question[3]);
                yield 0;
            }
            case "image" -> PageImage.write(original, target, Integer.parseInt(question[3])) ? 0 : -1;
            case "thumbnails" ->
                Thumbnails.write(
                                original,
                                target,
                                Integer.parseInt(question[3]),
                                Duration.ofSeconds(Integer.parseInt(question[4])))
                        ? 0
                        : PART;
            default -> throw new IllegalArgumentException("no such part");
        };
    }
}
