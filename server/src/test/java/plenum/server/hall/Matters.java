package plenum.server.hall;

import java.util.Arrays;
import java.util.List;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.BallotRules;
import plenum.server.kernel.Base;
import plenum.server.kernel.Finding;
import plenum.server.kernel.Matter;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.Share;
import plenum.server.kernel.SheetKind;
import plenum.server.kernel.TieRule;

/** Resolutions as the rules say, and matters that are decided by secret ballot. */
final class Matters {
    private Matters() {}

    static RuleSet in(RuleSet rules) {
        return rules.with(BallotRules.of(List.of(
                Matter.resolution(rules.pass(), rules.allowChange()),
                matter("election", SheetKind.ELECTION, Base.TOTAL_MEMBERS, OptionCode.FOR),
                matter("relief", SheetKind.APPROVAL, Base.TOTAL_MEMBERS, OptionCode.FOR, OptionCode.AGAINST),
                matter(
                        "rating",
                        SheetKind.RATING,
                        Base.BALLOTS_COLLECTED,
                        OptionCode.HIGH,
                        OptionCode.MEDIUM,
                        OptionCode.LOW),
                consultation())));
    }

    /** Of which units may be asked. */
    private static Matter consultation() {
        return new Matter(
                "consultation",
                "Lấy ý kiến",
                SheetKind.DECISION,
                List.of(BallotForm.OPEN),
                List.of(new BallotOption(OptionCode.FOR, "Đồng ý"), new BallotOption(OptionCode.AGAINST, "Không")),
                new Share(1, 2, true, Base.PRESENT),
                List.of(),
                TieRule.FAILS,
                true,
                false,
                false,
                "Quy chế làm việc",
                true);
    }

    /** The same where the body has secret electronic ballots, from this many present on. */
    static RuleSet electronic(RuleSet rules, int least) {
        var usual = in(rules).decisions();
        return rules.with(
                new BallotRules(usual.matters(), usual.totals(), false, true, false, usual.tellersLeast(), least));
    }

    /** Of a committee whose substitutes vote. */
    static RuleSet withSubstitutes(RuleSet rules) {
        var ballots = rules.decisions();
        return rules.with(new BallotRules(
                ballots.matters(),
                ballots.totals(),
                ballots.signedBallots(),
                ballots.secretElectronic(),
                true,
                ballots.tellersLeast(),
                ballots.secretLeast()));
    }

    private static Matter matter(String code, SheetKind kind, Base base, OptionCode... options) {
        return new Matter(
                code,
                "Việc " + code,
                kind,
                List.of(BallotForm.SECRET_PAPER, BallotForm.SECRET_ELECTRONIC),
                Arrays.stream(options)
                        .map(option -> new BallotOption(option, option.name()))
                        .toList(),
                new Share(1, 2, true, base),
                kind == SheetKind.RATING
                        ? List.of(new Finding(
                                "may-resign", "có thể xin từ chức", OptionCode.LOW, new Share(1, 2, true, base)))
                        : List.of(),
                TieRule.RUN_OFF,
                false,
                false,
                true,
                "Điều 83");
    }
}
