package plenum.server.search;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import plenum.server.agenda.Item;
import plenum.server.agenda.Paper;
import plenum.server.agenda.PaperFacts;
import plenum.server.hall.Hall;
import plenum.server.kernel.ItemId;
import plenum.server.platform.Sha256;

/**
 * What the index knows of a paper beside its words.
 *
 * @param year in which it was attached, in Viet Nam
 * @param seenBy words of {@link Visibility}
 */
record IndexedPaper(PaperKey key, ItemId item, PaperFacts facts, int year, Set<String> seenBy, Sha256 original) {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    IndexedPaper {
        seenBy = Set.copyOf(seenBy);
    }

    /** All papers of a session. */
    static List<IndexedPaper> all(Hall hall) {
        return hall.agenda().items().all().stream()
                .flatMap(item -> item.papers().stream().map(paper -> of(hall, item, paper)))
                .toList();
    }

    private static IndexedPaper of(Hall hall, Item item, Paper paper) {
        return new IndexedPaper(
                new PaperKey(hall.session(), paper.paperId()),
                item.itemId(),
                paper.facts(),
                paper.attachedAt().atZone(HERE).getYear(),
                Visibility.of(hall, paper),
                new Sha256(paper.file().sha256()));
    }

    /**
     * Differs whenever the index must be written anew.
     *
     * @param texts name of the words, empty while there are none
     */
    String print(String texts) {
        return Sha256.of((item + "\n" + facts + "\n" + year + "\n"
                                + seenBy.stream().sorted().toList() + "\n" + original + "\n" + texts + "\n"
                                + Words.VERSION)
                        .getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
