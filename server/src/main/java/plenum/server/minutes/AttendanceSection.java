package plenum.server.minutes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.server.attendance.Intent;
import plenum.server.attendance.Presence;
import plenum.server.form.Align;
import plenum.server.form.Block;
import plenum.server.form.Paragraph;
import plenum.server.form.Table;
import plenum.server.form.Text;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.Substitute;
import plenum.server.room.Station;

/** Part II of the minutes: who was there, who was not and why, who presided. */
final class AttendanceSection {
    private final Proceedings proceedings;
    private final Names names;

    AttendanceSection(Proceedings proceedings, Names names) {
        this.proceedings = proceedings;
        this.names = names;
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(Paragraph.heading(Text.plain("II. THÀNH PHẦN THAM DỰ")));
        blocks.add(line("1. Tổng số " + member() + ": ", total() + " " + member() + "."));
        blocks.add(line("2. Chủ tọa: ", names.titled(people(SittingAccount::chairs)) + "."));
        blocks.add(line("3. Thư ký kỳ họp: ", names.titled(people(SittingAccount::secretaries)) + "."));
        blocks.add(Wording.lead(Text.plain("4. " + names.body().memberFirst() + " có mặt tại các phiên họp:")));
        blocks.add(presence());
        proceedings.accounts().forEach(account -> blocks.addAll(absences(account)));
        return blocks;
    }

    private LinkedHashSet<PersonId> people(Function<SittingAccount, ? extends Iterable<PersonId>> duty) {
        var people = new LinkedHashSet<PersonId>();
        proceedings.accounts().forEach(account -> duty.apply(account).forEach(people::add));
        return people;
    }

    /** On the first sitting's day. */
    private int total() {
        return proceedings.accounts().isEmpty()
                ? proceedings.session().rules().totalMembers()
                : proceedings.total(proceedings.accounts().getFirst());
    }

    private Table presence() {
        var columns = List.of(
                new Table.Column("Phiên họp", 4, Align.LEFT),
                new Table.Column("Có mặt khi khai mạc", 2, Align.CENTER),
                new Table.Column("Đến sau khai mạc", 2, Align.CENTER),
                new Table.Column("Vắng mặt", 2, Align.CENTER),
                new Table.Column("Tỷ lệ có mặt khi khai mạc", 2, Align.CENTER),
                new Table.Column("Số " + member() + " cần có để họp", 2, Align.CENTER));
        return Table.of(columns, proceedings.accounts().stream().map(this::row).toList());
    }

    private Table.Row row(SittingAccount account) {
        var total = proceedings.total(account);
        return Table.Row.of(
                title(account.sittingId()),
                Long.toString(account.present()),
                Integer.toString(late(account).size()),
                Integer.toString(absent(account).size()),
                Wording.percent(account.present(), total),
                Long.toString(account.needed()));
    }

    private String title(SittingId sitting) {
        return proceedings.session().find(sitting).orElseThrow().title();
    }

    private List<Block> absences(SittingAccount account) {
        var excused = absent(account).stream()
                .filter(person -> reason(account, person).isPresent())
                .toList();
        var others = absent(account).stream()
                .filter(person -> reason(account, person).isEmpty())
                .toList();
        var blocks = new ArrayList<Block>();
        blocks.add(Wording.lead(Text.bold(title(account.sittingId()) + ":")));
        blocks.add(listed(
                "- Vắng mặt có lý do",
                excused,
                person -> names.of(person) + " (" + reason(account, person).orElseThrow() + ")"));
        blocks.add(listed("- Vắng mặt không nêu lý do", others, names::of));
        if (!late(account).isEmpty()) {
            blocks.add(listed("- Có mặt sau khi khai mạc", late(account), names::of));
        }
        var standing = substitutes(account);
        if (!standing.isEmpty()) {
            blocks.add(line("- Người dự thay (" + standing.size() + "): ", String.join("; ", standing) + "."));
        }
        if (!account.online().isEmpty()) {
            blocks.add(online(account));
        }
        return blocks;
    }

    private String member() {
        return names.body().member();
    }

    private Block listed(String what, List<PersonId> people, Function<PersonId, String> words) {
        if (people.isEmpty()) {
            return line(what + ": ", "không có.");
        }
        var list = people.stream().map(words).collect(Collectors.joining("; "));
        return line(what + " (" + people.size() + " " + member() + "): ", list + ".");
    }

    /** Guests and meeting rooms too, under the names they came in with. */
    private static Block online(SittingAccount account) {
        var list = account.online().stream()
                .map(one -> one.as() == Station.KIOSK ? one.name() + " (điểm cầu)" : one.name())
                .collect(Collectors.joining("; "));
        return line("- Tham gia trực tuyến (" + account.online().size() + "): ", list + ".");
    }

    /** Who attended in a member's place at any moment, in the order of the members. */
    private List<String> substitutes(SittingAccount account) {
        var call = proceedings.attendance().of(account.sittingId());
        return members(call.substitutes()::containsKey).stream()
                .flatMap(member -> Stream.ofNullable(call.substitutes().get(member)))
                .filter(one -> came(call.presence(one.personId())))
                .map(Substitute::named)
                .toList();
    }

    private static boolean came(Presence presence) {
        return presence == Presence.PRESENT || presence == Presence.LEFT;
    }

    private List<PersonId> late(SittingAccount account) {
        return members(person -> account.wasPresent(person) && !account.wasPresentAtOpening(person));
    }

    private List<PersonId> absent(SittingAccount account) {
        return members(person -> !account.wasPresent(person));
    }

    private List<PersonId> members(Predicate<PersonId> which) {
        return proceedings.session().roster().members().stream()
                .map(Member::personId)
                .filter(which)
                .toList();
    }

    /** What the secretary noted at the roll call, else what the delegate answered before. */
    private Optional<String> reason(SittingAccount account, PersonId person) {
        var rollCall = proceedings.attendance().of(account.sittingId());
        var mark = Optional.ofNullable(rollCall.marks().get(person)).flatMap(one -> Optional.ofNullable(one.reason()));
        var answer = Optional.ofNullable(rollCall.replies().get(person))
                .filter(reply -> reply.answer() == Intent.ABSENT)
                .flatMap(reply -> Optional.ofNullable(reply.reason()));
        return mark.or(() -> answer).filter(words -> !words.isBlank());
    }

    private static Block line(String what, String words) {
        return Paragraph.body(Text.plain(what + words));
    }
}
