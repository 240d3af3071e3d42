package plenum.server.opinions;

import plenum.server.kernel.Problem;

/** What can be wrong with an opinion. */
enum OpinionProblem implements Problem.Code {
    NO_SUCH_ITEM(Problem.Kind.NOT_FOUND, "Không tìm thấy nội dung này trong chương trình."),
    NOT_A_MEMBER(Problem.Kind.FORBIDDEN, "Chỉ đại biểu của kỳ họp mới gửi được ý kiến."),
    NO_SUCH_PAPER(Problem.Kind.NOT_FOUND, "Không tìm thấy tài liệu này trong nội dung."),
    TEXT_NEEDED(Problem.Kind.UNPROCESSABLE, "Hãy ghi rõ ý kiến."),
    CLOSED(Problem.Kind.CONFLICT, "Nội dung đã kết thúc nên không nhận thêm ý kiến."),
    FROM_THE_FUTURE(Problem.Kind.UNPROCESSABLE, "Đồng hồ của thiết bị chạy sai. Hãy chỉnh giờ rồi gửi lại.");

    private final Problem.Kind kind;
    private final String title;

    OpinionProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "opinions";
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
