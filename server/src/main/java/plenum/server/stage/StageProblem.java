package plenum.server.stage;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish about the stage. */
public enum StageProblem implements Problem.Code {
    ROOM_NOT_OPEN("Phòng họp trực tuyến chưa mở hoặc đã đóng."),
    BAD_LAYOUT(
            "Bố cục không hợp lệ: số người hoặc thời gian không phù hợp với kiểu bố cục.", Problem.Kind.UNPROCESSABLE),
    NOT_IN_ROOM("Người hoặc điểm cầu này không có trong phòng họp trực tuyến."),
    NOTHING_PREVIEWED("Chưa có bố cục nào được chuẩn bị để lên hình."),
    ONE_SPEAKER("Chế độ họp hiện tại chỉ cho một người phát biểu. Chọn chế độ hội nghị để mời thêm.");

    private final String title;
    private final Problem.Kind kind;

    StageProblem(String title) {
        this(title, Problem.Kind.CONFLICT);
    }

    StageProblem(String title, Problem.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String part() {
        return "stage";
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
