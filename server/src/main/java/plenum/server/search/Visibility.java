package plenum.server.search;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.server.access.Access;
import plenum.server.agenda.Paper;
import plenum.server.agenda.Reach;
import plenum.server.hall.Hall;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.sitting.SessionState;

/**
 * Who finds a paper, as words of the index: an audience of a body, {@code hdnd-11/DELEGATE}, or a member of it. A
 * person finds papers that have one of the person's words. What is found is asked for at the desk of papers once more
 * before it is shown.
 */
final class Visibility {
    private Visibility() {}

    /** Windows in time are not words: the desk of papers looks at the clock. */
    static Set<String> of(Hall hall, Paper paper) {
        var body = hall.bodyId();
        var words = new TreeSet<String>();
        words.add(word(body, Audience.CONTROL));
        if (hall.sittings().state() != SessionState.DRAFT && hall.agenda().shows(paper.paperId())) {
            words.addAll(reached(hall, paper.reach()));
        }
        return words;
    }

    private static Set<String> reached(Hall hall, Reach reach) {
        var body = hall.bodyId();
        if (!reach.restricted()) {
            var everyone = word(body, Audience.DELEGATE);
            return reach.confidential() ? Set.of(everyone) : Set.of(everyone, word(body, Audience.GUEST));
        }
        return hall.roster().members().stream()
                .filter(member -> reach.admits(Optional.of(member)))
                .map(member -> word(body, member.personId()))
                .collect(Collectors.toSet());
    }

    static Set<String> of(Actor actor) {
        var reading = Access.of("paperContent").roles();
        return actor.grants().stream()
                .filter(grant -> reading.contains(grant.role()))
                .flatMap(grant -> words(actor, grant))
                .collect(Collectors.toSet());
    }

    private static Stream<String> words(Actor actor, Grant grant) {
        var body = new BodyId(grant.scope());
        var audience = grant.role() == Role.TECHNICIAN
                ? Audience.GUEST
                : Access.audiences(Set.of(grant.role())).iterator().next();
        return audience == Audience.DELEGATE
                ? Stream.of(word(body, audience), word(body, actor.person()))
                : Stream.of(word(body, audience));
    }

    private static String word(BodyId body, PersonId person) {
        return body + "/person/" + person;
    }

    private static String word(BodyId body, Audience audience) {
        return body + "/" + audience;
    }
}
