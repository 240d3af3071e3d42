package plenum.server.room;

import plenum.server.kernel.Problem;

/** What can be wrong with a wish about the room. */
public enum RoomProblem implements Problem.Code {
    SESSION_ENDED("Kỳ họp đã bế mạc."),
    NOT_PUBLISHED("Kỳ họp chưa được công bố."),
    NOT_OPEN("Phòng họp trực tuyến chưa mở hoặc đã đóng."),
    LOCKED("Phòng họp trực tuyến đã khóa, không nhận thêm người tham gia."),
    JOIN_FIRST("Hãy vào phòng họp trực tuyến trước."),
    NOT_IN_ROOM("Người này không có trong phòng họp trực tuyến."),
    NOT_WAITING("Người này không có trong phòng chờ."),
    MODERATOR_STAYS("Không thể mời chủ tọa hoặc thư ký ra khỏi phòng họp trực tuyến."),
    HELD("Chủ tọa hoặc thư ký đã tắt và giữ tắt. Chỉ chủ tọa hoặc thư ký bật lại được."),
    FLOOR_NEEDED("Chỉ người đang được mời phát biểu mới bật được micro."),
    NOT_YOUR_SOURCE("Chỉ chủ tọa hoặc thư ký bật lại được cho người khác.", Problem.Kind.FORBIDDEN),
    MESSAGE_EXISTS("Mã tin nhắn này đã được dùng."),
    NO_SUCH_MESSAGE("Không tìm thấy tin nhắn.", Problem.Kind.NOT_FOUND),
    NOT_YOUR_MESSAGE("Chỉ người viết, chủ tọa hoặc thư ký gỡ được tin nhắn.", Problem.Kind.FORBIDDEN),
    TOO_MANY_MESSAGES("Ông/Bà gửi tin nhắn quá nhanh. Vui lòng chờ giây lát.", Problem.Kind.TOO_MANY);

    private final String title;
    private final Problem.Kind kind;

    RoomProblem(String title) {
        this(title, Problem.Kind.CONFLICT);
    }

    RoomProblem(String title, Problem.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String part() {
        return "room";
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
