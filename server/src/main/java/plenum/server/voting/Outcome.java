package plenum.server.voting;

/** What a closed vote came to. */
public enum Outcome {
    PASSED,
    FAILED
}
