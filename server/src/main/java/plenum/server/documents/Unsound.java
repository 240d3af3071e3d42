package plenum.server.documents;

/** Thrown by the steps of the check at the first thing that is wrong. */
final class Unsound extends Exception {
    private static final long serialVersionUID = 1L;
    private final PaperProblem problem;

    Unsound(PaperProblem problem, String detail) {
        super(detail, null, false, false);
        this.problem = problem;
    }

    PdfVerdict.Unsound verdict() {
        return new PdfVerdict.Unsound(problem, String.valueOf(getMessage()));
    }
}
