package plenum.server.ballots;

import java.util.HashSet;
import java.util.Optional;
import plenum.server.ballots.PollCommand.EditSheet;
import plenum.server.ballots.PollCommand.NameTellers;
import plenum.server.ballots.PollCommand.PreparePoll;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.Decision;
import plenum.server.kernel.Matter;
import plenum.server.kernel.Problem;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SheetKind;

/** The rules before the first sheet is handed out: what stands on it and who will count. */
final class Preparing {
    private Preparing() {}

    static Decision prepare(Polls state, PreparePoll prepare, PollRules.Outside outside, int most) {
        if (state.find(prepare.pollId()).isPresent()) {
            return Decision.refuse(PollProblem.POLL_EXISTS, "poll " + prepare.pollId());
        }
        if (!outside.items().get().contains(prepare.itemId())) {
            return Decision.refuse(PollProblem.NO_SUCH_ITEM, "item " + prepare.itemId());
        }
        if (state.polls().size() >= most) {
            return Decision.refuse(PollProblem.TOO_MANY_POLLS, "at most " + most);
        }
        var form = prepare.form();
        var problem = problem(prepare.sheet(), form, outside.rules()).or(() -> repeats(state, prepare));
        return problem.<Decision>map(Decision.Refused::new)
                .orElseGet(() -> Decision.accept(new PollEvent.Prepared(
                        prepare.pollId(), prepare.itemId(), form, prepare.sheet(), prepare.after())));
    }

    private static Optional<Problem> repeats(Polls state, PreparePoll prepare) {
        if (prepare.after() == null) {
            return Optional.empty();
        }
        var before = state.find(prepare.after());
        var again = before.filter(poll -> poll.state() == Poll.State.VOIDED || declaredTie(poll))
                .isPresent();
        return again ? Optional.empty() : because(PollProblem.NOT_REPEATABLE, "poll " + prepare.after());
    }

    private static boolean declaredTie(Poll poll) {
        return poll.state() == Poll.State.DECLARED
                && poll.result() != null
                && poll.result().hasTie();
    }

    static Decision edit(Poll poll, EditSheet edit, PollRules.Outside outside) {
        if (poll.state() != Poll.State.DRAFT) {
            return Decision.refuse(PollProblem.ALREADY_BEGUN, "state " + poll.state());
        }
        if (edit.sheet().equals(poll.sheet())) {
            return Decision.accept();
        }
        var tellers = poll.tellers();
        var problem = problem(edit.sheet(), poll.form(), outside.rules());
        if (problem.isEmpty() && tellers != null && tellers.people().stream().anyMatch(edit.sheet()::names)) {
            return Decision.refuse(PollProblem.TELLER_ON_SHEET, "name other tellers first");
        }
        return problem.<Decision>map(Decision.Refused::new)
                .orElseGet(() -> Decision.accept(new PollEvent.SheetEdited(poll.pollId(), edit.sheet())));
    }

    /** Why a sheet of this form can't be used under the rules. */
    static Optional<Problem> problem(BallotSheet sheet, BallotForm form, RuleSet rules) {
        var matter = rules.matter(sheet.matter());
        if (matter.isEmpty()) {
            return because(PollProblem.NO_SUCH_MATTER, "matter " + sheet.matter());
        }
        if (!allows(rules, form) || !matter.get().forms().contains(form)) {
            return because(
                    PollProblem.FORM_NOT_ALLOWED, form + " of " + matter.get().forms());
        }
        return form == BallotForm.SECRET_ELECTRONIC && !OnTablets.fits(sheet, matter.get())
                ? because(PollProblem.NOT_ON_TABLETS, sheet.lines().size() + " lines")
                : lines(sheet, matter.get());
    }

    private static boolean allows(RuleSet rules, BallotForm form) {
        return switch (form) {
            case OPEN -> false;
            case SECRET_PAPER -> true;
            case SECRET_ELECTRONIC -> rules.secretElectronic();
        };
    }

    private static Optional<Problem> lines(BallotSheet sheet, Matter matter) {
        var seats = sheet.seats();
        var election = matter.sheet() == SheetKind.ELECTION;
        if (election ? seats == null || seats < 1 || seats > sheet.lines().size() : seats != null) {
            return because(PollProblem.SEATS_OUT_OF_RANGE, "seats " + seats);
        }
        if (matter.sheet() == SheetKind.DECISION && sheet.lines().size() != 1) {
            return because(PollProblem.ONE_LINE_ONLY, sheet.lines().size() + " lines");
        }
        return sheet.namesAnybodyTwice() ? because(PollProblem.TWICE_ON_SHEET, "a person once") : Optional.empty();
    }

    static Decision name(Poll poll, NameTellers name, PollRules.Outside outside) {
        if (poll.state() != Poll.State.DRAFT) {
            return Decision.refuse(PollProblem.ALREADY_BEGUN, "state " + poll.state());
        }
        var problem = tellers(poll, name, outside);
        if (problem.isPresent()) {
            return new Decision.Refused(problem.get());
        }
        var tellers = new Tellers(name.tellers(), name.head(), name.voteId());
        return tellers.equals(poll.tellers())
                ? Decision.accept()
                : Decision.accept(new PollEvent.TellersNamed(poll.pollId(), tellers));
    }

    private static Optional<Problem> tellers(Poll poll, NameTellers name, PollRules.Outside outside) {
        var people = new HashSet<>(name.tellers());
        var least = outside.rules().tellersLeast();
        if (people.size() < Math.max(2, least)) {
            return because(PollProblem.TOO_FEW_TELLERS, people.size() + " of " + least + " at least");
        }
        if (poll.onTablets() && !OnTablets.fits(people.size())) {
            return because(PollProblem.TOO_MANY_TELLERS, people.size() + " tellers");
        }
        if (!people.stream().allMatch(outside.roster()::has)) {
            return because(PollProblem.NOT_A_MEMBER, "tellers are members of the session");
        }
        if (!people.contains(name.head())) {
            return because(PollProblem.HEAD_NOT_A_TELLER, "person " + name.head());
        }
        if (people.stream().anyMatch(poll.sheet()::names)) {
            return because(PollProblem.TELLER_ON_SHEET, "nobody counts votes for himself");
        }
        return name.voteId() == null || outside.passed().test(name.voteId())
                ? Optional.empty()
                : because(PollProblem.NOT_ELECTED_BY_VOTE, "vote " + name.voteId());
    }

    private static Optional<Problem> because(PollProblem problem, String detail) {
        return Optional.of(problem.because(detail));
    }
}
