package plenum.server.sitting;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish about the session or a sitting. */
public enum SittingProblem implements Problem.Code {
    SESSION_ENDED("Kỳ họp đã bế mạc, không thể thay đổi."),
    ALREADY_PUBLISHED("Kỳ họp đã được công bố."),
    NOT_PUBLISHED("Kỳ họp chưa được công bố."),
    NOTHING_TO_PUBLISH("Cần có ít nhất một phiên họp và một nội dung chương trình trước khi công bố."),
    SITTINGS_NOT_ENDED("Còn phiên họp chưa kết thúc. Hãy kết thúc hoặc bỏ các phiên họp đó trước khi bế mạc."),
    VOTE_UNDECIDED("Còn lượt biểu quyết chưa công bố kết quả. Hãy công bố hoặc hủy lượt biểu quyết đó trước."),
    RULES_FIXED("Kỳ họp đã khai mạc nên giữ nguyên quy tắc biểu quyết đến khi bế mạc."),
    RULES_LEAVE_OUT(
            "Quy chế mới không còn cho phép một lượt biểu quyết hoặc bỏ phiếu đã chuẩn bị. Hãy bỏ hoặc chuẩn bị lại lượt đó trước."),
    NO_SUCH_SITTING("Không tìm thấy phiên họp.", Problem.Kind.NOT_FOUND),
    SITTING_EXISTS("Phiên họp này đã có."),
    TOO_MANY_SITTINGS("Kỳ họp đã có quá nhiều phiên họp."),
    SITTING_NOT_PLANNED("Phiên họp đã khai mạc hoặc đã kết thúc."),
    SITTING_IN_USE("Phiên họp đang được gắn với nội dung chương trình hoặc đang điểm danh."),
    ANOTHER_SITTING_OPEN("Một phiên họp khác đang diễn ra."),
    ROLL_CALL_NOT_APPROVED("Chưa chốt điểm danh. Chỉ chủ tọa được khai mạc và phải nêu lý do."),
    NO_QUORUM("Chưa đủ số đại biểu có mặt theo quy định. Chỉ chủ tọa được khai mạc và phải nêu lý do."),
    SITTING_NOT_OPEN("Phiên họp chưa khai mạc hoặc đã kết thúc."),
    VOTE_IS_OPEN("Đang biểu quyết. Hãy kết thúc biểu quyết trước.");

    private final String title;
    private final Problem.Kind kind;

    SittingProblem(String title) {
        this(title, Problem.Kind.CONFLICT);
    }

    SittingProblem(String title, Problem.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String part() {
        return "sitting";
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
