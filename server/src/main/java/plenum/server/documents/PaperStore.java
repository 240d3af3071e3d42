package plenum.server.documents;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;
import plenum.server.platform.Sha256;

/**
 * Records of uploads in the collection {@code papers}, {@code _id} = {@code <session>:<paper>}, of later versions
 * {@code <session>:<paper>:<version>}. Calls block.
 */
public final class PaperStore {
    private static final int MOST = 1_000_000;
    private final RecordTable<PaperRecord> papers;

    public PaperStore(Mongo mongo) {
        this.papers = new RecordTable<>(mongo, "papers", PaperRecord.class, PaperStore::id);
    }

    /** The upload of the first version. */
    Optional<PaperRecord> find(SessionId session, PaperId paper) {
        return papers.get(id(session, paper));
    }

    /** Durable when it returns. False when the paper has a record: the first one stays. */
    boolean keep(PaperRecord paper) {
        return papers.insert(paper);
    }

    private static String id(PaperRecord paper) {
        var first = id(paper.sessionId(), paper.paperId());
        return paper.version() == null ? first : first + ":" + paper.version();
    }

    /** Names of all bytes that were ever uploaded. */
    public Set<Sha256> originals() {
        return papers.find(new Document(), new Document("_id", 1), MOST).stream()
                .map(paper -> new Sha256(paper.sha256()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String id(SessionId session, PaperId paper) {
        return session + ":" + paper;
    }
}
