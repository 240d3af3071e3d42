package plenum.server.kernel;

import java.util.Locale;

/** What a deliberating body is. */
public enum BodyKind {
    /** People's Council (HĐND): nobody stands in for a delegate. */
    COUNCIL("đại biểu", "Tổ đại biểu"),
    /** People's Committee (UBND): an absent member may send a substitute. */
    COMMITTEE("thành viên", "Nhóm");

    private final String member;
    private final String group;

    BodyKind(String member, String group) {
        this.member = member;
        this.group = group;
    }

    /** One of its people within a sentence, or several: {@code đại biểu}. */
    public String member() {
        return member;
    }

    /** The same where a sentence begins: {@code Đại biểu}. */
    public String memberFirst() {
        return member.substring(0, 1).toUpperCase(Locale.ROOT) + member.substring(1);
    }

    /** What its people are divided into: {@code Tổ đại biểu}. */
    public String group() {
        return group;
    }
}
