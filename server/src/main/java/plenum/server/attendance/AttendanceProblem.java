package plenum.server.attendance;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish about receipts, answers and presence. */
public enum AttendanceProblem implements Problem.Code {
    SESSION_ENDED("Kỳ họp đã bế mạc."),
    NOT_PUBLISHED("Kỳ họp chưa được công bố."),
    NOT_A_MEMBER("Người này không có trong danh sách đại biểu của kỳ họp."),
    NO_SUCH_SITTING("Không tìm thấy phiên họp.", Problem.Kind.NOT_FOUND),
    TOO_LATE_TO_ANSWER("Phiên họp đã khai mạc hoặc đã kết thúc, không thể báo tham dự nữa."),
    REASON_NEEDED("Báo vắng mặt phải nêu lý do.", Problem.Kind.UNPROCESSABLE),
    ANSWERED_SINCE("Đã có câu trả lời mới hơn cho phiên họp này."),
    SITTING_STARTED("Phiên họp đã khai mạc hoặc đã kết thúc."),
    SITTING_ENDED("Phiên họp đã kết thúc."),
    ROLL_CALL_ALREADY_OPEN("Phiên họp này đã mở điểm danh."),
    ANOTHER_ROLL_CALL("Một phiên họp khác đang điểm danh hoặc đang diễn ra."),
    ROLL_CALL_NOT_OPEN("Chưa mở điểm danh."),
    NO_SUBSTITUTES("Hội đồng nhân dân không có người dự thay: đại biểu không ủy quyền cho người khác."),
    NOT_YOUR_SUBSTITUTE("Chỉ thành viên vắng mặt hoặc thư ký mới cử được người dự thay."),
    SUBSTITUTE_IS_MEMBER("Người này là thành viên, không dự thay cho người khác."),
    SUBSTITUTE_TAKEN("Người này đã dự thay cho một thành viên khác trong phiên này."),
    MEMBER_IS_HERE("Thành viên đang có mặt nên không có người dự thay."),
    SUBSTITUTE_IS_HERE("Người dự thay đang có mặt. Thư ký ghi người dự thay đã về trước."),
    SUBSTITUTE_CAME("Người dự thay đã dự phiên này nên không đổi được."),
    NO_SUBSTITUTE("Chưa cử người dự thay cho thành viên này."),
    WRONG_CODE("Mã điểm danh không đúng hoặc đã được thay. Hãy quét lại mã trên màn hình.");

    private final String title;
    private final Problem.Kind kind;

    AttendanceProblem(String title) {
        this(title, Problem.Kind.CONFLICT);
    }

    AttendanceProblem(String title, Problem.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String part() {
        return "attendance";
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
