package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.attendance.Presence;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SittingId;
import plenum.server.room.Mute;
import plenum.server.room.Place;
import plenum.server.voting.Choice;
import plenum.server.voting.Vote;

/**
 * What is only this person's: schema MeView.
 *
 * @param turn place in the queue of those who wait to speak, from 1; absent: does not wait
 * @param papers that others do not see; absent when there are none
 * @param counting polls that this person counts as a teller; absent when there are none
 * @param secret electronic polls in which this person may cast; absent when there are none
 * @param presented page of such a paper that is presented now
 * @param point that the person looks after or is sent to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeView(
        String personId,
        boolean delegate,
        boolean received,
        boolean hand,
        @Nullable Integer turn,
        boolean speaking,
        @Nullable String seat,
        @Nullable String group,
        List<OfSitting> sittings,
        List<OfVote> ballots,
        OfRoom room,
        @Nullable List<OwnPaper> papers,
        @Nullable List<OwnCount> counting,
        @Nullable List<OwnSecret> secret,
        @Nullable OwnPage presented,
        @Nullable OwnPoint point) {

    /**
     * @param substitute whom the person sends
     * @param insteadOf the member whose place the person takes, who is no member
     * @param votes whether the substitute may vote there; absent for members
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfSitting(
            String sittingId,
            Presence presence,
            @Nullable ReplyView answer,
            @Nullable SubstituteView substitute,
            @Nullable String insteadOf,
            @Nullable Boolean votes) {}

    /**
     * @param choice null, also in JSON, when the person has not voted
     * @param seq the journal's line that holds the ballot
     * @param turn of the ballot's signature; absent when it is not signed
     * @param byHand absent when the person sent it
     * @param entered what a clerk wrote down for the person and nobody countersigned yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfVote(
            String voteId,
            boolean eligible,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Choice choice,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Long at,

            @Nullable Long seq,
            @Nullable Integer turn,
            @Nullable HandView byHand,
            @Nullable OfEntry entered) {}

    public record OfEntry(Choice choice, String clerkName) {}

    /** @param mutes what moderators have switched off */
    public record OfRoom(Place place, List<Mute> mutes) {}

    static MeView of(Hall hall, PersonId person) {
        var member = hall.roster().find(person);
        var substitutes = member.isEmpty() && hall.substitutes().contains(person);
        return new MeView(
                person.value(),
                member.isPresent(),
                hall.attendance().receipts().containsKey(person),
                hall.floor().waits(person),
                hall.floor().waits(person) ? hall.floor().placeOf(person) + 1 : null,
                hall.floor().speaks(person),
                member.map(Member::seat).orElse(null),
                member.map(Member::group).orElse(null),
                member.isPresent() ? sittings(hall, person) : substitutes ? seats(hall, person) : List.of(),
                ballots(hall, person, member.isPresent() || substitutes),
                new OfRoom(hall.room().place(person), hall.room().mutes(person)),
                member.map(one -> OwnPaper.of(hall, one))
                        .filter(own -> !own.isEmpty())
                        .orElse(null),
                Optional.of(OwnCount.of(hall, person))
                        .filter(own -> !own.isEmpty())
                        .orElse(null),
                Optional.of(OwnSecret.of(hall, person))
                        .filter(own -> !own.isEmpty())
                        .orElse(null),
                member.map(one -> OwnPage.of(hall, one)).orElse(null),
                OwnPoint.of(hall, person).orElse(null));
    }

    private static List<OfSitting> sittings(Hall hall, PersonId person) {
        return hall.sittings().sittings().stream()
                .map(sitting -> sitting(hall, sitting.sittingId(), person))
                .toList();
    }

    private static OfSitting sitting(Hall hall, SittingId sitting, PersonId person) {
        var call = hall.rollCall(sitting);
        return new OfSitting(
                sitting.value(),
                call.presence(person),
                ReplyView.of(call.replies().get(person)),
                SubstituteView.of(call.substitutes().get(person), call),
                null,
                null);
    }

    /** The sittings in which the person takes another's place. */
    private static List<OfSitting> seats(Hall hall, PersonId person) {
        return hall.sittings().sittings().stream()
                .flatMap(sitting -> {
                    var call = hall.rollCall(sitting.sittingId());
                    return call.substitute(person).stream()
                            .map(seat -> new OfSitting(
                                    sitting.sittingId().value(),
                                    call.presence(person),
                                    null,
                                    null,
                                    seat.insteadOfName(),
                                    hall.rules().substitutesVote()));
                })
                .toList();
    }

    /** @param all also votes in which the person has no ballot */
    private static List<OfVote> ballots(Hall hall, PersonId person, boolean all) {
        return hall.voting().votes().stream()
                .filter(vote -> vote.opening() != null && (all || vote.eligible(person)))
                .map(vote -> ballot(hall, vote, person))
                .toList();
    }

    private static OfVote ballot(Hall hall, Vote vote, PersonId person) {
        var seat = vote.seat(person).orElse(person);
        var ballot = hall.voting().ballots(vote.voteId()).get(seat);
        var entry = hall.voting().entries(vote.voteId()).get(seat);
        return new OfVote(
                vote.voteId().value(),
                vote.eligible(person),
                ballot == null ? null : ballot.choice(),
                ballot == null ? null : ballot.at().toEpochMilli(),
                ballot == null ? null : ballot.seq(),
                ballot == null || ballot.turn() == 0 ? null : ballot.turn(),
                ballot == null ? null : HandView.of(ballot.byHand()),
                entry == null ? null : new OfEntry(entry.choice(), entry.clerkName()));
    }
}
