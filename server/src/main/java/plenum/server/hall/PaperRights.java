package plenum.server.hall;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import plenum.server.agenda.Paper;
import plenum.server.agenda.PaperVersion;
import plenum.server.agenda.Reach;
import plenum.server.kernel.Audience;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;

/** Who may see which paper: the one place that says so, for views and for what is given out. */
public final class PaperRights {
    private PaperRights() {}

    /**
     * Whether a version may be opened now.
     *
     * @param audiences which the person may join in the session's body
     * @param version of the paper, 1 for the first; one that does not exist may be opened by nobody
     */
    public static boolean mayOpen(
            Hall hall, Set<Audience> audiences, PersonId person, Paper paper, int version, Instant now) {
        var earlier = paper.before(version);
        if (earlier.isEmpty() && version != paper.version()) {
            return false;
        }
        if (audiences.contains(Audience.CONTROL)) {
            return true;
        }
        if (audiences.equals(Set.of(Audience.SCREEN))) {
            return version == paper.version() && onWall(hall, paper, now);
        }
        var member = hall.roster().find(person);
        return hall.agenda().shows(paper.paperId())
                && paper.reach().openAt(now)
                && admits(paper.reach(), audiences, member)
                && earlier.filter(one -> !one.seen() || !admits(one.reach(), audiences, member))
                        .isEmpty();
    }

    /** What is presented to all and guests may read, as long as it is presented. */
    private static boolean onWall(Hall hall, Paper paper, Instant now) {
        return hall.agenda().shows(paper.paperId())
                && paper.reach().openAt(now)
                && isPublic(paper.reach())
                && FollowView.presented(hall)
                        .filter(one -> one.paperId().equals(paper.paperId()))
                        .isPresent();
    }

    private static boolean admits(Reach reach, Set<Audience> audiences, Optional<Member> member) {
        return (audiences.contains(Audience.DELEGATE) && reach.admits(member))
                || ((audiences.contains(Audience.GUEST) || audiences.contains(Audience.TECHNICIAN)) && isPublic(reach));
    }

    /** Whether all of an audience see it, given that they see its item. */
    static boolean shared(Paper paper, Audience audience) {
        return switch (audience) {
            case CONTROL -> true;
            case DELEGATE -> paper.open() && !paper.reach().restricted();
            case GUEST, TECHNICIAN -> paper.open() && isPublic(paper.reach());
            case SCREEN -> false;
        };
    }

    static boolean shared(PaperVersion version, Audience audience) {
        return switch (audience) {
            case CONTROL -> true;
            case DELEGATE -> version.seen() && !version.reach().restricted();
            case GUEST, TECHNICIAN -> version.seen() && isPublic(version.reach());
            case SCREEN -> false;
        };
    }

    /** Whether it is for the member and for others not. */
    static boolean own(Paper paper, Member member) {
        return paper.open() && paper.reach().restricted() && paper.reach().admits(Optional.of(member));
    }

    static boolean own(PaperVersion version, Member member) {
        return version.seen() && version.reach().admits(Optional.of(member));
    }

    private static boolean isPublic(Reach reach) {
        return !reach.restricted() && !reach.confidential();
    }
}
