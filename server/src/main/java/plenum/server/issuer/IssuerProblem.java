package plenum.server.issuer;

import plenum.server.kernel.Problem;
import plenum.server.kernel.Problem.Kind;

/** Why somebody gets no token, or the ballot box does not follow. */
public enum IssuerProblem implements Problem.Code {
    NOT_ELIGIBLE(Kind.FORBIDDEN, "Đại biểu không có trong danh sách được phát phiếu."),
    ANOTHER_POLL(Kind.CONFLICT, "Máy của đại biểu đang giữ nội dung bỏ phiếu khác. Hãy báo thư ký."),
    NOT_SIGNED(Kind.FORBIDDEN, "Yêu cầu nhận phiếu không do máy của đại biểu ký."),
    ALREADY_ISSUED(Kind.CONFLICT, "Đại biểu đã nhận phiếu trên máy khác."),
    CLOSED(Kind.CONFLICT, "Đã hết thời gian phát phiếu."),
    MALFORMED(Kind.MALFORMED, "Yêu cầu nhận phiếu không đúng dạng."),
    NO_BOX(Kind.UNAVAILABLE, "Không liên lạc được với hòm phiếu kín. Có thể thử lại hoặc chuyển sang phiếu giấy."),
    BOX_REFUSED(Kind.CONFLICT, "Hòm phiếu kín từ chối bước này."),
    NOT_SET_UP(Kind.CONFLICT, "Máy chủ này chưa có hòm phiếu kín điện tử. Hãy bỏ phiếu giấy."),
    NOT_PAIRED(
            Kind.CONFLICT,
            "Có đại biểu hoặc thành viên Ban kiểm phiếu chưa ghép máy ký phiếu. Hãy ghép máy hoặc bỏ phiếu giấy."),
    NO_SUCH_POLL(Kind.NOT_FOUND, "Không tìm thấy lượt bỏ phiếu kín điện tử."),
    NO_BOARD(Kind.CONFLICT, "Phiếu của lượt này chưa được công khai, hoặc đã bị hủy."),
    BOARD_NOT_PUBLIC(
            Kind.FORBIDDEN,
            "Phiếu có nhiều dòng không công khai từng phiếu, để không ai đánh dấu nhận ra nhau. Kết quả và mã gốc vẫn được công khai.");

    private final Kind kind;
    private final String title;

    IssuerProblem(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "issuer";
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
