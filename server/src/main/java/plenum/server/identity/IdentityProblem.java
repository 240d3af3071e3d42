package plenum.server.identity;

import plenum.server.kernel.Problem;

/** What can be wrong about accounts and sign-ins. */
public enum IdentityProblem implements Problem.Code {
    WRONG_CREDENTIALS(Problem.Kind.UNAUTHENTICATED, "Tên đăng nhập hoặc mật khẩu không đúng."),
    NOT_SIGNED_IN(Problem.Kind.UNAUTHENTICATED, "Bạn chưa đăng nhập hoặc phiên đăng nhập đã hết hạn."),
    TOO_MANY_ATTEMPTS(Problem.Kind.TOO_MANY, "Đăng nhập sai quá nhiều lần. Vui lòng thử lại sau."),
    BUSY(Problem.Kind.TOO_MANY, "Đang có quá nhiều lượt đăng nhập. Vui lòng thử lại sau giây lát."),
    WRONG_PASSWORD(Problem.Kind.UNPROCESSABLE, "Mật khẩu hiện tại không đúng."),
    WEAK_PASSWORD(
            Problem.Kind.UNPROCESSABLE,
            "Mật khẩu quá yếu: cần ít nhất 12 ký tự, không phải từ thông dụng hoặc tên đăng nhập."),
    PASSWORD_MISSING(Problem.Kind.UNPROCESSABLE, "Người dùng mới cần có mật khẩu."),
    USERNAME_TAKEN(Problem.Kind.CONFLICT, "Tên đăng nhập đã được sử dụng."),
    TOO_MANY_NEW_PEOPLE(Problem.Kind.UNPROCESSABLE, "Mỗi lần nhập chỉ được tối đa 500 người mới có mật khẩu."),
    NOT_YOURSELF(Problem.Kind.CONFLICT, "Bạn không thể tự khóa tài khoản của mình."),
    ALREADY_SET_UP(Problem.Kind.CONFLICT, "Hệ thống đã có tài khoản.");

    private final Problem.Kind kind;
    private final String title;

    IdentityProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "identity";
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
