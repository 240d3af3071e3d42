package plenum.server.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plenum.server.hall.Hall;
import plenum.server.hall.SittingView;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;
import plenum.server.sitting.SessionKind;
import plenum.server.sitting.SessionState;

/**
 * A session in the index: what lists show, taken from its journal.
 *
 * @param place sorts rows by the time of preparing, then by id; never changes
 * @param draft state is DRAFT; a field of its own, so that a query can leave drafts out
 * @param invited people of its points; absent when there are none
 * @param pointUnits units with a point and all above them; absent when there are none
 * @param seq of the newest entry that this row knows of
 */
record SessionRow(
        SessionId sessionId,
        BodyId bodyId,
        String bodyName,
        UnitId unitId,
        String unitName,
        String title,
        int number,
        SessionKind kind,
        SessionState state,
        List<SittingView> sittings,
        String place,
        boolean draft,
        @Nullable List<String> invited,
        @Nullable List<String> pointUnits,
        long seq) {

    static SessionRow of(Hall hall, Instant preparedAt) {
        return at(hall, "%013d:%s".formatted(preparedAt.toEpochMilli(), hall.session()));
    }

    private static SessionRow at(Hall hall, String place) {
        var facts = hall.sittings();
        return new SessionRow(
                hall.session(),
                facts.bodyId(),
                facts.bodyName(),
                facts.unitId(),
                facts.unitName(),
                facts.title(),
                facts.number(),
                facts.kind(),
                facts.state(),
                facts.sittings().stream().map(SittingView::of).toList(),
                place,
                facts.state() == SessionState.DRAFT,
                names(hall.points().people()),
                names(hall.points().units()),
                hall.seq());
    }

    SessionRow following(Hall hall) {
        return at(hall, place);
    }

    private static @Nullable List<String> names(Set<?> ids) {
        var names = ids.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        return names.isEmpty() ? null : List.copyOf(names);
    }

    Set<PersonId> people() {
        return invited == null ? Set.of() : invited.stream().map(PersonId::new).collect(Collectors.toSet());
    }

    /** Whether a reader of lists could tell the two apart. */
    boolean shows(SessionRow other) {
        return title.equals(other.title)
                && state == other.state
                && sittings.equals(other.sittings)
                && Objects.equals(invited, other.invited)
                && Objects.equals(pointUnits, other.pointUnits);
    }
}
