package plenum.server.units;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units, bodies, people and what they are to each other, in one document; what is absent stays as it is. */
public record Register(
        List<Unit> units,
        List<Body> bodies,
        List<PersonRow> people,
        List<Membership> members,
        List<GrantRow> grants,
        List<RuleSetRow> ruleSets) {
    public Register {
        units = orNone(units);
        bodies = orNone(bodies);
        people = orNone(people);
        members = orNone(members);
        grants = orNone(grants);
        ruleSets = orNone(ruleSets);
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
