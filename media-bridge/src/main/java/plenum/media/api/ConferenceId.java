package plenum.media.api;

/**
 * A conference: one room of people who hear and see each other.
 *
 * @param value 1 to 64 characters of [A-Za-z0-9._-]
 */
public record ConferenceId(String value) {
    public ConferenceId {
        Names.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
