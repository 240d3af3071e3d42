package plenum.server.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One of the four cuts of the serif family. */
public enum Face {
    REGULAR("LiberationSerif-Regular.ttf"),
    BOLD("LiberationSerif-Bold.ttf"),
    ITALIC("LiberationSerif-Italic.ttf"),
    BOLD_ITALIC("LiberationSerif-BoldItalic.ttf");

    private final String resource;

    Face(String resource) {
        this.resource = resource;
    }

    /** The TrueType file; to be closed. */
    public InputStream open() {
        var bytes = Face.class.getResourceAsStream(resource);
        if (bytes == null) throw new IllegalStateException("no font " + resource);
        return bytes;
    }

    /** Writes the files of all four into a directory. */
    public static void copyAll(Path directory) throws IOException {
        for (var face : values()) {
            try (var bytes = face.open()) {
                Files.copy(bytes, directory.resolve(face.resource));
            }
        }
    }

    Face bolder() {
        return this == ITALIC || this == BOLD_ITALIC ? BOLD_ITALIC : BOLD;
    }

    Face slanted() {
        return this == BOLD || this == BOLD_ITALIC ? BOLD_ITALIC : ITALIC;
    }

    static Face of(boolean bold, boolean italic) {
        if (bold) return italic ? BOLD_ITALIC : BOLD;
        return italic ? ITALIC : REGULAR;
    }
}
