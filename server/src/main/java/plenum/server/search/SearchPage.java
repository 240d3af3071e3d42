package plenum.server.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Paper;
import plenum.server.agenda.PaperKind;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.search.Found.Hit;

/**
 * What a person found, the schema of the same name. Counts only what the person may open.
 *
 * @param more whether there are more papers than these
 * @param complete false while papers are still being read into the index
 */
record SearchPage(List<Result> papers, boolean more, boolean complete) {
    SearchPage {
        papers = List.copyOf(papers);
    }

    /** @param pages how many pages have the words; 0: only the title has them */
    record Result(
            SessionId sessionId,
            String sessionTitle,
            ItemId itemId,
            String itemTitle,
            PaperLine paper,
            long pages,
            List<Hit> hits) {
        Result {
            hits = List.copyOf(hits);
        }
    }

    /** What everyone who may open a paper may know of it. */
    record PaperLine(
            PaperId paperId,
            String title,
            PaperKind kind,
            @Nullable String number,
            int pages,
            long bytes,
            int version) {
        static PaperLine of(Paper paper) {
            var facts = paper.facts();
            var file = paper.file();
            return new PaperLine(
                    paper.paperId(),
                    facts.title(),
                    facts.kind(),
                    facts.number(),
                    file.pages(),
                    file.bytes(),
                    paper.version());
        }
    }
}
