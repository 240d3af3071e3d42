package plenum.server.minutes;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Roster;
import plenum.server.kernel.Substitute;

/** How people are called in the minutes. */
final class Names {
    /** For the clerk to fill in. */
    static final String BLANK = "................................................";

    private final BodyKind body;
    private final Roster roster;
    private final Map<PersonId, Substitute> substitutes;
    private final Function<PersonId, String> others;

    /**
     * @param substitutes by their own id
     * @param others names of people who are no delegates, such as secretaries
     */
    Names(BodyKind body, Roster roster, Map<PersonId, Substitute> substitutes, Function<PersonId, String> others) {
        this.body = body;
        this.roster = roster;
        this.substitutes = Map.copyOf(substitutes);
        this.others = others;
    }

    /** Which words the body has for its people. */
    BodyKind body() {
        return body;
    }

    String of(PersonId person) {
        return roster.find(person)
                .map(Member::name)
                .or(() -> Optional.ofNullable(substitutes.get(person)).map(Substitute::named))
                .orElseGet(() -> others.apply(person));
    }

    String withTitle(PersonId person) {
        var title = roster.find(person).map(Member::title).orElse("");
        return title.isBlank() ? of(person) : of(person) + ", " + title;
    }

    String group(PersonId person) {
        return roster.find(person).map(Member::group).orElse("");
    }

    String list(Collection<PersonId> people) {
        return people.stream().map(this::of).collect(Collectors.joining(", "));
    }

    String titled(Collection<PersonId> people) {
        return people.isEmpty() ? BLANK : people.stream().map(this::withTitle).collect(Collectors.joining("; "));
    }
}
