package plenum.server.notes;

import plenum.server.kernel.Problem;

/** What can be wrong with a mark. */
public enum NoteProblem implements Problem.Code {
    BAD_MARK(Problem.Kind.UNPROCESSABLE, "Ghi chú không hợp lệ."),
    FULL(Problem.Kind.CONFLICT, "Đã hết dung lượng ghi chú của kỳ họp này."),
    NO_SUCH_PERSON(Problem.Kind.UNPROCESSABLE, "Người được chia sẻ không thuộc kỳ họp này."),
    NO_GROUP(Problem.Kind.UNPROCESSABLE, "Người gửi không thuộc tổ đại biểu nào của kỳ họp này.");

    private final Problem.Kind kind;
    private final String title;

    NoteProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "notes";
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
