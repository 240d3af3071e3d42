package plenum.server.http;

import plenum.server.kernel.Problem;

/** What can be wrong with a request before any desk has seen it. */
public enum HttpProblem implements Problem.Code {
    BAD_REQUEST(Problem.Kind.MALFORMED, "Yêu cầu không hợp lệ."),
    NOT_SIGNED_IN(Problem.Kind.UNAUTHENTICATED, "Bạn chưa đăng nhập hoặc phiên đăng nhập đã hết hạn."),
    CROSS_SITE(Problem.Kind.FORBIDDEN, "Yêu cầu đến từ một trang khác nên bị từ chối."),
    NO_SUCH_PAGE(Problem.Kind.NOT_FOUND, "Không tìm thấy địa chỉ này."),
    METHOD_NOT_ALLOWED(Problem.Kind.METHOD_NOT_ALLOWED, "Địa chỉ này không hỗ trợ thao tác được yêu cầu."),
    TOO_LARGE(Problem.Kind.TOO_LARGE, "Dữ liệu gửi lên vượt quá giới hạn cho phép."),
    UNSUPPORTED_MEDIA(Problem.Kind.UNSUPPORTED_MEDIA, "Định dạng dữ liệu gửi lên không được hỗ trợ."),
    TOO_MANY_REQUESTS(Problem.Kind.TOO_MANY, "Bạn thao tác quá nhanh. Vui lòng thử lại sau giây lát."),
    BUSY(Problem.Kind.UNAVAILABLE, "Máy chủ đang bận. Vui lòng thử lại sau giây lát."),
    NOT_READY(Problem.Kind.UNAVAILABLE, "Máy chủ chưa sẵn sàng."),
    FAULT(Problem.Kind.FAULT, "Máy chủ gặp lỗi. Vui lòng báo quản trị viên kèm mã yêu cầu.");

    private final Problem.Kind kind;
    private final String title;

    HttpProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "http";
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
