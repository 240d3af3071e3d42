package plenum.server.joined;

import plenum.server.kernel.Problem;

/** What can be wrong about joined servers. */
public enum JoinedProblem implements Problem.Code {
    SERVER_EXISTS(Problem.Kind.CONFLICT, "Máy chủ có khóa này đã được kết nối."),
    UNIT_JOINED(Problem.Kind.CONFLICT, "Đơn vị này đã có máy chủ kết nối. Hãy thu hồi máy chủ cũ trước."),
    OWN_KEY(Problem.Kind.UNPROCESSABLE, "Đây là khóa của chính máy chủ này. Hãy nhập khóa của máy chủ cấp dưới."),
    NO_SUCH_SERVER(Problem.Kind.NOT_FOUND, "Không tìm thấy máy chủ này."),
    OTHER_SITTING(Problem.Kind.CONFLICT, "Đã chuyển sang phiên họp khác. Hãy điểm danh lại cho phiên đang họp."),
    NOT_SEEN(Problem.Kind.CONFLICT, "Máy chủ này chưa gọi đến lần nào nên chưa có mã để đối chiếu."),
    OTHER_DIGITS(
            Problem.Kind.UNPROCESSABLE,
            "Mã đối chiếu không khớp. Hãy kiểm tra lại với quản trị viên cấp dưới; nếu vẫn không khớp, hãy thu hồi khóa này.");

    private final Problem.Kind kind;
    private final String title;

    JoinedProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "joined";
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
