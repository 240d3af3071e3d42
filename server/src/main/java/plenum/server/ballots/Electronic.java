package plenum.server.ballots;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import plenum.server.kernel.PersonId;

/**
 * An electronic poll between the hall and its ballot box. Who took a ballot is in it; who has cast one is nowhere.
 *
 * @param defined absent while keys are made
 * @param taken who took a ballot; once approvals wait nobody takes one any more
 * @param approvals of steps that are not done yet
 * @param root of the board, Base64; absent before it is counted
 * @param trouble why the box does not follow, as it says itself; absent when it does
 */
public record Electronic(
        @Nullable Defined defined,
        BoxPhase phase,
        PMap<PersonId, TakenBallot> taken,
        List<Approval> approvals,
        @Nullable String root,
        @Nullable String trouble) {
    static final Electronic PREPARING =
            new Electronic(null, BoxPhase.PREPARING, HashTreePMap.empty(), List.of(), null, null);

    private static final int APPROVALS = 2;
    private static final long FINGERPRINTS = 100_000_000;
    private static final int HEX = 16;

    public Electronic {
        approvals = List.copyOf(approvals);
    }

    /**
     * What is decided, by whom and under which keys, fixed for ever.
     *
     * @param text the exact words; tablets, box and approvals name their hash
     * @param hash SHA-256, hexadecimal
     */
    public record Defined(String text, String hash, List<Elector> electorate) {
        public Defined {
            electorate = List.copyOf(electorate);
        }

        /** Eight digits that people compare with the big screen. */
        public String fingerprint() {
            var number = 0L;
            for (var at = 0; at < hash.length(); at++) {
                number = (number * HEX + Character.digit(hash.charAt(at), HEX)) % FINGERPRINTS;
            }
            return "%08d".formatted(number);
        }

        public Optional<Elector> elector(PersonId person) {
            return electorate.stream()
                    .filter(one -> one.personId().equals(person))
                    .findFirst();
        }
    }

    /** Ballots given out. */
    public int issued() {
        return taken.size();
    }

    /** Given out, and safe on the tablet of who took it. */
    public int stored() {
        return (int) taken.values().stream().filter(TakenBallot::stored).count();
    }

    /** The approvals of a step, no more than are needed. */
    public List<Approval> approvalsOf(BoxPhase to) {
        return approvals.stream()
                .filter(approval -> approval.to() == to)
                .limit(APPROVALS)
                .toList();
    }

    public boolean isApproved(BoxPhase to) {
        return approvalsOf(to).size() == APPROVALS;
    }

    boolean isApprovedBy(PersonId teller, BoxPhase to) {
        return approvals.stream()
                .anyMatch(approval -> approval.to() == to && approval.personId().equals(teller));
    }

    Electronic defined(Defined now) {
        return new Electronic(now, phase, taken, approvals, root, null);
    }

    Electronic at(BoxPhase next) {
        var left = approvals.stream().filter(one -> one.to() != next).toList();
        return new Electronic(defined, next, taken, left, root, null);
    }

    Electronic taken(PersonId person, TakenBallot ballot) {
        return new Electronic(defined, phase, taken.plus(person, ballot), approvals, root, trouble);
    }

    Electronic stored(PersonId person) {
        var ballot = taken.get(person);
        return ballot == null ? this : taken(person, ballot.kept());
    }

    Electronic approved(Approval approval) {
        var all = Stream.concat(approvals.stream(), Stream.of(approval)).toList();
        return new Electronic(defined, phase, taken, all, root, trouble);
    }

    Electronic tallied(String newRoot) {
        return new Electronic(defined, phase, taken, approvals, newRoot, null).at(BoxPhase.TALLIED);
    }

    Electronic troubled(@Nullable String words) {
        return new Electronic(defined, phase, taken, approvals, root, words);
    }
}
