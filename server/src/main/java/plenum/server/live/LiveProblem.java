package plenum.server.live;

import plenum.server.kernel.Problem;

/** Why a socket is not opened, or a command on it has no outcome. */
enum LiveProblem implements Problem.Code {
    FOREIGN_ORIGIN(Problem.Kind.FORBIDDEN, "Kết nối không xuất phát từ trang của hệ thống."),
    SUBPROTOCOL_MISSING(Problem.Kind.MALFORMED, "Kết nối thiếu phiên bản giao thức được hỗ trợ."),
    STOPPING(Problem.Kind.UNAVAILABLE, "Máy chủ đang dừng, vui lòng kết nối lại sau."),
    FAULT(Problem.Kind.FAULT, "Máy chủ gặp lỗi, vui lòng thử lại.");

    private final Problem.Kind kind;
    private final String title;

    LiveProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "live";
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
