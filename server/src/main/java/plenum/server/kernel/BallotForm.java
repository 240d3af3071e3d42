package plenum.server.kernel;

/** How ballots are given. */
public enum BallotForm {
    /** Named, by tablet (biểu quyết công khai). */
    OPEN,
    /** Secret, on paper, counted by a counting committee (bỏ phiếu kín, Ban kiểm phiếu). */
    SECRET_PAPER,
    /** Secret, by tablet; only where the body allows it. */
    SECRET_ELECTRONIC
}
