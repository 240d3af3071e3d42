package plenum.server.booth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.server.ballots.TakenBallot;
import plenum.server.issuer.IssuerProblem;
import plenum.server.issuer.Taken;
import plenum.server.issuer.TakenList;
import plenum.server.kernel.PersonId;

/**
 * Who has taken a ballot, as the journal has it: nobody gets a token who is not in it.
 *
 * @param poll its name at the box
 */
record JournalledTakers(String poll, Map<PersonId, TakenBallot> taken) implements TakenList {

    @Override
    public Taken note(Taken wish) {
        return Optional.ofNullable(taken.get(new PersonId(wish.person())))
                .map(ballot -> taken(wish.person(), ballot))
                .orElseThrow(() -> IssuerProblem.NOT_ELIGIBLE.refusal(wish.person()));
    }

    @Override
    public List<Taken> of(String asked) {
        return taken.entrySet().stream()
                .map(one -> taken(one.getKey().value(), one.getValue()))
                .toList();
    }

    private Taken taken(String person, TakenBallot ballot) {
        return new Taken(poll, person, ballot.blinded(), ballot.signature());
    }
}
