package plenum.server.keys;

import plenum.server.kernel.Problem;

/** What can be wrong about keys and signed ballots. */
public enum KeyProblem implements Problem.Code {
    NO_SUCH_PAIRING(Problem.Kind.CONFLICT, "Mã ghép thiết bị không đúng hoặc đã hết hạn. Hãy nhờ thư ký cấp mã mới."),
    BAD_KEY(Problem.Kind.UNPROCESSABLE, "Khóa ký phiếu của thiết bị không hợp lệ."),
    TOO_MANY_KEYS(Problem.Kind.CONFLICT, "Đại biểu đã ghép đủ số thiết bị. Hãy thu hồi thiết bị không còn dùng trước."),
    NO_SUCH_KEY(Problem.Kind.NOT_FOUND, "Không tìm thấy thiết bị đã ghép này."),
    KEY_NOT_PAIRED(
            Problem.Kind.FORBIDDEN,
            "Thiết bị này chưa được ghép hoặc đã bị thu hồi quyền ký phiếu. Hãy liên hệ thư ký."),
    BAD_SIGNATURE(Problem.Kind.UNPROCESSABLE, "Chữ ký trên phiếu không đúng. Phiếu chưa được ghi nhận.");

    private final Problem.Kind kind;
    private final String title;

    KeyProblem(Problem.Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String part() {
        return "keys";
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
