package plenum.server.documents;

import java.util.stream.Stream;
import plenum.server.kernel.Problem;
import plenum.server.office.OfficeKind;
import plenum.server.office.OfficeProblem;

/** What the check found in a file. Travels from the child process as one short line of ASCII. */
sealed interface PdfVerdict {

    record Sound(int pages) implements PdfVerdict {}

    /** An office file in which nothing was found that acts. */
    record Office(OfficeKind kind) implements PdfVerdict {}

    /** @param detail facts for the log, from our own words only, never from the file */
    record Unsound(Problem.Code problem, String detail) implements PdfVerdict {}

    default String line() {
        return switch (this) {
            case Sound sound -> "sound " + sound.pages();
            case Office office -> "office " + office.kind().name();
            case Unsound unsound -> "unsound " + unsound.problem().name() + " " + unsound.detail();
        };
    }

    /** IllegalArgumentException when the line is not one of ours. */
    static PdfVerdict read(String line) {
        var words = line.split(" ", 3);
        return switch (words[0]) {
            case "sound" -> new Sound(Integer.parseInt(words[1]));
            case "office" -> new Office(OfficeKind.valueOf(words[1]));
            case "unsound" -> new Unsound(problem(words[1]), words[2]);
            default -> throw new IllegalArgumentException("not a verdict");
        };
    }

    /** The two lists have no name in common. */
    private static Problem.Code problem(String name) {
        return Stream.<Problem.Code>concat(Stream.of(PaperProblem.values()), Stream.of(OfficeProblem.values()))
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such problem"));
    }
}
