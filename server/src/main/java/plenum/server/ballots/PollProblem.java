package plenum.server.ballots;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish about a poll. */
public enum PollProblem implements Problem.Code {
    SESSION_ENDED("Kỳ họp đã bế mạc."),
    NO_SUCH_POLL("Không tìm thấy lượt bỏ phiếu.", Problem.Kind.NOT_FOUND),
    NO_SUCH_ITEM("Không tìm thấy nội dung chương trình.", Problem.Kind.NOT_FOUND),
    POLL_EXISTS("Lượt bỏ phiếu này đã có."),
    TOO_MANY_POLLS("Kỳ họp đã có quá nhiều lượt bỏ phiếu."),
    NO_SUCH_MATTER("Bộ quy tắc của kỳ họp không có loại việc này.", Problem.Kind.UNPROCESSABLE),
    FORM_NOT_ALLOWED("Bộ quy tắc của kỳ họp không cho phép hình thức này với loại việc đã chọn."),
    SEATS_OUT_OF_RANGE("Số người được bầu phải từ 1 đến số người trong danh sách."),
    ONE_LINE_ONLY("Phiếu biểu quyết một vấn đề chỉ có một dòng."),
    TWICE_ON_SHEET("Một người chỉ được ghi một lần trên phiếu; người giữ nhiều chức vụ ghi chung một dòng."),
    NOT_REPEATABLE("Chỉ bỏ phiếu lại khi lượt trước đã bị hủy hoặc có người bằng phiếu nhau."),
    ALREADY_BEGUN("Lượt bỏ phiếu đã bắt đầu phát phiếu."),
    TOO_FEW_TELLERS("Ban kiểm phiếu chưa đủ số người theo quy định."),
    NOT_A_MEMBER("Thành viên Ban kiểm phiếu phải là đại biểu của kỳ họp.", Problem.Kind.UNPROCESSABLE),
    HEAD_NOT_A_TELLER("Trưởng ban phải là thành viên Ban kiểm phiếu."),
    TELLER_ON_SHEET("Người có tên trên phiếu không được tham gia Ban kiểm phiếu."),
    NOT_ELECTED_BY_VOTE("Lượt biểu quyết bầu Ban kiểm phiếu chưa được công bố hoặc không được thông qua."),
    NO_TELLERS("Chưa lập Ban kiểm phiếu."),
    NO_SITTING_OPEN("Hiện không có phiên họp nào đang diễn ra."),
    ITEM_NOT_CURRENT("Hãy mở nội dung chương trình này trước khi phát phiếu."),
    ANOTHER_VOTE_OPEN("Một lượt biểu quyết hoặc bỏ phiếu khác đang diễn ra."),
    NOBODY_PRESENT("Chưa có đại biểu nào được xác nhận có mặt."),
    NO_QUORUM("Chưa đủ số đại biểu có mặt theo quy định. Chỉ chủ tọa được cho bỏ phiếu và phải nêu lý do."),
    NOT_A_TELLER("Chỉ thành viên Ban kiểm phiếu được làm việc này.", Problem.Kind.FORBIDDEN),
    NOT_ISSUING("Hiện không phát phiếu cho lượt này."),
    MORE_ISSUED_THAN_PRESENT("Số phiếu phát ra không được lớn hơn số đại biểu có mặt.", Problem.Kind.UNPROCESSABLE),
    NOT_CASTING("Hiện không thu phiếu cho lượt này."),
    NOT_COUNTING("Hiện không kiểm phiếu cho lượt này."),
    OTHER_LINES("Bảng kiểm phiếu không khớp với các dòng trên phiếu.", Problem.Kind.UNPROCESSABLE),
    MORE_COLLECTED_THAN_ISSUED("Số phiếu thu về lớn hơn số phiếu phát ra.", Problem.Kind.UNPROCESSABLE),
    SHEETS_DO_NOT_ADD_UP(
            "Số phiếu hợp lệ cộng số phiếu không hợp lệ phải bằng số phiếu thu về.", Problem.Kind.UNPROCESSABLE),
    LINE_OVER_VALID("Số phiếu của một người không được lớn hơn số phiếu hợp lệ.", Problem.Kind.UNPROCESSABLE),
    TOO_MANY_MARKS("Tổng số phiếu bầu lớn hơn số phiếu hợp lệ nhân với số người được bầu.", Problem.Kind.UNPROCESSABLE),
    TOO_FEW_MARKS(
            "Tổng số phiếu bầu nhỏ hơn số phiếu hợp lệ, trong khi phiếu trống không hợp lệ.",
            Problem.Kind.UNPROCESSABLE),
    LINE_DOES_NOT_ADD_UP(
            "Các số của mỗi dòng, kể cả không hợp lệ ở dòng đó, phải cộng lại bằng số phiếu hợp lệ.",
            Problem.Kind.UNPROCESSABLE),
    NOT_COUNTED("Kết quả kiểm phiếu chưa được thống nhất, đã công bố hoặc đã hủy."),
    CANNOT_VOID("Chỉ hủy được lượt bỏ phiếu đã phát phiếu và chưa công bố kết quả."),
    ONLY_CHAIR_VOIDS("Chỉ chủ tọa được hủy lượt bỏ phiếu bằng phiếu giấy.", Problem.Kind.FORBIDDEN),
    OTHER_FORM("Thao tác này không dành cho hình thức bỏ phiếu của lượt này."),
    NOT_ON_TABLETS("Phiếu này không dùng được trên máy: quá 40 dòng, có dòng dài hoặc tên phiếu dài quá 200 ký tự."),
    TOO_MANY_TELLERS("Bỏ phiếu kín điện tử cần Ban kiểm phiếu từ 3 đến 9 người."),
    TOO_FEW_FOR_SECRET("Số đại biểu có mặt quá ít để giữ bí mật phiếu điện tử. Hãy bỏ phiếu giấy."),
    NOT_ELIGIBLE("Đại biểu không có trong danh sách được phát phiếu.", Problem.Kind.FORBIDDEN),
    OTHER_DEFINITION("Máy của đại biểu đang giữ nội dung bỏ phiếu khác. Hãy báo thư ký."),
    ISSUE_ENDED("Ban kiểm phiếu đã kết thúc việc phát phiếu."),
    ALREADY_TAKEN("Đại biểu đã nhận phiếu trên máy khác."),
    NOT_TAKEN("Đại biểu chưa nhận phiếu."),
    WRONG_STEP("Bước này chưa đến lượt hoặc đã được thực hiện."),
    OTHER_NUMBER_TAKEN("Số phiếu đã phát khác với số mà thành viên Ban kiểm phiếu xác nhận. Hãy xem lại."),
    NOT_APPROVED("Bước này cần hai thành viên Ban kiểm phiếu cùng duyệt.");

    private final String title;
    private final Problem.Kind kind;

    PollProblem(String title) {
        this(title, Problem.Kind.CONFLICT);
    }

    PollProblem(String title, Problem.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String part() {
        return "ballot";
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
