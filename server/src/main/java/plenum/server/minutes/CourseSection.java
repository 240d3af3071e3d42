package plenum.server.minutes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Item;
import plenum.server.form.Align;
import plenum.server.form.Block;
import plenum.server.form.Paragraph;
import plenum.server.form.Table;
import plenum.server.form.Text;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.RuleWords;

/** Part III of the minutes: what happened, sitting by sitting, item by item, in the order of the events. */
final class CourseSection {
    private final Proceedings proceedings;
    private final Names names;

    CourseSection(Proceedings proceedings, Names names) {
        this.proceedings = proceedings;
        this.names = names;
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(Paragraph.heading(Text.plain("III. NỘI DUNG VÀ DIỄN BIẾN")));
        var number = 1;
        for (var account : proceedings.accounts()) {
            sitting(account, number++, blocks);
        }
        return blocks;
    }

    private void sitting(SittingAccount account, int number, List<Block> blocks) {
        var sitting = proceedings.session().find(account.sittingId()).orElseThrow();
        blocks.add(Paragraph.heading(
                Text.plain(number + ". " + sitting.title() + " (ngày " + Wording.date(sitting.date()) + ")")));
        opening(account, blocks);
        var items = 0;
        for (var stretch : account.stretches()) {
            if (stretch.item() != null) {
                blocks.add(item(stretch.item(), number + "." + ++items + ". "));
                blocks.add(times(stretch, stretch.item()));
            }
            happenings(stretch.happenings(), blocks);
        }
        if (account.endedAt() != null) {
            blocks.add(plain("Phiên họp kết thúc lúc " + Wording.moment(account.endedAt()) + "."));
        }
    }

    private void opening(SittingAccount account, List<Block> blocks) {
        var total = proceedings.total(account);
        var member = names.body().member();
        var enough = account.present() >= account.needed();
        blocks.add(
                plain("Phiên họp khai mạc lúc %s; có mặt %d/%d %s (%s); %s số %s để họp theo quy định (%s, tức %d %s)."
                        .formatted(
                                Wording.moment(account.openedAt()),
                                account.present(),
                                total,
                                member,
                                Wording.percent(account.present(), total),
                                enough ? "đủ" : "chưa đủ",
                                member,
                                RuleWords.share(
                                        names.body().member(),
                                        proceedings.session().rules().quorum()),
                                account.needed(),
                                member)));
        if (account.overrideReason() != null) {
            blocks.add(plain("Phiên họp được khai mạc theo quyết định riêng của Chủ tọa ("
                    + names.of(account.openedBy()) + "). Lý do: " + Wording.sentence(account.overrideReason())));
        }
    }

    private Block item(ItemId id, String number) {
        var title = proceedings
                .agenda()
                .items()
                .find(id)
                .map(item -> item.facts().title())
                .orElse(id.value());
        return Paragraph.heading(Text.plain(number + title));
    }

    private Block times(Stretch stretch, ItemId id) {
        var words = new StringBuilder("Bắt đầu lúc " + Wording.clock(stretch.from()));
        words.append(
                stretch.to() == null ? "; đang tiến hành." : ", kết thúc lúc " + Wording.clock(stretch.to()) + ".");
        var presenter = proceedings.agenda().items().find(id).map(Item::facts).map(facts -> facts.presenter());
        presenter
                .filter(name -> !name.isBlank())
                .ifPresent(name -> words.append(" Trình bày: ").append(name).append("."));
        return plain(words.toString());
    }

    /** Speeches that follow one another stand in one table. */
    private void happenings(List<Happening> happenings, List<Block> blocks) {
        var speeches = new ArrayList<Happening.Speech>();
        for (var happening : happenings) {
            if (happening instanceof Happening.Speech speech) {
                speeches.add(speech);
                continue;
            }
            flush(speeches, blocks);
            blocks.addAll(told(happening));
        }
        flush(speeches, blocks);
    }

    private List<Block> told(Happening happening) {
        return switch (happening) {
            case Happening.VoteTaken taken -> vote(taken);
            case Happening.BatchTaken taken -> new BatchSection(proceedings.batch(taken.batch()), names).blocks();
            case Happening.PollTaken taken ->
                proceedings
                        .polls()
                        .find(taken.poll())
                        .map(poll -> new PollSection(poll, names).blocks())
                        .orElse(List.of());
            case Happening.Arrived arrived ->
                List.of(plain("Lúc " + Wording.clock(arrived.at()) + ", ghi nhận có mặt: "
                        + names.list(arrived.people()) + "."));
            case Happening.Left left ->
                List.of(plain(
                        "Lúc " + Wording.clock(left.at()) + ", " + names.body().member() + " " + names.of(left.person())
                                + " rời phiên họp" + reason(left.reason()) + "."));
            case Happening.Speech speech -> List.of(speeches(List.of(speech)));
        };
    }

    private List<Block> vote(Happening.VoteTaken taken) {
        var vote = proceedings.votes().get(taken.vote());
        return vote == null ? List.of() : new VoteSection(vote, names).blocks();
    }

    private static String reason(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : " (" + reason + ")";
    }

    private void flush(List<Happening.Speech> speeches, List<Block> blocks) {
        if (!speeches.isEmpty()) {
            blocks.add(Wording.lead(Text.plain("Phát biểu (" + speeches.size() + " lượt):")));
            blocks.add(speeches(List.copyOf(speeches)));
            speeches.clear();
        }
    }

    private Table speeches(List<Happening.Speech> speeches) {
        var columns = List.of(
                new Table.Column(names.body().memberFirst(), 4, Align.LEFT),
                new Table.Column(names.body().group(), 3, Align.LEFT),
                new Table.Column("Từ", 2, Align.CENTER),
                new Table.Column("Đến", 2, Align.CENTER),
                new Table.Column("Thời lượng", 2.8f, Align.CENTER));
        return Table.of(columns, speeches.stream().map(this::row).toList());
    }

    private Table.Row row(Happening.Speech speech) {
        return Table.Row.of(
                speech.visitor() == null ? names.of(speech.person()) : speech.visitor(),
                names.group(speech.person()),
                Wording.seconds(speech.from()),
                speech.to() == null ? "đang phát biểu" : Wording.seconds(speech.to()),
                speech.to() == null ? "" : Wording.lasting(speech.from(), speech.to()));
    }

    private static Block plain(String words) {
        return Paragraph.body(Text.plain(words));
    }
}
