package plenum.server.secret;

/** What the ballot box says to one envelope; only the tablet that sealed it can read it. */
public enum Verdict {
    /** It lies in the box; the receipt follows. Also to every repetition of the same ballot. */
    RECORDED(1),
    /** Another ballot under the same token lies in the box. */
    ALREADY_CAST(2),
    /** The poll takes no ballots (yet, or any more). */
    NOT_OPEN(3),
    /** Not a ballot of this poll, or not under a token of this poll. */
    REFUSED(4);

    private final int code;

    Verdict(int code) {
        this.code = code;
    }

    /** First byte of the answer. */
    public byte code() {
        return (byte) code;
    }
}
