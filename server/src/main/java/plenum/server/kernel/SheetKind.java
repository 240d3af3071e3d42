package plenum.server.kernel;

/** What stands on a ballot. */
public enum SheetKind {
    /** One question: for, against or neither. */
    DECISION,
    /** Candidates, of whom a number is to be elected. */
    ELECTION,
    /** One line per person or thing, each for or against: relief, dismissal, a single candidate. */
    APPROVAL,
    /** One line per person in three levels (lấy phiếu tín nhiệm). */
    RATING,
    /** One line per person in two levels (bỏ phiếu tín nhiệm). */
    CONFIDENCE
}
