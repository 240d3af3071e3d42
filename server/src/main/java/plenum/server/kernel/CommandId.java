package plenum.server.kernel;

/** Names one command; made by the client, so that a resend is recognised as the same command. */
public record CommandId(String value) {
    public CommandId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
