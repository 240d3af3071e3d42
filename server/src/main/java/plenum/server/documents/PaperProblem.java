package plenum.server.documents;

import plenum.server.kernel.Problem;

/** What can be wrong with a paper or with the wish to have one. */
public enum PaperProblem implements Problem.Code {
    NO_SUCH_PAPER(Problem.Kind.NOT_FOUND, "Không tìm thấy tài liệu này."),
    NO_SUCH_PAGE(Problem.Kind.NOT_FOUND, "Trang này không có hình thu nhỏ."),
    OTHER_BYTES(Problem.Kind.CONFLICT, "Mã tài liệu này đã được dùng cho một tệp khác."),
    TOO_LARGE(Problem.Kind.TOO_LARGE, "Tệp vượt quá dung lượng cho phép."),
    EMPTY(Problem.Kind.UNPROCESSABLE, "Tệp rỗng, không có nội dung."),
    INCOMPLETE(Problem.Kind.MALFORMED, "Tệp chưa được tải lên đầy đủ. Hãy tải lại."),
    OTHER_OFFSET(Problem.Kind.CONFLICT, "Phần tệp gửi lên không nối tiếp phần đã có."),
    TOO_MANY_UPLOADS(Problem.Kind.CONFLICT, "Có quá nhiều tệp đang tải lên dở dang."),
    NOT_A_PDF(Problem.Kind.UNSUPPORTED_MEDIA, "Tệp không phải là tài liệu PDF."),
    DAMAGED(Problem.Kind.UNPROCESSABLE, "Tệp PDF bị hỏng hoặc thiếu nội dung."),
    ENCRYPTED(Problem.Kind.UNPROCESSABLE, "Tệp PDF được đặt mật khẩu hoặc mã hóa. Hãy gỡ mật khẩu rồi tải lại."),
    ACTIVE_CONTENT(
            Problem.Kind.UNPROCESSABLE,
            "Tệp PDF chứa nội dung chủ động (mã lệnh, tệp đính kèm hoặc biểu mẫu gửi dữ liệu) nên không được chấp nhận."),
    NO_PAGES(Problem.Kind.UNPROCESSABLE, "Tệp PDF không có trang nào."),
    TOO_MANY_PAGES(Problem.Kind.UNPROCESSABLE, "Tệp PDF có quá nhiều trang (tối đa 5.000 trang)."),
    BAD_PAGE_SIZE(Problem.Kind.UNPROCESSABLE, "Tệp PDF có trang với khổ giấy không hợp lệ."),
    TOO_HEAVY(
            Problem.Kind.UNPROCESSABLE,
            "Tệp PDF có hình quá lớn hoặc trang quá nặng nên máy tính bảng không hiển thị được. Hãy giảm độ phân giải rồi tải lại."),
    TOO_COMPLEX(Problem.Kind.UNPROCESSABLE, "Tệp PDF quá phức tạp, không kiểm tra được trong thời gian cho phép."),
    BAD_FILE_NAME(Problem.Kind.UNPROCESSABLE, "Tên tệp không hợp lệ."),
    BAD_REACH(Problem.Kind.UNPROCESSABLE, "Đối tượng được xem tài liệu không hợp lệ."),
    CONFIDENTIAL_REFUSED(
            Problem.Kind.CONFLICT, "Đơn vị không cho phép phát hành tài liệu hạn chế lưu giữ trên hệ thống này."),
    WATERMARK_OFF(Problem.Kind.CONFLICT, "Đơn vị chưa bật đóng dấu tên người đọc lên tài liệu."),
    NOT_STAMPED(
            Problem.Kind.UNPROCESSABLE,
            "Chưa đóng được dấu tên người đọc lên tài liệu này. Vui lòng báo thư ký kỳ họp."),
    BAD_TITLE(Problem.Kind.UNPROCESSABLE, "Tên tài liệu không hợp lệ.");

    private final Problem.Kind kind;
    private final String title;

    PaperProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "papers";
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
