package plenum.server.hall;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;

/** The presented page of a paper that one member sees and others do not: schema OwnPage. */
public record OwnPage(String paperId, int page) {
    static @Nullable OwnPage of(Hall hall, Member member) {
        return FollowView.presented(hall)
                .filter(now -> FollowView.paper(hall, now)
                        .filter(paper ->
                                PaperRights.own(paper, member) && hall.agenda().shows(paper.paperId()))
                        .isPresent())
                .map(now -> new OwnPage(now.paperId().value(), now.page()))
                .orElse(null);
    }

    /** Members who see another such page than before. */
    static Set<PersonId> changed(Hall before, Hall after) {
        var people = new LinkedHashSet<PersonId>();
        if (before.follow().last() == null && after.follow().last() == null) {
            return people;
        }
        for (var member : after.roster().members()) {
            if (!Optional.ofNullable(of(before, member)).equals(Optional.ofNullable(of(after, member)))) {
                people.add(member.personId());
            }
        }
        return people;
    }
}
