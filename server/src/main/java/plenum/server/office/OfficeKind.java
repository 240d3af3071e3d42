package plenum.server.office;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The office files that are taken. */
public enum OfficeKind {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "writer"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "calc"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "impress"),
    ODT("application/vnd.oasis.opendocument.text", "writer"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "calc"),
    ODP("application/vnd.oasis.opendocument.presentation", "impress");

    private final String mediaType;
    private final String program;

    OfficeKind(String mediaType, String program) {
        this.mediaType = mediaType;
        this.program = program;
    }

    public String mediaType() {
        return mediaType;
    }

    /** With the dot: {@code .docx}. */
    public String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** The part of LibreOffice that writes it as PDF. */
    String filter() {
        return program + "_pdf_Export";
    }

    /** As the name of a file says; the content may be something else. */
    public static Optional<OfficeKind> named(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> name.endsWith(kind.extension()))
                .findFirst();
    }

    static Optional<OfficeKind> ofMediaType(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(type))
                .findFirst();
    }
}
