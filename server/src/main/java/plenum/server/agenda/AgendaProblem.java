package plenum.server.agenda;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish about the agenda. */
public enum AgendaProblem implements Problem.Code {
    SESSION_ENDED("Kỳ họp đã bế mạc, không thể thay đổi chương trình."),
    NO_SUCH_ITEM("Không tìm thấy nội dung chương trình.", Problem.Kind.NOT_FOUND),
    NO_SUCH_PAPER("Không tìm thấy tài liệu.", Problem.Kind.NOT_FOUND),
    NO_SUCH_SITTING("Không tìm thấy phiên họp gắn với nội dung.", Problem.Kind.UNPROCESSABLE),
    ITEM_EXISTS("Nội dung này đã có trong chương trình."),
    PAPER_EXISTS("Mã tài liệu này đã được dùng cho một tệp khác."),
    PAPER_PUBLISHED("Tài liệu đã phát hành nên không gỡ được. Hãy thu hồi, kèm lý do."),
    PAPER_RECALLED("Tài liệu này đã bị thu hồi. Hãy phát hành lại tài liệu đó."),
    OTHER_VERSION("Tài liệu vừa được thay thế. Hãy xem lại phiên bản hiện tại."),
    SAME_FILE("Tệp giống hệt phiên bản hiện tại."),
    NO_SUCH_READER("Người hoặc tổ được chọn không thuộc kỳ họp này.", Problem.Kind.UNPROCESSABLE),
    BAD_WINDOW("Thời gian được xem tài liệu không hợp lệ.", Problem.Kind.UNPROCESSABLE),
    TOO_MANY_ITEMS("Chương trình đã có quá nhiều nội dung."),
    TOO_MANY_PAPERS("Nội dung đã có quá nhiều tài liệu."),
    TOO_DEEP("Chương trình chỉ có tối đa ba cấp nội dung.", Problem.Kind.UNPROCESSABLE),
    BAD_PLACE("Vị trí trong chương trình không hợp lệ.", Problem.Kind.UNPROCESSABLE),
    BELOW_ITSELF(
            "Không thể chuyển một nội dung vào chính nó hoặc vào nội dung con của nó.", Problem.Kind.UNPROCESSABLE),
    ITEM_IN_USE("Nội dung đang hoặc đã được thảo luận, không thể xóa."),
    ITEM_HAS_VOTE("Nội dung đã có lượt biểu quyết, không thể xóa."),
    ITEM_HAS_PAPERS("Hãy gỡ các tài liệu khỏi nội dung trước khi xóa."),
    CURRENT_ITEM_MUST_BE_SEEN("Nội dung đang thảo luận không thể bị ẩn."),
    ITEM_HIDDEN("Nội dung đang ẩn. Hãy hiện nội dung trước khi mở."),
    ITEM_ALREADY_OPEN("Nội dung này đang được mở."),
    NO_ITEM_OPEN("Hiện không có nội dung nào đang mở."),
    NO_SITTING_OPEN("Hiện không có phiên họp nào đang diễn ra."),
    VOTE_IS_OPEN("Đang biểu quyết. Hãy kết thúc biểu quyết trước.");

    private final String title;
    private final Problem.Kind kind;

    AgendaProblem(String title) {
        this(title, Problem.Kind.CONFLICT);
    }

    AgendaProblem(String title, Problem.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String part() {
        return "agenda";
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
