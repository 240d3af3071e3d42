package plenum.server.agenda;

/**
 * The checked file behind a version of a paper.
 *
 * @param sha256 64 lower-case hexadecimal digits, names the stored bytes
 */
public record PaperFile(int pages, long bytes, String sha256, String fileName) {}
