package plenum.server.keys;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import plenum.server.hall.Hall;
import plenum.server.hall.Lanes;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.Substitute;

/**
 * Who of those present can vote with a tablet at this moment. It says so before a vote and holds up nobody: who cannot
 * is written down by hand, or votes on paper. Blocking.
 */
public final class VotingReadiness {
    private final KeyRing ring;
    private final Lanes lanes;
    private final BiPredicate<SessionId, PersonId> connected;

    /** @param paired with a tablet that signs */
    record OfPerson(String personId, String name, String group, String seat, boolean connected, boolean paired) {}

    /**
     * The schema VotingReadiness.
     *
     * @param signatures the session's rules take signed ballots only
     */
    record Report(boolean signatures, List<OfPerson> present) {}

    /** @param connected whether a device of the person shows the session now */
    public VotingReadiness(KeyRing ring, Lanes lanes, BiPredicate<SessionId, PersonId> connected) {
        this.ring = ring;
        this.lanes = lanes;
        this.connected = connected;
    }

    /** Of the open sitting; nobody while none is open. */
    Report report(SessionId session) {
        var hall = lanes.lane(session).hall();
        return new Report(
                hall.rules().decisions().signedBallots(),
                Stream.concat(
                                hall.roster().members().stream()
                                        .filter(member -> hall.present(member.personId()))
                                        .map(member -> one(hall, member)),
                                voting(hall).map(one -> one(hall, one)))
                        .toList());
    }

    private static Stream<Substitute> voting(Hall hall) {
        return hall.rules().substitutesVote() ? hall.substitutesPresent().stream() : Stream.of();
    }

    private OfPerson one(Hall hall, Substitute one) {
        return new OfPerson(
                one.personId().value(),
                one.named(),
                "",
                "",
                connected.test(hall.session(), one.personId()),
                ring.pairs(one.personId(), hall.bodyId()));
    }

    private OfPerson one(Hall hall, Member member) {
        return new OfPerson(
                member.personId().value(),
                member.name(),
                member.group(),
                member.seat(),
                connected.test(hall.session(), member.personId()),
                ring.pairs(member.personId(), hall.bodyId()));
    }
}
