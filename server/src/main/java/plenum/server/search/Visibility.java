package plenum.server.search;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import plenum.server.access.Access;
import plenum.server.agenda.Paper;
import plenum.server.hall.Hall;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.Role;
import plenum.server.sitting.SessionState;

/**
 * Who finds a paper, as words of the index: an audience of a body, {@code hdnd-11/DELEGATE}. A person finds papers that
 * have one of the person's words. What is found is asked for at the desk of papers once more before it is shown.
 */
final class Visibility {
    private Visibility() {}

    static Set<String> of(Hall hall, Paper paper) {
        var words = new TreeSet<String>();
        words.add(word(hall.bodyId(), Audience.CONTROL));
        if (hall.sittings().state() != SessionState.DRAFT && hall.agenda().shows(paper.paperId())) {
            words.add(word(hall.bodyId(), Audience.DELEGATE));
            words.add(word(hall.bodyId(), Audience.GUEST));
        }
        return words;
    }

    static Set<String> of(Actor actor) {
        var reading = Access.of("paperContent").roles();
        return actor.grants().stream()
                .filter(grant -> reading.contains(grant.role()))
                .map(Visibility::word)
                .collect(Collectors.toSet());
    }

    private static String word(Grant grant) {
        var audience = Access.audiences(Set.<Role>of(grant.role())).iterator().next();
        return word(new BodyId(grant.scope()), audience);
    }

    private static String word(BodyId body, Audience audience) {
        return body + "/" + audience;
    }
}
