package plenum.server.access;

import plenum.server.kernel.Problem;

/** Why the table of rights says no. */
public enum AccessProblem implements Problem.Code {
    NOT_PERMITTED(Problem.Kind.FORBIDDEN, "Bạn không có quyền thực hiện việc này.");

    private final Problem.Kind kind;
    private final String title;

    AccessProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "access";
    }

    @Override
    public Problem.Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
