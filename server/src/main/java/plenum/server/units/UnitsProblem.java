package plenum.server.units;

import plenum.server.kernel.Problem;

/** What can be wrong with a register. */
public enum UnitsProblem implements Problem.Code {
    NO_SUCH_PARENT(Problem.Kind.UNPROCESSABLE, "Đơn vị cấp trên không tồn tại."),
    CYCLE(Problem.Kind.UNPROCESSABLE, "Cây đơn vị bị lặp vòng."),
    NO_SUCH_SUCCESSOR(Problem.Kind.UNPROCESSABLE, "Đơn vị kế thừa không tồn tại."),
    NO_SUCH_UNIT(Problem.Kind.UNPROCESSABLE, "Đơn vị không tồn tại."),
    UNKNOWN_UNIT(Problem.Kind.NOT_FOUND, "Không tìm thấy đơn vị này."),
    NO_SUCH_BODY_HERE(Problem.Kind.UNPROCESSABLE, "Cơ quan không tồn tại."),
    NO_SUCH_PERSON(Problem.Kind.UNPROCESSABLE, "Người dùng không tồn tại."),
    WRONG_SCOPE(Problem.Kind.UNPROCESSABLE, "Phạm vi của vai trò không hợp lệ."),
    GIVEN_TWICE(Problem.Kind.UNPROCESSABLE, "Cùng một mã được khai báo hai lần."),
    TIME_REVERSED(Problem.Kind.UNPROCESSABLE, "Ngày kết thúc đứng trước ngày bắt đầu."),
    RULES_WRITTEN(
            Problem.Kind.CONFLICT, "Phiên bản quy tắc này đã được ghi và không sửa được; hãy ban hành phiên bản mới."),
    RULES_UNFIT(Problem.Kind.UNPROCESSABLE, "Quy tắc còn chỗ chưa hợp lệ. Hãy xem các mục được đánh dấu."),
    RULES_CHANGED(Problem.Kind.STALE, "Quy tắc vừa được người khác cập nhật. Hãy xem phiên bản mới rồi thực hiện lại."),
    RULES_IN_FORCE(Problem.Kind.CONFLICT, "Phiên bản này đã có hiệu lực hoặc đã được rút, không rút được."),
    NO_SUCH_VERSION(Problem.Kind.NOT_FOUND, "Không tìm thấy phiên bản quy tắc này."),
    NO_RULES(Problem.Kind.CONFLICT, "Cơ quan chưa có quy chế đang hiệu lực."),
    NO_MEMBERS(Problem.Kind.CONFLICT, "Cơ quan chưa có thành viên.");

    private final Problem.Kind kind;
    private final String title;

    UnitsProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "units";
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
