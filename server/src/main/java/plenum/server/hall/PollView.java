package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.server.ballots.LineOutcome;
import plenum.server.ballots.LineResult;
import plenum.server.ballots.Poll;
import plenum.server.ballots.Reckoning;
import plenum.server.ballots.SheetLine;
import plenum.server.ballots.Tellers;
import plenum.server.kernel.Audience;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.Matter;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Share;
import plenum.server.kernel.SheetKind;

/** A poll as one audience may see it: schema PollView. What one teller keyed is in none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PollView(
        String pollId,
        String itemId,
        String title,
        Poll.State state,
        BallotForm form,
        String matter,
        @Nullable String matterName,
        @Nullable SheetKind sheet,
        @Nullable String citation,
        List<OptionView> options,
        @Nullable Integer seats,
        @Nullable Boolean blankValid,
        List<LineView> lines,
        @Nullable TellersView tellers,
        @Nullable Long issuedAt,
        @Nullable Integer eligible,
        @Nullable Integer totalMembers,
        @Nullable String overrideReason,
        @Nullable Integer issued,
        @Nullable Integer spoiled,
        @Nullable Integer round,
        @Nullable Integer keyed,
        @Nullable Result result,
        @Nullable Long declaredAt,
        @Nullable String voidReason,
        @Nullable String after,
        @Nullable ElectronicView electronic) {

    public record OptionView(OptionCode code, String label) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineView(
            String lineId,
            String name,
            @Nullable String note,
            @Nullable String personId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TellersView(List<Teller> people, @Nullable String voteId) {}

    public record Teller(String personId, String name, boolean head) {}

    /**
     * Schema PollResult.
     *
     * @param rule share of the votes for that a line needs; absent in a rating
     * @param baseSize the number that the rule's share is taken of
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            long countedAt,
            List<String> keyedBy,
            int collected,
            int valid,
            int invalid,
            @Nullable Share rule,
            @Nullable Integer baseSize,
            @Nullable Long needed,
            List<LineResultView> lines) {}

    public record LineResultView(
            String lineId,
            Map<OptionCode, Integer> marks,
            int invalid,
            LineOutcome outcome,
            List<FindingView> findings) {}

    public record FindingView(String code, String words, OptionCode option, Share share, int baseSize, long needed) {}

    static PollView of(Hall hall, Poll poll, Audience audience) {
        var issue = poll.issue();
        var handed = poll.handed();
        var counting = poll.counting();
        var matter = matter(hall, poll);
        return new PollView(
                poll.pollId().value(),
                poll.itemId().value(),
                poll.sheet().title(),
                poll.state(),
                poll.form(),
                poll.sheet().matter(),
                matter == null ? null : matter.name(),
                matter == null ? null : matter.sheet(),
                matter == null ? null : matter.citation(),
                matter == null
                        ? List.of()
                        : matter.options().stream().map(PollView::option).toList(),
                poll.sheet().seats(),
                matter == null ? null : matter.blankValid(),
                poll.sheet().lines().stream().map(PollView::line).toList(),
                poll.tellers() == null ? null : tellers(hall, poll.tellers()),
                issue == null ? null : Stamps.of(issue.at()),
                issue == null ? null : issue.eligible().size(),
                issue == null ? null : issue.totalMembers(),
                issue == null ? null : issue.overrideReason(),
                handed == null ? null : handed.issued(),
                handed == null ? null : handed.spoiled(),
                counting == null ? null : counting.round(),
                counting == null ? null : counting.keyed() == null ? 0 : 1,
                seesResult(poll, audience) ? result(poll) : null,
                Stamps.of(poll.declaredAt()),
                poll.voidReason(),
                poll.after() == null ? null : poll.after().value(),
                ElectronicView.of(hall, poll, audience));
    }

    /**
     * Control as soon as two tellers agree, everybody else when it is declared; of an electronic poll when its board is
     * open.
     */
    static boolean seesResult(Poll poll, Audience audience) {
        return audience == Audience.CONTROL || poll.published();
    }

    private static @Nullable Matter matter(Hall hall, Poll poll) {
        return poll.issue() != null
                ? poll.issue().matter()
                : hall.rules().matter(poll.sheet().matter()).orElse(null);
    }

    private static OptionView option(BallotOption option) {
        return new OptionView(option.code(), option.label());
    }

    private static LineView line(SheetLine line) {
        return new LineView(
                line.lineId().value(),
                line.name(),
                line.note(),
                line.personId() == null ? null : line.personId().value());
    }

    private static TellersView tellers(Hall hall, Tellers tellers) {
        var people = tellers.people().stream()
                .map(person -> new Teller(person.value(), hall.roster().nameOf(person), person.equals(tellers.head())))
                .toList();
        return new TellersView(
                people, tellers.electedBy() == null ? null : tellers.electedBy().value());
    }

    private static @Nullable Result result(Poll poll) {
        return poll.reckoning().map(reckoning -> result(poll, reckoning)).orElse(null);
    }

    private static @Nullable Result result(Poll poll, Reckoning reckoning) {
        var result = poll.result();
        if (result == null) {
            return null;
        }
        var matter = reckoning.issue().matter();
        var rated = matter.sheet() == SheetKind.RATING;
        var base = reckoning.of(matter.pass().base());
        return new Result(
                result.at().toEpochMilli(),
                result.keyedBy().stream().map(PersonId::value).toList(),
                result.count().collected(),
                result.count().valid(),
                result.count().invalid(),
                rated ? null : matter.pass(),
                rated ? null : base,
                rated ? null : matter.pass().needed(base),
                result.lines().stream().map(line -> line(line, reckoning)).toList());
    }

    private static LineResultView line(LineResult line, Reckoning reckoning) {
        var count = reckoning.count().of(line.lineId());
        return new LineResultView(
                line.lineId().value(), count.marks(), count.invalid(), line.outcome(), findings(line, reckoning));
    }

    private static List<FindingView> findings(LineResult line, Reckoning reckoning) {
        return reckoning.issue().matter().findings().stream()
                .filter(finding -> line.findings().contains(finding.code()))
                .map(finding -> {
                    var base = reckoning.of(finding.share().base());
                    return new FindingView(
                            finding.code(),
                            finding.words(),
                            finding.option(),
                            finding.share(),
                            base,
                            finding.share().needed(base));
                })
                .toList();
    }
}
