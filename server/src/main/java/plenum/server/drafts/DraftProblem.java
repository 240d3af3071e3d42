package plenum.server.drafts;

import plenum.server.kernel.Problem;

/** What can be wrong with a draft or with an assignment. */
public enum DraftProblem implements Problem.Code {
    NO_SUCH_DRAFT(Problem.Kind.NOT_FOUND, "Không tìm thấy tài liệu đang chuẩn bị này."),
    NO_SUCH_ITEM(Problem.Kind.NOT_FOUND, "Không tìm thấy nội dung chương trình."),
    NO_SUCH_UNIT(Problem.Kind.UNPROCESSABLE, "Đơn vị này không có cán bộ chuẩn bị tài liệu."),
    NOT_ASSIGNED(Problem.Kind.CONFLICT, "Đơn vị chưa được phân công chuẩn bị tài liệu cho nội dung này."),
    HAS_DRAFTS(
            Problem.Kind.CONFLICT,
            "Đơn vị đã có tài liệu cho nội dung này. Hãy phát hành hoặc trả lại để đơn vị gỡ trước khi bỏ phân công."),
    CHANGED(Problem.Kind.CONFLICT, "Tài liệu vừa được thay đổi. Hãy xem lại."),
    NOT_IN_WORK(Problem.Kind.CONFLICT, "Tài liệu đã trình duyệt nên không sửa được. Hãy rút lại trước."),
    NOT_SUBMITTED(Problem.Kind.CONFLICT, "Tài liệu không còn ở trạng thái chờ duyệt."),
    NOT_APPROVED(Problem.Kind.CONFLICT, "Tài liệu chưa được duyệt nên chưa phát hành được."),
    ISSUER_MISSING(Problem.Kind.UNPROCESSABLE, "Hãy ghi cơ quan ban hành trước khi trình duyệt."),
    REASON_MISSING(Problem.Kind.UNPROCESSABLE, "Hãy ghi lý do trả lại."),
    BAD_DUE_DATE(Problem.Kind.UNPROCESSABLE, "Hạn nộp không được trước ngày hôm nay."),
    TOO_MANY_DRAFTS(Problem.Kind.CONFLICT, "Đơn vị đã có quá nhiều tài liệu cho nội dung này."),
    SESSION_ENDED(Problem.Kind.CONFLICT, "Kỳ họp đã bế mạc, không chuẩn bị tài liệu được nữa.");

    private final Problem.Kind kind;
    private final String title;

    DraftProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "drafts";
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
