package plenum.server.voting;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish about a vote. */
public enum VotingProblem implements Problem.Code {
    SESSION_ENDED("Kỳ họp đã bế mạc."),
    NO_SUCH_VOTE("Không tìm thấy lượt biểu quyết.", Problem.Kind.NOT_FOUND),
    NO_SUCH_ITEM("Không tìm thấy nội dung chương trình.", Problem.Kind.NOT_FOUND),
    NO_SUCH_MATTER("Quy chế không có loại việc này.", Problem.Kind.NOT_FOUND),
    NOT_OPENLY("Loại việc này không biểu quyết công khai được, phải bỏ phiếu kín."),
    CHOICE_NOT_OFFERED("Phiếu của loại việc này không có lựa chọn đó."),
    VOTE_EXISTS("Lượt biểu quyết này đã có."),
    TOO_MANY_VOTES("Kỳ họp đã có quá nhiều lượt biểu quyết."),
    VOTE_WITHDRAWN("Lượt biểu quyết đã được rút, không mở được nữa."),
    ALREADY_OPENED("Lượt biểu quyết đã được mở."),
    ANOTHER_VOTE_OPEN("Một lượt biểu quyết hoặc bỏ phiếu khác đang diễn ra."),
    NO_SITTING_OPEN("Hiện không có phiên họp nào đang diễn ra."),
    ITEM_NOT_CURRENT("Hãy mở nội dung chương trình này trước khi biểu quyết."),
    ITEM_HIDDEN("Nội dung này đang ẩn với đại biểu. Hãy cho hiện trước khi biểu quyết."),
    NOBODY_PRESENT("Chưa có đại biểu nào được xác nhận có mặt."),
    NO_QUORUM("Chưa đủ số đại biểu có mặt theo quy định. Chỉ chủ tọa được mở biểu quyết và phải nêu lý do."),
    VOTE_NOT_OPEN("Biểu quyết chưa mở hoặc đã kết thúc."),
    ON_HOLD("Lượt biểu quyết đang tạm dừng. Chủ tọa hoặc thư ký phải cho tiếp tục trước."),
    NOT_ON_HOLD("Lượt biểu quyết không tạm dừng."),
    NOT_BY_UNITS("Quy tắc không cho phép lấy ý kiến theo đơn vị về loại nội dung này."),
    NO_UNITS("Chưa có đơn vị nào tham gia hội nghị và cử người có tài khoản để trả lời."),
    NOT_ELIGIBLE(
            "Đại biểu không có mặt khi mở biểu quyết nên không tham gia lượt biểu quyết này.", Problem.Kind.FORBIDDEN),
    ALREADY_CAST("Đại biểu đã biểu quyết. Quy chế không cho phép thay đổi lựa chọn."),
    ENTERED_BY_HAND("Phiếu này đã được thư ký ghi hộ và có người thứ hai xác nhận, không thay đổi được."),
    OWN_BALLOT_CAST("Đại biểu đã tự biểu quyết trên máy nên không ghi hộ được."),
    ENTRY_WAITS("Phiếu ghi hộ của đại biểu này đang chờ xác nhận. Hãy rút lại trước khi ghi khác."),
    NO_SUCH_ENTRY("Không có phiếu ghi hộ nào của đại biểu này đang chờ xác nhận.", Problem.Kind.NOT_FOUND),
    ENTRY_DIFFERS("Lựa chọn được ghi hộ không phải là lựa chọn vừa xác nhận. Hãy xem lại."),
    SAME_CLERK(
            "Người ghi hộ không tự xác nhận được. Cần một thư ký khác hoặc chủ tọa xác nhận.", Problem.Kind.FORBIDDEN),
    NOT_ONESELF("Không ai được ghi hộ hoặc xác nhận phiếu của chính mình.", Problem.Kind.FORBIDDEN),
    NOT_SIGNED(
            "Quy chế yêu cầu phiếu có chữ ký của thiết bị đã ghép. Hãy liên hệ thư ký để ghép máy hoặc ghi hộ phiếu.",
            Problem.Kind.FORBIDDEN),
    OLD_BALLOT("Một phiếu mới hơn của đại biểu đã được ghi nhận."),
    VOTE_NOT_CLOSED("Lượt biểu quyết chưa kết thúc, đã công bố hoặc đã hủy."),
    CANNOT_VOID("Chỉ có thể hủy lượt biểu quyết đang mở hoặc chưa công bố kết quả.");

    private final String title;
    private final Problem.Kind kind;

    VotingProblem(String title) {
        this(title, Problem.Kind.CONFLICT);
    }

    VotingProblem(String title, Problem.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String part() {
        return "voting";
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
