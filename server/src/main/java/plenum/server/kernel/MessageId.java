package plenum.server.kernel;

/** Names one message of the room's chat. */
public record MessageId(String value) {
    public MessageId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
