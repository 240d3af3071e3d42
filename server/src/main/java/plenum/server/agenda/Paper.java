package plenum.server.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PaperId;

/**
 * A PDF attached to an item. Its id stays while versions come and go.
 *
 * @param attachedAt when its first version came
 * @param at when its present version came
 * @param open whether its window is open, as far as is journalled
 * @param late it came while the session ran
 * @param earlier versions before the present one, oldest first
 */
public record Paper(
        PaperId paperId,
        PaperFacts facts,
        PaperFile file,
        Instant attachedAt,
        Instant at,
        Reach reach,
        boolean open,
        boolean late,
        List<PaperVersion> earlier) {

    public Paper {
        earlier = List.copyOf(earlier);
    }

    static Paper first(PaperId id, PaperFacts facts, PaperFile file, Instant at, Reach reach, boolean late) {
        return new Paper(id, facts, file, at, at, reach, reach.openAt(at), late, List.of());
    }

    /** Names the bytes of the present version. */
    public String sha256() {
        return file.sha256();
    }

    /** 1 for a paper that was never replaced. */
    public int version() {
        return earlier.size() + 1;
    }

    /** When the present version took the place of another. */
    public @Nullable Instant replacedAt() {
        return earlier.isEmpty() ? null : at;
    }

    /** A version before the present one; the first is 1. */
    public Optional<PaperVersion> before(int version) {
        return version < 1 || version > earlier.size() ? Optional.empty() : Optional.of(earlier.get(version - 1));
    }

    Paper with(PaperFacts newFacts) {
        return new Paper(paperId, newFacts, file, attachedAt, at, reach, open, late, earlier);
    }

    Paper with(Reach newReach, Instant now) {
        return new Paper(paperId, facts, file, attachedAt, at, newReach, newReach.openAt(now), late, earlier);
    }

    Paper turned(Instant now) {
        return with(reach, now);
    }

    Paper replacedBy(PaperFile newFile, boolean seen, Instant now) {
        var all = new ArrayList<>(earlier);
        all.add(new PaperVersion(file, at, reach, seen));
        return new Paper(paperId, facts, newFile, attachedAt, now, reach, open, late, all);
    }
}
