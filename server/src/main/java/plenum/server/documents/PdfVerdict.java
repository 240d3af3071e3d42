package plenum.server.documents;

/** What the check found in a file. Travels from the child process as one short line of ASCII. */
sealed interface PdfVerdict {

    record Sound(int pages) implements PdfVerdict {}

    /** @param detail facts for the log, from our own words only, never from the file */
    record Unsound(PaperProblem problem, String detail) implements PdfVerdict {}

    default String line() {
        return switch (this) {
            case Sound sound -> "sound " + sound.pages();
            case Unsound unsound -> "unsound " + unsound.problem().name() + " " + unsound.detail();
        };
    }

    /** IllegalArgumentException when the line is not one of ours. */
    static PdfVerdict read(String line) {
        var words = line.split(" ", 3);
        return switch (words[0]) {
            case "sound" -> new Sound(Integer.parseInt(words[1]));
            case "unsound" -> new Unsound(PaperProblem.valueOf(words[1]), words[2]);
            default -> throw new IllegalArgumentException("not a verdict");
        };
    }
}
