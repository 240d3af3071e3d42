package plenum.media.api;

/** Which of its sources an endpoint may be heard and seen with; what is not permitted, the bridge drops. */
public record Permission(boolean microphone, boolean camera, boolean screen) {
    public static final Permission ALL = new Permission(true, true, true);
    public static final Permission NONE = new Permission(false, false, false);

    public boolean permits(SourceKind kind) {
        return switch (kind) {
            case MICROPHONE -> microphone;
            case CAMERA -> camera;
            case SCREEN -> screen;
        };
    }
}
