package plenum.server.floor;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish to speak. */
public enum FloorProblem implements Problem.Code {
    NO_SITTING_OPEN("Hiện không có phiên họp nào đang diễn ra."),
    NOT_PRESENT("Đại biểu chưa được xác nhận có mặt tại phiên họp."),
    HAND_ALREADY_RAISED("Đại biểu đã đăng ký phát biểu."),
    ALREADY_SPEAKING("Đại biểu đang phát biểu."),
    NOT_WAITING("Đại biểu không có trong danh sách chờ phát biểu."),
    BAD_PLACE("Vị trí trong danh sách chờ không hợp lệ.", Problem.Kind.UNPROCESSABLE),
    NOBODY_SPEAKING("Hiện không có đại biểu nào đang phát biểu."),
    NOT_YOUR_SPEECH(
            "Chỉ chủ tọa, thư ký hoặc người đang phát biểu được kết thúc lượt phát biểu.", Problem.Kind.FORBIDDEN);

    private final String title;
    private final Problem.Kind kind;

    FloorProblem(String title) {
        this(title, Problem.Kind.CONFLICT);
    }

    FloorProblem(String title, Problem.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String part() {
        return "floor";
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
