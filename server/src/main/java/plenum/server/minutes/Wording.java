package plenum.server.minutes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import plenum.server.form.Paragraph;
import plenum.server.form.Text;

/** Numbers, times and rules in the words of Vietnamese minutes. */
final class Wording {
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút'", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private Wording() {}

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, VIETNAM);
    }

    /** {@code 08 giờ 05 phút}. */
    static String clock(Instant at) {
        return CLOCK.format(at.atZone(VIETNAM));
    }

    /** {@code 08:05:30}, for tables. */
    static String seconds(Instant at) {
        return SECONDS.format(at.atZone(VIETNAM));
    }

    /** {@code 08/12/2026}. */
    static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** {@code 08 giờ 05 phút ngày 08/12/2026}. */
    static String moment(Instant at) {
        return clock(at) + " ngày " + date(day(at));
    }

    /** Place and date of the head: day and the first two months have two digits (decree 30/2020). */
    static String placeDate(String place, LocalDate day) {
        var month = day.getMonthValue() <= 2 ? "0" + day.getMonthValue() : Integer.toString(day.getMonthValue());
        return String.format(
                Locale.ROOT, "%s, ngày %02d tháng %s năm %d", place, day.getDayOfMonth(), month, day.getYear());
    }

    /** {@code 3 phút 20 giây}; parts of a second are cut. */
    static String lasting(Instant from, Instant to) {
        var time = Duration.between(from, to);
        return time.toHours() > 0
                ? time.toHours() + " giờ " + time.toMinutesPart() + " phút"
                : time.toMinutes() + " phút " + time.toSecondsPart() + " giây";
    }

    /** {@code 75,00%}: two decimals, half up; a dash of nothing. */
    static String percent(long part, long of) {
        if (of == 0) {
            return "-";
        }
        var share = BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP);
        return share.toPlainString().replace('.', ',') + "%";
    }

    /** Words that belong to what stands below them: never the last line of a page. */
    static Paragraph lead(Text text) {
        var body = Paragraph.body(text);
        return new Paragraph(body.text(), body.align(), body.size(), body.indent(), body.before(), true, false);
    }

    /** What people typed, with one full stop at its end. */
    static String sentence(String words) {
        var end = words.strip();
        return end.endsWith(".") || end.endsWith("!") || end.endsWith("?") ? end : end + ".";
    }
}
