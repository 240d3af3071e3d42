package plenum.media.api;

/**
 * An endpoint: one participant's connection to a conference.
 *
 * @param value 1 to 64 characters of [A-Za-z0-9._-]
 */
public record EndpointId(String value) {
    public EndpointId {
        Names.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
