package plenum.server.office;

import plenum.server.kernel.Problem;

/** What can be wrong with an office file, or with turning it into PDF. */
public enum OfficeProblem implements Problem.Code {
    NO_CONVERTER(
            Problem.Kind.CONFLICT,
            "Máy chủ này không chuyển được tệp Office sang PDF. Tệp gốc đã được giữ lại; hãy tải lên bản PDF."),
    NOT_CONVERTED(
            Problem.Kind.UNPROCESSABLE,
            "Không chuyển được tệp Office này sang PDF. Tệp gốc đã được giữ lại; hãy xuất ra PDF rồi tải lên."),
    TOO_SLOW(
            Problem.Kind.UNPROCESSABLE,
            "Chuyển tệp Office này sang PDF mất quá nhiều thời gian. Tệp gốc đã được giữ lại; hãy xuất ra PDF rồi tải lên."),
    OTHER_CONTENT(Problem.Kind.UNSUPPORTED_MEDIA, "Phần mở rộng của tên tệp không đúng với nội dung của tệp."),
    OLD_FORMAT(
            Problem.Kind.UNSUPPORTED_MEDIA,
            "Tệp Office dạng cũ (doc, xls, ppt) không được nhận. Hãy lưu lại thành docx, xlsx, pptx hoặc PDF."),
    MACROS(Problem.Kind.UNPROCESSABLE, "Tệp Office chứa macro hoặc thành phần tự chạy nên không được chấp nhận."),
    LINKED(
            Problem.Kind.UNPROCESSABLE,
            "Tệp Office lấy nội dung từ tệp hoặc địa chỉ khác. Hãy bỏ liên kết (nhúng nội dung vào tệp) rồi tải lại."),
    LOCKED(Problem.Kind.UNPROCESSABLE, "Tệp Office được đặt mật khẩu. Hãy gỡ mật khẩu rồi tải lại."),
    BROKEN(Problem.Kind.UNPROCESSABLE, "Tệp Office bị hỏng hoặc thiếu nội dung."),
    TOO_BIG_INSIDE(Problem.Kind.UNPROCESSABLE, "Nội dung nén trong tệp Office quá lớn."),
    NO_ORIGINAL(Problem.Kind.NOT_FOUND, "Không có tệp gốc của tài liệu này.");

    private final Problem.Kind kind;
    private final String title;

    OfficeProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "office";
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
