package plenum.server.hall;

import plenum.server.kernel.Problem;

/** What can be wrong before or besides the rules of the parts. */
public enum HallProblem implements Problem.Code {
    UNKNOWN_COMMAND("Máy chủ không hiểu yêu cầu này. Hãy cập nhật ứng dụng.", Problem.Kind.MALFORMED),
    BAD_COMMAND("Nội dung yêu cầu không hợp lệ.", Problem.Kind.MALFORMED),
    NO_SUCH_SESSION("Không tìm thấy kỳ họp.", Problem.Kind.NOT_FOUND),
    SESSION_EXISTS("Mã kỳ họp này đã được dùng.", Problem.Kind.CONFLICT),
    NOT_YOUR_DUTY("Ông/Bà không có thẩm quyền thực hiện việc này.", Problem.Kind.FORBIDDEN),
    BUSY("Máy chủ đang xử lý nhiều yêu cầu. Vui lòng thử lại sau giây lát.", Problem.Kind.TOO_MANY),
    UNAVAILABLE("Chưa lưu được thay đổi. Vui lòng thử lại sau giây lát.", Problem.Kind.UNAVAILABLE),
    FAULT("Máy chủ gặp lỗi khi xử lý yêu cầu. Vui lòng báo bộ phận kỹ thuật.", Problem.Kind.FAULT);

    private final String title;
    private final Problem.Kind kind;

    HallProblem(String title, Problem.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String part() {
        return "hall";
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
