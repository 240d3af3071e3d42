package plenum.server.kernel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of decision and how the body takes it.
 *
 * @param code {@code resolution}; {@code [a-z-]{2,40}}, once in a rule set
 * @param forms those that are allowed, at least one; the first is the usual one
 * @param options in the order of the ballot
 * @param pass of the ballots for (or of confidence); without meaning for a {@link SheetKind#RATING}, see findings
 * @param showLive the counts may be shown while the vote is open
 * @param blankValid a ballot without any mark is valid
 * @param citation the text that the rule comes from
 * @param byUnits true: in a conference each invited unit may have one answer instead of each member; absent: never
 */
public record Matter(
        String code,
        String name,
        SheetKind sheet,
        List<BallotForm> forms,
        List<BallotOption> options,
        Share pass,
        List<Finding> findings,
        TieRule tie,
        boolean allowChange,
        boolean showLive,
        boolean blankValid,
        String citation,
        @Nullable Boolean byUnits) {
    /** The matter that every body has: what a vote is about when nothing else is said. */
    public static final String RESOLUTION = "resolution";

    public Matter {
        forms = List.copyOf(forms);
        options = List.copyOf(options);
        findings = List.copyOf(findings);
    }

    /** Answered by each member. */
    public Matter(
            String code,
            String name,
            SheetKind sheet,
            List<BallotForm> forms,
            List<BallotOption> options,
            Share pass,
            List<Finding> findings,
            TieRule tie,
            boolean allowChange,
            boolean showLive,
            boolean blankValid,
            String citation) {
        this(code, name, sheet, forms, options, pass, findings, tie, allowChange, showLive, blankValid, citation, null);
    }

    /** Whether each invited unit may have one answer instead of each member. */
    public boolean askedOfUnits() {
        return Boolean.TRUE.equals(byUnits);
    }

    /** Resolutions of a body that says nothing about matters. */
    public static Matter resolution(Share pass, boolean allowChange) {
        return new Matter(
                RESOLUTION,
                "Thông qua nghị quyết",
                SheetKind.DECISION,
                List.of(BallotForm.OPEN),
                List.of(
                        new BallotOption(OptionCode.FOR, "Tán thành"),
                        new BallotOption(OptionCode.AGAINST, "Không tán thành"),
                        new BallotOption(OptionCode.ABSTAIN, "Không biểu quyết")),
                pass,
                List.of(),
                TieRule.FAILS,
                allowChange,
                false,
                false,
                "");
    }

    /** The form that is taken when nothing else is said. */
    public BallotForm usualForm() {
        return forms.getFirst();
    }

    public Optional<BallotOption> option(OptionCode option) {
        return options.stream().filter(one -> one.code() == option).findFirst();
    }
}
