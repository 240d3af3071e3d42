package plenum.server.drafts;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperFile;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;

/**
 * A paper that a unit prepares for an agenda item. Once published, the paper has the same id.
 *
 * @param revision 1 for the first; one more with each change, so that nobody approves what nobody has looked at
 * @param steps all that was done with it, oldest first; the newest {@value #STEPS}
 */
record Draft(
        SessionId sessionId,
        PaperId draftId,
        ItemId itemId,
        UnitId unitId,
        String unitName,
        PaperFacts facts,
        PaperFile file,
        DraftState state,
        int revision,
        Instant changedAt,
        List<DraftStep> steps) {
    private static final int STEPS = 60;

    Draft {
        steps = List.copyOf(steps);
    }

    /** The same draft a step later. */
    Draft after(DraftStep step, DraftState next) {
        return after(step, next, facts, file);
    }

    Draft after(DraftStep step, DraftState next, PaperFacts newFacts, PaperFile newFile) {
        var kept = steps.subList(Math.max(0, steps.size() - STEPS + 1), steps.size());
        return new Draft(
                sessionId,
                draftId,
                itemId,
                unitId,
                unitName,
                newFacts,
                newFile,
                next,
                revision + 1,
                step.at(),
                Stream.concat(kept.stream(), Stream.of(step)).toList());
    }

    /** Why it was sent back the last time; null when it was not, or was handed in again since. */
    @Nullable
    String reason() {
        return state != DraftState.REJECTED
                ? null
                : steps.reversed().stream()
                        .filter(step -> step.step() == DraftStep.Kind.REJECT)
                        .findFirst()
                        .map(DraftStep::reason)
                        .orElse(null);
    }

    String key() {
        return key(sessionId, draftId);
    }

    static String key(SessionId session, PaperId draft) {
        return session + ":" + draft;
    }
}
