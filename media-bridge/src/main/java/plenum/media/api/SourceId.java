package plenum.media.api;

/** One stream of media of one endpoint, whatever its layers. */
public record SourceId(EndpointId endpoint, SourceKind kind) {
    /** {@code <endpoint>-a0}, {@code -v0} or {@code -v1}. */
    @Override
    public String toString() {
        return endpoint + "-" + kind.suffix();
    }
}
