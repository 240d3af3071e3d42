package plenum.server.minutes;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish about minutes. */
public enum MinutesProblem implements Problem.Code {
    NO_SUCH_VERSION(Problem.Kind.NOT_FOUND, "Không tìm thấy bản biên bản này."),
    NO_SUCH_POLL(Problem.Kind.NOT_FOUND, "Không tìm thấy lượt bỏ phiếu."),
    NOT_COUNTED(Problem.Kind.CONFLICT, "Chưa có kết quả kiểm phiếu để lập biên bản."),
    BUSY(Problem.Kind.CONFLICT, "Biên bản đang được lập ở nơi khác. Vui lòng thử lại.");

    private final Problem.Kind kind;
    private final String title;

    MinutesProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "minutes";
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
