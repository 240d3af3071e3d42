package plenum.server.kernel;

/** What may be marked on a line of a ballot; the words that voters read are the {@link BallotOption}'s. */
public enum OptionCode {
    FOR,
    AGAINST,
    ABSTAIN,
    HIGH,
    MEDIUM,
    LOW,
    CONFIDENT,
    NOT_CONFIDENT
}
