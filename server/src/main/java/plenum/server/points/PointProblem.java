package plenum.server.points;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish about the points of a conference. */
public enum PointProblem implements Problem.Code {
    SESSION_ENDED("Kỳ họp đã bế mạc."),
    NO_SUCH_POINT("Không tìm thấy điểm cầu.", Problem.Kind.NOT_FOUND),
    POINT_EXISTS("Mã điểm cầu này đã được dùng."),
    INVITED_ALREADY("Đơn vị này đã được mời tham gia điểm cầu."),
    TOO_MANY_POINTS("Hội nghị đã có quá nhiều điểm cầu."),
    OUTSIDE_THE_TREE("Chỉ mời được các đơn vị trực thuộc của cơ quan tổ chức họp.", Problem.Kind.UNPROCESSABLE),
    NOT_PUBLISHED("Kỳ họp chưa được công bố."),
    TECHNICIAN_ELSEWHERE("Cán bộ kỹ thuật này đang phụ trách một điểm cầu khác."),
    NOT_OF_THE_UNIT(
            "Người được chọn không có tài khoản tại đơn vị này hoặc đơn vị cấp dưới.", Problem.Kind.UNPROCESSABLE),
    NOT_YOUR_POINT("Ông/Bà không phụ trách điểm cầu này.", Problem.Kind.FORBIDDEN),
    NOT_ASSIGNED("Đơn vị chưa phân công người phụ trách điểm cầu."),
    TEST_FIRST("Điểm cầu chưa chạy thử đạt yêu cầu. Hãy chạy thử, hoặc gọi cán bộ kỹ thuật điểm cầu trung tâm."),
    NO_SITTING("Kỳ họp chưa có phiên họp nào để điểm danh."),
    BAD_LIMITS("Ngưỡng vàng không được chặt hơn ngưỡng xanh.", Problem.Kind.UNPROCESSABLE),
    ROOM_OPEN("Hãy đóng phòng họp trực tuyến trước."),
    HOSTED_ELSEWHERE("Hội nghị này do đơn vị khác tổ chức truyền hình; ở đây không mở phòng họp trực tuyến.");

    private final String title;
    private final Problem.Kind kind;

    PointProblem(String title) {
        this(title, Problem.Kind.CONFLICT);
    }

    PointProblem(String title, Problem.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String part() {
        return "point";
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
