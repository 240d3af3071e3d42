package plenum.server.drafts;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * An assignment and how far the unit is: schema AssignmentView.
 *
 * @param itemNumber 3 or 3.2; "-" for a hidden item; absent for one that is gone
 * @param working drafts that only the unit sees
 * @param rejected those of them that were sent back
 */
record AssignmentView(
        String sessionId,
        String itemId,
        @Nullable String itemNumber,
        String itemTitle,
        String unitId,
        String unitName,
        LocalDate due,
        @Nullable String note,
        int working,
        int rejected,
        int submitted,
        int approved,
        int published) {

    /** @param drafts of the session */
    static AssignmentView of(Assignment assignment, ItemPlace item, Collection<Draft> drafts) {
        return new AssignmentView(
                assignment.sessionId().value(),
                assignment.itemId().value(),
                item.number(),
                item.title(),
                assignment.unitId().value(),
                assignment.unitName(),
                assignment.due(),
                assignment.note(),
                count(assignment, drafts, DraftState.DRAFT) + count(assignment, drafts, DraftState.REJECTED),
                count(assignment, drafts, DraftState.REJECTED),
                count(assignment, drafts, DraftState.SUBMITTED),
                count(assignment, drafts, DraftState.APPROVED),
                count(assignment, drafts, DraftState.PUBLISHED));
    }

    private static int count(Assignment assignment, Collection<Draft> drafts, DraftState state) {
        return (int) drafts.stream()
                .filter(draft -> draft.itemId().equals(assignment.itemId())
                        && draft.unitId().equals(assignment.unitId())
                        && draft.state() == state)
                .count();
    }
}
