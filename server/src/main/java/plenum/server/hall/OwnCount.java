package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.ballots.Place;
import plenum.server.ballots.Poll;
import plenum.server.ballots.PollEvent;
import plenum.server.kernel.Audience;
import plenum.server.kernel.PersonId;

/**
 * A poll that this person counts, as a teller sees it: schema OwnCount.
 *
 * @param keyed this person has keyed in this round
 * @param otherKeyed another teller has
 * @param differing places where the two counts of the round before were not the same, without their numbers
 * @param poll with its result once two agree; also before the hall sees it
 */
public record OwnCount(boolean head, boolean keyed, boolean otherKeyed, List<PlaceView> differing, PollView poll) {

    /** @param lineId absent for a number of the whole sheet */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlaceView(@Nullable String lineId, String field) {}

    static List<OwnCount> of(Hall hall, PersonId person) {
        return hall.polls().polls().stream()
                .filter(poll -> poll.counts(person))
                .map(poll -> of(hall, poll, person))
                .toList();
    }

    private static OwnCount of(Hall hall, Poll poll, PersonId person) {
        var counting = poll.counting();
        var keyed = counting == null ? null : counting.keyed();
        var own = keyed != null && keyed.teller().equals(person);
        return new OwnCount(
                poll.tellers() != null && poll.tellers().head().equals(person),
                own,
                keyed != null && !own,
                counting == null
                        ? List.of()
                        : counting.differing().stream().map(OwnCount::place).toList(),
                PollView.of(hall, poll, Audience.CONTROL));
    }

    private static PlaceView place(Place place) {
        return new PlaceView(place.lineId() == null ? null : place.lineId().value(), place.field());
    }

    /** Tellers of the poll, before the event and after it. */
    static Set<PersonId> touched(PollEvent event, Hall before, Hall after) {
        var people = new LinkedHashSet<PersonId>();
        for (var hall : new ArrayList<>(List.of(before, after))) {
            hall.polls().find(event.pollId()).map(Poll::tellers).ifPresent(tellers -> people.addAll(tellers.people()));
        }
        return people;
    }
}
