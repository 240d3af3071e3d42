package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plenum.server.ballots.Approval;
import plenum.server.ballots.BoxPhase;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.Poll;
import plenum.server.kernel.Audience;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;

/**
 * How an electronic poll stands: schema ElectronicView. Nothing in it says who has cast.
 *
 * @param taken how many took a ballot; control, tellers and wall
 * @param stored of them, whose tablet has it safe
 * @param takers who they are; control and tellers
 * @param without who of the present has none yet; control and tellers
 * @param approvals of steps that are not done yet; control and tellers
 * @param root of the board, Base64, for who sees the result
 * @param trouble why the box does not follow; control and tellers
 * @param boxOver the box has destroyed its keys
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ElectronicView(
        BoxPhase phase,
        @Nullable String definition,
        @Nullable String fingerprint,
        @Nullable Integer taken,
        @Nullable Integer stored,
        @Nullable List<String> takers,
        @Nullable List<String> without,
        @Nullable List<ApprovalView> approvals,
        @Nullable String root,
        @Nullable String trouble,
        boolean boxOver) {

    record ApprovalView(String personId, String name, BoxPhase to, int issued) {}

    static @Nullable ElectronicView of(Hall hall, Poll poll, Audience audience) {
        var electronic = poll.electronic();
        if (electronic == null) {
            return null;
        }
        var defined = electronic.defined();
        var control = audience == Audience.CONTROL;
        var counts = control || audience == Audience.SCREEN;
        return new ElectronicView(
                electronic.phase(),
                defined == null ? null : defined.hash(),
                defined == null ? null : defined.fingerprint(),
                counts ? electronic.issued() : null,
                counts ? electronic.stored() : null,
                control ? present(hall, poll, electronic.taken()::containsKey) : null,
                control ? present(hall, poll, person -> !electronic.taken().containsKey(person)) : null,
                control ? approvals(hall, electronic) : null,
                PollView.seesResult(poll, audience) ? electronic.root() : null,
                control ? electronic.trouble() : null,
                electronic.phase().isOver());
    }

    /** In the order of the roster, not of the taking, nor of a set that was read from the journal. */
    private static List<String> present(Hall hall, Poll poll, Predicate<PersonId> wanted) {
        var issue = poll.issue();
        return issue == null
                ? List.of()
                : hall.roster().members().stream()
                        .map(Member::personId)
                        .filter(issue.eligible()::contains)
                        .filter(wanted)
                        .map(PersonId::value)
                        .toList();
    }

    private static List<ApprovalView> approvals(Hall hall, Electronic electronic) {
        return electronic.approvals().stream()
                .map(approval -> approval(hall, approval))
                .toList();
    }

    private static ApprovalView approval(Hall hall, Approval approval) {
        return new ApprovalView(
                approval.personId().value(),
                hall.roster().nameOf(approval.personId()),
                approval.to(),
                approval.issued());
    }
}
