package plenum.server.recordings;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish about a recording. */
enum FilmProblem implements Problem.Code {
    NO_SUCH_RECORDING(Problem.Kind.NOT_FOUND, "Không tìm thấy bản ghi hình này."),
    NOT_READY(Problem.Kind.CONFLICT, "Bản ghi hình đang được ghi hoặc đang được lưu. Hãy thử lại sau ít phút."),
    NOT_OPENED(Problem.Kind.UNAUTHENTICATED, "Lượt xem đã hết hạn. Hãy mở lại bản ghi hình."),
    BAD_DAY(Problem.Kind.UNPROCESSABLE, "Hạn lưu phải ở sau ngày hôm nay và không quá 100 năm.");

    private final Problem.Kind kind;
    private final String title;

    FilmProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "recordings";
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
