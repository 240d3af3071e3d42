package plenum.server.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a session was prepared with, copied into its first entry: a later change of the law or of the body's
 * own rules does not touch a session that exists.
 *
 * @param citation the text that the rules come from
 * @param totalMembers total number of delegates at the session's date, where {@link #totals()} says nothing else
 * @param quorum part of the delegates that must be present
 * @param pass votes for that pass a resolution; the same as its matter's
 * @param allowChange a ballot on a resolution may be changed until the vote is closed; the same as its matter's
 * @param speechSeconds usual speaking time
 * @param ballots absent in rules from before there were matters; read it through the methods below
 */
public record RuleSet(
        String ruleSetId,
        int version,
        String citation,
        LocalDate validFrom,
        int totalMembers,
        Share quorum,
        Share pass,
        boolean allowChange,
        int speechSeconds,
        @Nullable BallotRules ballots) {

    /** Rules that say nothing about matters. */
    public RuleSet(
            String ruleSetId,
            int version,
            String citation,
            LocalDate validFrom,
            int totalMembers,
            Share quorum,
            Share pass,
            boolean allowChange,
            int speechSeconds) {
        this(ruleSetId, version, citation, validFrom, totalMembers, quorum, pass, allowChange, speechSeconds, null);
    }

    /** The given ones, or the one matter of resolutions that older rules know. */
    public BallotRules decisions() {
        return ballots != null ? ballots : BallotRules.of(List.of(Matter.resolution(pass, allowChange)));
    }

    public RuleSet with(BallotRules newBallots) {
        return new RuleSet(
                ruleSetId,
                version,
                citation,
                validFrom,
                totalMembers,
                quorum,
                pass,
                allowChange,
                speechSeconds,
                newBallots);
    }

    public List<Matter> matters() {
        return decisions().matters();
    }

    public Optional<Matter> matter(String code) {
        return decisions().matter(code);
    }

    public List<TotalFrom> totals() {
        return decisions().totals();
    }

    /** @param day in Viet Nam */
    public int totalMembersOn(LocalDate day) {
        return decisions().totalOn(day).orElse(totalMembers);
    }

    public boolean signedBallots() {
        return decisions().signedBallots();
    }

    public boolean secretElectronic() {
        return decisions().secretElectronic();
    }

    public boolean substitutesVote() {
        return decisions().substitutesVote();
    }

    public int tellersLeast() {
        return decisions().tellersLeast();
    }

    public int secretLeast() {
        return decisions().secretLeast();
    }
}
