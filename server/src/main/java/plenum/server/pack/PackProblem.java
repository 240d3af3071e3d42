package plenum.server.pack;

import plenum.server.kernel.Problem;

/** What can be wrong about devices and packs. */
public enum PackProblem implements Problem.Code {
    DEVICE_REVOKED(Problem.Kind.FORBIDDEN, "Thiết bị này đã bị thu hồi; dữ liệu ngoại tuyến trên máy sẽ được xóa."),
    NO_SUCH_DEVICE(Problem.Kind.NOT_FOUND, "Không tìm thấy thiết bị này."),
    TOO_MANY_DEVICES(
            Problem.Kind.CONFLICT, "Tài khoản đã dùng quá nhiều thiết bị. Hãy báo thư ký thu hồi thiết bị cũ.");

    private final Problem.Kind kind;
    private final String title;

    PackProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "pack";
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
