package plenum.server.box;

import plenum.server.kernel.Problem;
import plenum.server.kernel.Problem.Kind;

/** What the ballot box refuses. */
public enum BoxProblem implements Problem.Code {
    NO_SUCH_POLL(Kind.NOT_FOUND, "Hòm phiếu không có cuộc bỏ phiếu này."),
    POLL_EXISTS(Kind.CONFLICT, "Cuộc bỏ phiếu đã được chuẩn bị."),
    BAD_DEFINITION(Kind.UNPROCESSABLE, "Nội dung cuộc bỏ phiếu không hợp lệ."),
    FOREIGN_KEYS(Kind.UNPROCESSABLE, "Nội dung cuộc bỏ phiếu không mang khóa của hòm phiếu này."),
    WRONG_STEP(Kind.CONFLICT, "Cuộc bỏ phiếu chưa đến hoặc đã qua bước này."),
    NOT_APPROVED(Kind.FORBIDDEN, "Cần hai thành viên Ban kiểm phiếu cùng chấp thuận bước này."),
    MALFORMED(Kind.MALFORMED, "Yêu cầu không đúng dạng."),
    NOT_THE_SERVER(Kind.UNAUTHENTICATED, "Hòm phiếu không nhận lệnh này.");

    private final Kind kind;
    private final String title;

    BoxProblem(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "box";
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
