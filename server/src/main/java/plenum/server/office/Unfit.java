package plenum.server.office;

/** Thrown at the first thing in an office file that keeps it from being taken. */
public final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final OfficeProblem problem;

    /** @param detail facts for the log, in our own words */
    public Unfit(OfficeProblem problem, String detail) {
        super(detail, null, false, false);
        this.problem = problem;
    }

    public OfficeProblem problem() {
        return problem;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
