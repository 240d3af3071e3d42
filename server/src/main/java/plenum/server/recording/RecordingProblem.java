package plenum.server.recording;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish about recording the room. */
public enum RecordingProblem implements Problem.Code {
    ROOM_NOT_OPEN("Phòng họp trực tuyến chưa mở nên chưa ghi hình được."),
    RUNNING_ALREADY("Phòng họp đang được ghi hình."),
    NOT_RUNNING("Phòng họp hiện không được ghi hình."),
    ID_TAKEN("Mã bản ghi hình này đã được dùng.");

    private final String title;

    RecordingProblem(String title) {
        this.title = title;
    }

    @Override
    public String part() {
        return "recording";
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Problem.Kind kind() {
        return Problem.Kind.CONFLICT;
    }
}
