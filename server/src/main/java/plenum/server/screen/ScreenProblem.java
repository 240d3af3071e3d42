package plenum.server.screen;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish about the big screen. */
public enum ScreenProblem implements Problem.Code {
    VOTE_NEEDED("Hãy chọn lượt biểu quyết cần trình chiếu.", Problem.Kind.UNPROCESSABLE),
    NO_SUCH_VOTE("Không tìm thấy lượt biểu quyết.", Problem.Kind.NOT_FOUND),
    NO_RESULT_YET("Lượt biểu quyết chưa kết thúc nên chưa có kết quả để trình chiếu.", Problem.Kind.CONFLICT),
    POLL_NEEDED("Hãy chọn lượt bỏ phiếu cần trình chiếu.", Problem.Kind.UNPROCESSABLE),
    NO_SUCH_POLL("Không tìm thấy lượt bỏ phiếu.", Problem.Kind.NOT_FOUND),
    POLL_NOT_BEGUN("Lượt bỏ phiếu chưa bắt đầu nên chưa có gì để trình chiếu.", Problem.Kind.CONFLICT);

    private final String title;
    private final Problem.Kind kind;

    ScreenProblem(String title, Problem.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String part() {
        return "screen";
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
