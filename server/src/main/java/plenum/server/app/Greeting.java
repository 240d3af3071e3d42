package plenum.server.app;

/** What is printed when Plenum is ready: addresses, the authority's fingerprint, demo accounts. */
final class Greeting {
    private Greeting() {}

    static String of(Plenum plenum) {
        var text = new StringBuilder("\nPlenum sẵn sàng / ready: ")
                .append(plenum.addresses().getFirst())
                .append('\n');
        plenum.addresses().stream()
                .skip(1)
                .forEach(address ->
                        text.append("    cũng tại / also at: ").append(address).append('\n'));
        plenum.authorityFingerprint()
                .ifPresent(print -> text.append("    chứng thư gốc / root certificate SHA-256: ")
                        .append(print)
                        .append('\n'));
        plenum.installPages()
                .forEach(page -> text.append("    cài trên máy tính bảng / install on tablets: ")
                        .append(page)
                        .append('\n'));
        plenum.firstPassword().ifPresent(password -> text.append("""
                    Máy chủ mới chưa có tài khoản. Quản trị hệ thống: tên `quantri`, mật khẩu `%s`
                    A new server without accounts. System administrator: user `quantri`, the password above.
                    Chỉ hiện một lần; hãy đổi ngay. Shown once; change it at once.
                """.formatted(password)));
        if (plenum.demo()) {
            text.append(demo());
        }
        return text.append('\n').toString();
    }

    private static String demo() {
        return """

                Tỉnh mẫu / demo province: Điện Biên. Mật khẩu chung / password of all: %s
                  thuky            thư ký kỳ họp / session secretary
                  chutoa           chủ tọa, cũng là đại biểu / chair, also a delegate
                  db02 ... db60    đại biểu / delegates
                  manhinh          màn hình hội trường / big screen
                  khach1           khách mời / guest
                  thukyxa          thư ký HĐND một xã khác / secretary of another unit
                  quantri          quản trị hệ thống / system administrator
                """.formatted(DemoLoader.PASSWORD);
    }
}
