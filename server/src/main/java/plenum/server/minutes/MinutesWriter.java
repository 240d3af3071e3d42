package plenum.server.minutes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plenum.server.checkpoint.CheckpointEvent;
import plenum.server.form.Block;
import plenum.server.form.Letterhead;
import plenum.server.form.OfficialDocument;
import plenum.server.form.Paragraph;
import plenum.server.form.Signature;
import plenum.server.form.Text;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.sitting.Sitting;
import plenum.server.voting.Outcome;

/** Writes the minutes of a session in the form of decree 30/2020, from its journal and nothing else. Pure. */
final class MinutesWriter {
    /** "tỉnh Điện Biên", "Thành phố Huế": the kind of unit is not part of the place. */
    private static final Pattern KIND_OF_UNIT = Pattern.compile(
            "^(tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|thị xã|thị trấn)\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final List<String> ROMAN = List.of("", "I", "II", "III", "IV", "V");
    private final Proceedings proceedings;
    private final Names names;
    private final String fingerprint;
    private final Instant now;
    private final PointReport points;

    /**
     * @param entries all from the first
     * @param journalHash of the batch that the last entry is in
     * @param others names of people who are no delegates
     */
    MinutesWriter(
            SessionId session,
            List<JournalEntry> entries,
            String journalHash,
            Function<PersonId, String> others,
            Instant now) {
        this.proceedings = Proceedings.of(entries);
        this.names = new Names(
                proceedings.session().bodyKind(), proceedings.session().roster(), proceedings.substitutes(), others);
        this.fingerprint = entries.reversed().stream()
                .flatMap(entry -> checkpoint(entry).stream())
                .findFirst()
                .orElse("SHA-256 " + journalHash);
        this.now = now;
        this.points = PointReport.of(session, entries, now);
    }

    /** What a reader compares with the exported journal and with the delegates' tablets. */
    private static Optional<String> checkpoint(JournalEntry entry) {
        return entry.event() instanceof CheckpointEvent.Signed signed
                ? Optional.of("mốc %d %s"
                        .formatted(
                                signed.checkpoint().size(), signed.checkpoint().root()))
                : Optional.empty();
    }

    OfficialDocument document() {
        var session = proceedings.session();
        var minutes = OfficialDocument.builder("Biên bản " + session.title(), day())
                .head(head())
                .type("BIÊN BẢN")
                .about(session.title())
                .footer("Nhật ký kỳ họp, bản ghi 1-" + proceedings.last().seq() + ", " + fingerprint)
                .addAll(timeAndPlace());
        if (!proceedings.accounts().isEmpty()) {
            minutes.addAll(new AttendanceSection(proceedings, names).blocks())
                    .addAll(new CourseSection(proceedings, names).blocks());
        }
        var number = proceedings.accounts().isEmpty() ? 2 : 4;
        if (!points.rows().isEmpty()) {
            minutes.addAll(new PointsSection(points).blocks(ROMAN.get(number++)));
        }
        return minutes.addAll(end(ROMAN.get(number)))
                .closing(
                        recipients(),
                        signature("THƯ KÝ KỲ HỌP", SittingAccount::secretaries),
                        signature("CHỦ TỌA", SittingAccount::chairs))
                .build();
    }

    private Letterhead head() {
        var session = proceedings.session();
        return new Letterhead(
                "",
                organ(session.bodyName()),
                "Số:" + "\u00a0".repeat(9) + (committee() ? "/BB-UBND" : "/BB-HĐND"),
                Wording.placeDate(place(session.unitName()), day()),
                proceedings.ended() ? "" : "DỰ THẢO");
    }

    /** The organ's name as a head has it. */
    static String organ(String bodyName) {
        return bodyName.toUpperCase(Wording.VIETNAMESE).replaceFirst("^(HỘI ĐỒNG NHÂN DÂN)\\s+", "$1\n");
    }

    static String place(String unitName) {
        return KIND_OF_UNIT.matcher(unitName).replaceFirst("");
    }

    private LocalDate day() {
        var ended = proceedings.session().endedAt();
        return Wording.day(ended == null ? now : ended);
    }

    private List<Block> timeAndPlace() {
        var blocks = new ArrayList<Block>();
        blocks.add(Paragraph.heading(Text.plain("I. THỜI GIAN, ĐỊA ĐIỂM")));
        blocks.add(plain("1. Thời gian:"));
        proceedings
                .session()
                .sittings()
                .forEach(sitting -> blocks.add(plain("- " + sitting.title() + ": " + time(sitting) + ".")));
        blocks.add(plain("2. Địa điểm: " + Names.BLANK
                + (proceedings.online() ? "; kết hợp trực tuyến qua phòng họp trực tuyến của kỳ họp." : "")));
        blocks.add(plain("3. Quy tắc biểu quyết: " + rules()));
        return blocks;
    }

    private String rules() {
        var rules = proceedings.session().rules();
        return "bộ quy tắc phiên bản %d, hiệu lực từ %s; căn cứ: %s"
                .formatted(rules.version(), Wording.date(rules.validFrom()), Wording.sentence(rules.citation()));
    }

    private boolean committee() {
        return proceedings.session().bodyKind() == BodyKind.COMMITTEE;
    }

    private static String time(Sitting sitting) {
        var opened = sitting.openedAt();
        var ended = sitting.endedAt();
        if (opened == null) {
            return "dự kiến lúc " + Wording.moment(sitting.startsAt()) + ", chưa khai mạc";
        }
        var from = "từ " + Wording.moment(opened);
        if (ended == null) {
            return from + ", đang diễn ra";
        }
        var sameDay = Wording.day(opened).equals(Wording.day(ended));
        return from + " đến " + (sameDay ? Wording.clock(ended) + " cùng ngày" : Wording.moment(ended));
    }

    private List<Block> end(String number) {
        var blocks = new ArrayList<Block>();
        blocks.add(Paragraph.heading(Text.plain(number + ". KẾT THÚC")));
        blocks.add(plain(votes()));
        proceedings
                .withdrawn()
                .forEach(gone -> blocks.add(plain("Rút, không biểu quyết (lúc " + Wording.moment(gone.at()) + "): "
                        + Wording.sentence(gone.title()) + " Lý do: " + Wording.sentence(gone.reason()))));
        var ended = proceedings.session().endedAt();
        blocks.add(plain(
                ended == null
                        ? "Kỳ họp chưa bế mạc; dự thảo biên bản này được lập lúc " + Wording.moment(now) + "."
                        : "Kỳ họp bế mạc lúc " + Wording.moment(ended) + "."));
        return blocks;
    }

    private String votes() {
        return "Kỳ họp đã tiến hành %d lượt biểu quyết: %d lượt thông qua, %d lượt không thông qua, %d lượt bị hủy."
                .formatted(proceedings.votes().size(), closed(Outcome.PASSED), closed(Outcome.FAILED), voided());
    }

    private long voided() {
        return proceedings.votes().values().stream()
                .filter(vote -> vote.voided() != null)
                .count();
    }

    private long closed(Outcome outcome) {
        return proceedings.votes().values().stream()
                .filter(vote -> vote.voided() == null)
                .filter(vote -> vote.closed() != null && vote.closed().outcome() == outcome)
                .count();
    }

    private List<String> recipients() {
        var body = proceedings.session().bodyName();
        return List.of(committee() ? body : "Thường trực " + body, "Lưu: VT, hồ sơ kỳ họp");
    }

    /** The name is printed when it is clear who signs. */
    private Signature signature(String capacity, Function<SittingAccount, Set<PersonId>> duty) {
        var people = proceedings.accounts().stream()
                .flatMap(account -> duty.apply(account).stream())
                .collect(Collectors.toUnmodifiableSet());
        return Signature.of(people.size() == 1 ? names.of(people.iterator().next()) : "", capacity);
    }

    private static Block plain(String words) {
        return Paragraph.body(Text.plain(words));
    }
}
