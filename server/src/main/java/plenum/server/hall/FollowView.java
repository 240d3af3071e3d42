package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Paper;
import plenum.server.follow.Presentation;
import plenum.server.kernel.Audience;

/**
 * Who presents a paper to all: schema FollowView. Empty: nobody. Who may not open the paper sees that one is presented,
 * not which.
 *
 * @param paper for the wall, whose agenda has no papers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FollowView(
        @Nullable String personId,
        @Nullable String name,
        @Nullable Long since,
        @Nullable String paperId,
        @Nullable Integer page,
        @Nullable PaperView paper) {
    private static final FollowView NOBODY = new FollowView(null, null, null, null, null, null);

    static FollowView of(Hall hall, Audience audience) {
        return presented(hall).map(now -> of(hall, now, audience)).orElse(NOBODY);
    }

    private static FollowView of(Hall hall, Presentation now, Audience audience) {
        var reader = audience == Audience.SCREEN ? Audience.GUEST : audience;
        var paper = paper(hall, now)
                .filter(one -> PaperRights.shared(one, reader))
                .filter(one -> audience == Audience.CONTROL || hall.agenda().shows(one.paperId()));
        var seen = paper.isPresent();
        return new FollowView(
                now.presenter().value(),
                now.name(),
                now.since().toEpochMilli(),
                seen ? now.paperId().value() : null,
                seen ? now.page() : null,
                audience == Audience.SCREEN
                        ? paper.map(one -> PaperView.shared(one, Audience.GUEST))
                                .orElse(null)
                        : null);
    }

    static Optional<Paper> paper(Hall hall, Presentation now) {
        return hall.agenda().items().find(now.paperId());
    }

    /** It is over with its sitting, and with the speech that it was part of. */
    static Optional<Presentation> presented(Hall hall) {
        return Optional.ofNullable(hall.follow().last())
                .filter(last -> hall.sittings()
                        .open()
                        .filter(open -> open.sittingId().equals(last.sittingId()))
                        .isPresent())
                .filter(last -> !last.byFloor() || speaksStill(hall, last));
    }

    private static boolean speaksStill(Hall hall, Presentation last) {
        var granted = hall.floor().lastGrantedAt();
        return hall.floor().speaks(last.presenter()) && (granted == null || !granted.isAfter(last.since()));
    }
}
