package plenum.server.app;

/**
 * What is printed when Plenum is ready: first password or demo accounts, the authority's fingerprint, addresses. The
 * line with {@code ready:} and the best address is the last; programs wait for it.
 */
final class Greeting {
    private Greeting() {}

    static String of(Plenum plenum) {
        var text = new StringBuilder();
        plenum.firstPassword().ifPresent(password -> text.append(first(password)));
        if (plenum.demo()) {
            text.append(demo());
        }
        plenum.authorityFingerprint().ifPresent(print -> line(text, "chứng thư gốc / root certificate SHA-256", print));
        plenum.installPages().forEach(page -> line(text, "cài trên máy tính bảng / install on tablets", page));
        line(text, "phòng họp trực tuyến / video rooms", plenum.mediaBridge());
        plenum.addresses().stream().skip(1).forEach(address -> line(text, "cũng tại / also at", address));
        return text.append("\nPlenum sẵn sàng / ready: ")
                .append(plenum.addresses().getFirst())
                .append('\n')
                .toString();
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append("    ").append(what).append(": ").append(value).append('\n');
    }

    private static String first(String password) {
        return """

                Máy chủ mới chưa có tài khoản. Quản trị hệ thống: tên `quantri`, mật khẩu `%s`
                A new server without accounts. System administrator: user `quantri`, the password above.
                Chỉ hiện một lần; hãy đổi ngay. Shown once; change it at once.
                """.formatted(password);
    }

    private static String demo() {
        return """

                Tỉnh mẫu / demo province: Điện Biên. Mật khẩu chung / password of all: %s
                  thuky            thư ký kỳ họp / session secretary
                  thuky2           thư ký thứ hai, xác nhận phiếu ghi hộ / second secretary, countersigns
                  chutoa           chủ tọa, cũng là đại biểu / chair, also a delegate
                  db02, db03       phó chủ tịch, đại biểu / vice-chairs and delegates
                  db04 ... db60    đại biểu / delegates
                  manhinh          màn hình hội trường / big screen
                  phonghop         máy tính phòng họp (điểm cầu trực tuyến) / meeting room's computer
                  khach1           khách mời / guest
                  cbtaichinh       Sở Tài chính, chuẩn bị tài liệu / prepares papers (Ban KT-NS: cbktns)
                  ldtaichinh       Sở Tài chính, duyệt tài liệu / approves them (Ban KT-NS: ldktns)
                  thukyxa          thư ký HĐND một xã khác / secretary of another unit
                  thukyub, thukyub2, ubct, ub02 ... ub08   UBND tỉnh: thư ký, chủ trì, ủy viên / People's Committee
                  kythuat          bàn kỹ thuật hội nghị trực tuyến / technician at the central point
                  qtmuongphang, ktmuongphang   điểm cầu xã Mường Phăng: quản trị, kỹ thuật / a point's administrator, technician
                  quantridv        quản trị đơn vị, quy tắc biểu quyết / unit administrator, rules of votes
                  quantri          quản trị hệ thống / system administrator
                """.formatted(DemoLoader.PASSWORD);
    }
}
