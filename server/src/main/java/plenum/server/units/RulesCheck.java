package plenum.server.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.Base;
import plenum.server.kernel.Matter;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.Share;
import plenum.server.kernel.SheetKind;
import plenum.server.kernel.TotalFrom;
import plenum.server.units.RulesFault.Kind;

/** Finds what is wrong with a draft of rules; pure. */
final class RulesCheck {
    private final List<RulesFault> faults = new ArrayList<>();
    private final RulesDraft draft;
    private final Body.Kind body;

    private RulesCheck(RulesDraft draft, Body.Kind body) {
        this.draft = draft;
        this.body = body;
    }

    /**
     * @param members on the day from which the draft is valid
     * @return in the order of the draft; none: it may come into force
     */
    static List<RulesFault> faults(RulesDraft draft, Body.Kind body, LocalDate today, int members) {
        var check = new RulesCheck(draft, body);
        check.head(today);
        check.matters();
        check.totals();
        check.numbers(members);
        return List.copyOf(check.faults);
    }

    private void fault(boolean wrong, String path, Kind kind) {
        if (wrong) {
            faults.add(new RulesFault(path, kind));
        }
    }

    private void head(LocalDate today) {
        fault(draft.citation().isBlank(), "citation", Kind.CITATION_EMPTY);
        fault(draft.validFrom().isBefore(today), "validFrom", Kind.BEGINS_IN_PAST);
        fault(unreachable(draft.quorum()), "quorum", Kind.SHARE_UNREACHABLE);
        fault(draft.quorum().base() != Base.TOTAL_MEMBERS, "quorum", Kind.QUORUM_BASE);
    }

    private static boolean unreachable(Share share) {
        return share.strict() ? share.numerator() >= share.denominator() : share.numerator() > share.denominator();
    }

    private void matters() {
        var matters = draft.ballots().matters();
        fault(
                matters.stream().noneMatch(matter -> matter.code().equals(Matter.RESOLUTION)),
                "ballots.matters",
                Kind.NO_RESOLUTION);
        var codes = new HashSet<String>();
        for (var at = 0; at < matters.size(); at++) {
            var path = "ballots.matters." + at + ".";
            fault(!codes.add(matters.get(at).code()), path + "code", Kind.CODE_TWICE);
            matter(path, matters.get(at));
        }
    }

    private void matter(String path, Matter matter) {
        fault(matter.name().isBlank(), path + "name", Kind.NAME_EMPTY);
        fault(matter.citation().isBlank(), path + "citation", Kind.CITATION_EMPTY);
        fault(unreachable(matter.pass()), path + "pass", Kind.SHARE_UNREACHABLE);
        fault(!fits(matter.sheet(), codes(matter)), path + "options", Kind.OPTIONS_UNFIT);
        labels(path, matter.options());
        fault(
                matter.sheet() != SheetKind.DECISION && matter.forms().contains(BallotForm.OPEN),
                path + "forms",
                Kind.FORM_UNFIT);
        fault(
                matter.code().equals(Matter.RESOLUTION)
                        && (matter.sheet() != SheetKind.DECISION
                                || !matter.forms().contains(BallotForm.OPEN)),
                path + "forms",
                Kind.RESOLUTION_FORM);
        fault(!unitsFit(matter), path + "byUnits", Kind.UNITS_UNFIT);
        fault(!tieFits(matter), path + "tie", Kind.TIE_UNFIT);
        findings(path, matter);
    }

    private static List<OptionCode> codes(Matter matter) {
        return matter.options().stream().map(BallotOption::code).toList();
    }

    private static boolean fits(SheetKind sheet, List<OptionCode> options) {
        var given = Set.copyOf(options);
        var both = EnumSet.of(OptionCode.FOR, OptionCode.AGAINST);
        return given.size() == options.size()
                && switch (sheet) {
                    case DECISION ->
                        given.equals(both)
                                || given.equals(EnumSet.of(OptionCode.FOR, OptionCode.AGAINST, OptionCode.ABSTAIN));
                    case ELECTION -> given.equals(EnumSet.of(OptionCode.FOR));
                    case APPROVAL -> given.equals(both);
                    case RATING -> given.equals(EnumSet.of(OptionCode.HIGH, OptionCode.MEDIUM, OptionCode.LOW));
                    case CONFIDENCE -> given.equals(EnumSet.of(OptionCode.CONFIDENT, OptionCode.NOT_CONFIDENT));
                };
    }

    private void labels(String path, List<BallotOption> options) {
        var seen = new HashSet<String>();
        for (var at = 0; at < options.size(); at++) {
            var label = options.get(at).label().strip();
            fault(label.isEmpty(), path + "options." + at, Kind.LABEL_EMPTY);
            fault(!label.isEmpty() && !seen.add(label), path + "options." + at, Kind.LABEL_TWICE);
        }
    }

    private boolean unitsFit(Matter matter) {
        return !matter.askedOfUnits()
                || body == Body.Kind.COMMITTEE
                        && matter.forms().contains(BallotForm.OPEN)
                        && !matter.code().equals(Matter.RESOLUTION);
    }

    private boolean tieFits(Matter matter) {
        return switch (matter.tie()) {
            case FAILS -> true;
            case CHAIR_SIDE -> body == Body.Kind.COMMITTEE && matter.sheet() == SheetKind.DECISION;
            case RUN_OFF -> matter.sheet() == SheetKind.ELECTION;
        };
    }

    private void findings(String path, Matter matter) {
        var findings = matter.findings();
        var codes = codes(matter);
        for (var at = 0; at < findings.size(); at++) {
            var finding = findings.get(at);
            var here = path + "findings." + at;
            fault(finding.words().isBlank(), here, Kind.NAME_EMPTY);
            fault(unreachable(finding.share()), here, Kind.SHARE_UNREACHABLE);
            fault(!codes.contains(finding.option()), here, Kind.FINDING_OPTION);
        }
    }

    /** Two totals that begin on one day: nobody could say which holds. */
    private void totals() {
        var count = draft.ballots().totals().stream()
                .collect(Collectors.groupingBy(TotalFrom::from, Collectors.counting()));
        var totals = draft.ballots().totals();
        for (var at = 0; at < totals.size(); at++) {
            var same = count.getOrDefault(totals.get(at).from(), 0L);
            fault(same > 1, "ballots.totals." + at, Kind.TOTAL_TWICE);
        }
    }

    private void numbers(int members) {
        var ballots = draft.ballots();
        fault(ballots.tellersLeast() > members, "ballots.tellersLeast", Kind.MORE_THAN_MEMBERS);
        fault(ballots.secretLeast() > members, "ballots.secretLeast", Kind.MORE_THAN_MEMBERS);
        fault(
                ballots.substitutesVote() && body == Body.Kind.COUNCIL,
                "ballots.substitutesVote",
                Kind.SUBSTITUTES_IN_COUNCIL);
    }
}
