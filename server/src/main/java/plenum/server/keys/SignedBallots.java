package plenum.server.keys;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.hall.Hall;
import plenum.server.hall.HallCommand;
import plenum.server.hall.Order;
import plenum.server.hall.Policy;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.voting.BallotSignature;
import plenum.server.voting.Vote;
import plenum.server.voting.VotingCommand.CastBallot;
import plenum.server.voting.VotingCommand.CastMany;

/**
 * Lets a signed ballot pass only when its key is paired with the sender and the signature is right. On the sender's
 * thread, beside the lane, which writes meanwhile.
 */
public final class SignedBallots implements Policy {
    private final KeyRing ring;
    private final Policy others;

    /** @param others asked for all else */
    public SignedBallots(KeyRing ring, Policy others) {
        this.ring = ring;
        this.others = others;
    }

    @Override
    public Optional<Problem> refuses(Hall hall, HallCommand command) {
        return others.refuses(hall, command);
    }

    @Override
    public Optional<Problem> unfit(Hall hall, Order order) {
        return ballots(order.command()).stream()
                .flatMap(ballot -> unfit(hall, order.actor().person(), ballot).stream())
                .findFirst()
                .or(() -> others.unfit(hall, order));
    }

    private static List<CastBallot> ballots(HallCommand command) {
        if (!(command instanceof HallCommand.OfVoting voting)) {
            return List.of();
        }
        return switch (voting.command()) {
            case CastBallot one -> List.of(one);
            case CastMany many -> many.ballots();
            default -> List.of();
        };
    }

    private Optional<Problem> unfit(Hall hall, PersonId person, CastBallot ballot) {
        var signature = ballot.signature();
        if (signature == null) {
            return Optional.empty();
        }
        var key = PublicKeys.idOf(signature.publicKey()).flatMap(id -> ring.active(id, person, hall.bodyId()));
        if (key.isEmpty()) {
            return Optional.of(KeyProblem.KEY_NOT_PAIRED.because("not a key of " + person));
        }
        var text = text(hall, person, ballot, signature);
        return text != null && PublicKeys.signed(key.get(), text, signature.value())
                ? Optional.empty()
                : Optional.of(KeyProblem.BAD_SIGNATURE.because("vote " + ballot.voteId()));
    }

    private static @Nullable String text(Hall hall, PersonId person, CastBallot ballot, BallotSignature signature) {
        return hall.voting()
                .find(ballot.voteId())
                .map(Vote::title)
                .map(title -> BallotSignature.text(
                        hall.session(), ballot.voteId(), person, signature.turn(), ballot.choice(), title))
                .orElse(null);
    }
}
