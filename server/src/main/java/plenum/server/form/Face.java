package plenum.server.form;

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

    String resource() {
        return resource;
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
