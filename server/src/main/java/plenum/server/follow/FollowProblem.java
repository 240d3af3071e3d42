package plenum.server.follow;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish about follow mode. */
public enum FollowProblem implements Problem.Code {
    NO_SITTING_OPEN("Chưa có phiên họp nào đang diễn ra để trình chiếu tài liệu.", Problem.Kind.CONFLICT),
    NOT_YOUR_FLOOR("Chỉ người đang phát biểu, chủ tọa hoặc thư ký mới được trình chiếu.", Problem.Kind.FORBIDDEN),
    NO_SUCH_PRESENTER("Không tìm thấy người trình chiếu trong kỳ họp.", Problem.Kind.NOT_FOUND),
    NO_SUCH_PAPER("Không tìm thấy tài liệu mà người trình chiếu được xem.", Problem.Kind.NOT_FOUND),
    BAD_PAGE("Tài liệu không có trang này.", Problem.Kind.UNPROCESSABLE),
    NOTHING_SHOWN("Không có tài liệu nào đang được trình chiếu.", Problem.Kind.CONFLICT),
    NOT_PRESENTER("Chỉ người trình chiếu, chủ tọa hoặc thư ký mới được lật trang.", Problem.Kind.FORBIDDEN),
    TOO_FAST("Lật trang quá nhanh. Trang mới nhất sẽ được gửi lại.", Problem.Kind.TOO_MANY);

    private final String title;
    private final Problem.Kind kind;

    FollowProblem(String title, Problem.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String part() {
        return "follow";
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
