package plenum.media.api;

/** What an endpoint sends: at most one source of each kind. */
public enum SourceKind {
    MICROPHONE("a0"),
    CAMERA("v0"),
    SCREEN("v1");

    private final String suffix;

    SourceKind(String suffix) {
        this.suffix = suffix;
    }

    /** How a source's name ends: {@code <endpoint>-<suffix>}, as Jitsi names sources. */
    public String suffix() {
        return suffix;
    }

    public boolean video() {
        return this != MICROPHONE;
    }
}
