package plenum.server.notary;

import plenum.server.kernel.Problem;

/** What can be wrong with a question to the notary. */
public enum NotaryProblem implements Problem.Code {
    NO_SUCH_CHECKPOINT("Nhật ký chưa có mốc kiểm chứng như vậy.");

    private final String title;

    NotaryProblem(String title) {
        this.title = title;
    }

    @Override
    public String part() {
        return "notary";
    }

    @Override
    public Problem.Kind kind() {
        return Problem.Kind.NOT_FOUND;
    }

    @Override
    public String title() {
        return title;
    }
}
