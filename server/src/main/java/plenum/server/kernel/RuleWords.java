package plenum.server.kernel;

/** Shares and results as Vietnamese minutes and result boards say them; the tablet's are in {@code i18n/rule.ts}. */
public final class RuleWords {
    private RuleWords() {}

    /** {@code 31/60 đại biểu tán thành, quá nửa tổng số đại biểu (cần 31)}; what is not met is told as not met. */
    public static String result(String voters, long part, long of, Share share, String label) {
        var met = share.met(part, of) ? "" : "chưa đạt mức ";
        return "%d/%d %s %s, %s%s (cần %d)"
                .formatted(part, of, counted(voters, share.base()), label, met, share(voters, share), share.needed(of));
    }

    /** {@code quá nửa tổng số đại biểu}. */
    public static String share(String voters, Share share) {
        return fraction(share) + " " + base(voters, share.base());
    }

    /** {@code tổng số đại biểu}. */
    public static String base(String voters, Base base) {
        return switch (base) {
            case TOTAL_MEMBERS -> "tổng số " + voters;
            case PRESENT -> "số " + voters + " có mặt";
            case BALLOTS_ISSUED -> "số phiếu phát ra";
            case BALLOTS_COLLECTED -> "số phiếu thu về";
            case BALLOTS_VALID -> "số phiếu hợp lệ";
        };
    }

    /** What is counted on the base: people or ballots. */
    public static String counted(String voters, Base base) {
        return switch (base) {
            case TOTAL_MEMBERS, PRESENT -> voters;
            case BALLOTS_ISSUED, BALLOTS_COLLECTED, BALLOTS_VALID -> "phiếu";
        };
    }

    private static String fraction(Share share) {
        var numbers = share.numerator() + "/" + share.denominator();
        if (share.strict() && share.numerator() * 2 == share.denominator()) {
            return "quá nửa";
        }
        var words = switch (numbers) {
            case "1/2" -> "một phần hai";
            case "1/3" -> "một phần ba";
            case "2/3" -> "hai phần ba";
            case "3/4" -> "ba phần tư";
            default -> numbers;
        };
        return (share.strict() ? "quá " : "ít nhất ") + words;
    }
}
