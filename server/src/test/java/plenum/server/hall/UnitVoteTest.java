package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.BallotRules;
import plenum.server.kernel.Base;
import plenum.server.kernel.Matter;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.Share;
import plenum.server.kernel.SheetKind;
import plenum.server.kernel.TieRule;
import plenum.server.kernel.UnitId;
import plenum.server.points.Attendee;
import plenum.server.points.Invitation;
import plenum.server.points.PointCommand;
import plenum.server.points.Technician;
import plenum.server.voting.Choice;
import plenum.server.voting.Outcome;
import plenum.server.voting.VotingCommand;
import plenum.server.voting.VotingProblem;

/**
 * A vote in a conference of four units in which each unit has one answer: head and technician of one, two of others.
 */
class UnitVoteTest {
    private static final Share HALF = new Share(1, 2, true, Base.PRESENT);
    private static final Actor HEAD = person("quang-van-moi");
    private static final Actor KY = person("lo-van-ky");
    private static final Actor HOA = person("luong-thi-hoa");
    private static final Actor CLERK = person("can-bo-van-phong");

    private final Scenario scenario = new Scenario(6, rules()).running(1); // no quorum of members

    @BeforeEach
    void conference() {
        scenario.must(scenario.ask(Scenario.CHAIR, new AgendaCommand.OpenItem(Scenario.BUDGET)));
        done(
                Scenario.SECRETARY,
                new PointCommand.InvitePoints(Stream.of("na-sang", "muong-pon", "sin-thau", "leng-su-sin")
                        .map(UnitVoteTest::invitation)
                        .toList()));
        assigned(
                "na-sang",
                KY,
                new Attendee("Quàng Văn Mới", "Chủ tịch UBND xã", true, HEAD.person()),
                new Attendee("Cà Văn Phòng", "", false, CLERK.person()));
        assigned("muong-pon", HOA);
        done(Scenario.SECRETARY, new PointCommand.RefusePoint(new PointId("sin-thau"), "Mất điện"));
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void eachUnitHasOneAnswerWhoeverOfItsPeopleGivesIt() {
        open("hoi-y-kien");
        done(KY, cast(Choice.AGAINST));
        assertThat(own(HEAD).choice()).isEqualTo(Choice.AGAINST);
        done(HEAD, cast(Choice.FOR));
        assertThat(own(KY).choice()).isEqualTo(Choice.FOR);
        done(Scenario.CHAIR, new VotingCommand.CloseVote(Scenario.VOTE));
        var vote = shown(Audience.CONTROL);
        assertThat(vote.eligible()).isEqualTo(2);
        assertThat(vote.baseSize()).isEqualTo(2);
        assertThat(vote.result()).isEqualTo(new VoteView.Result(1, 0, 0, 1, 0, Outcome.FAILED, null));
        assertThat(vote.ballots()).extracting(VoteView.BallotOf::name).containsExactly("Xã na-sang");
    }

    @Test
    void whereABallotCannotBeChangedTheSecondAnswerOfAUnitIsRefused() {
        open("hoi-mot-lan");
        done(HEAD, cast(Choice.FOR));
        refused(KY, cast(Choice.AGAINST), VotingProblem.ALREADY_CAST);
        done(HOA, cast(Choice.FOR));
        done(Scenario.CHAIR, new VotingCommand.CloseVote(Scenario.VOTE));
        assertThat(shown(Audience.CONTROL).result())
                .isEqualTo(new VoteView.Result(2, 0, 0, 0, 0, Outcome.PASSED, null));
    }

    @Test
    void onlyWhoSpeaksForAUnitAnswersAndNoMemberDoes() {
        open("hoi-y-kien");
        refused(CLERK, cast(Choice.FOR), HallProblem.NOT_YOUR_DUTY);
        refused(Scenario.delegate(1), cast(Choice.FOR), VotingProblem.NOT_ELIGIBLE);
        refused(person("nguoi-la"), cast(Choice.FOR), HallProblem.NO_SUCH_SESSION);
    }

    @Test
    void secretariesSeeWhichUnitsHaveAnsweredAndEnterAnAnswerForOne() {
        open("hoi-y-kien");
        done(HOA, cast(Choice.FOR));
        var vote = shown(Audience.CONTROL);
        assertThat(vote.units()).extracting(VoteView.OfUnit::name).containsExactly("Xã na-sang", "Xã muong-pon");
        assertThat(vote.voters()).containsExactly(HOA.person().value());
        assertThat(shown(Audience.GUEST).units()).isNull();
        assertThat(shown(Audience.GUEST).byUnits()).isTrue();
        refused(
                Scenario.SECRETARY,
                new VotingCommand.EnterBallot(Scenario.VOTE, KY.person(), Choice.FOR, "Máy hỏng"),
                VotingProblem.NOT_ELIGIBLE);
        done(
                Scenario.SECRETARY,
                new VotingCommand.EnterBallot(Scenario.VOTE, HEAD.person(), Choice.FOR, "Gọi điện báo"));
        done(Scenario.CHAIR, new VotingCommand.CountersignEntry(Scenario.VOTE, HEAD.person(), Choice.FOR));
        assertThat(shown(Audience.CONTROL).voters())
                .containsExactly(HEAD.person().value(), HOA.person().value());
    }

    @Test
    void aMatterIsAskedOfUnitsOnlyWhereTheRulesSaySoAndOnlyWithUnits() {
        prepare(Matter.RESOLUTION);
        assertThat(shown(Audience.CONTROL).askable()).isNull();
        refused(Scenario.CHAIR, openToUnits(), VotingProblem.NOT_BY_UNITS);
        done(Scenario.SECRETARY, new VotingCommand.DropVote(Scenario.VOTE));
        prepare("hoi-y-kien");
        assertThat(shown(Audience.CONTROL).askable()).isTrue();
        for (var unit : List.of("na-sang", "muong-pon")) {
            done(Scenario.SECRETARY, new PointCommand.RefusePoint(new PointId(unit), "Mất điện"));
        }
        refused(Scenario.SECRETARY, openToUnits(), VotingProblem.NO_UNITS);
    }

    @Test
    void whoAnswersForAUnitIsToldOfItsBallotAndOthersAreNot() {
        open("hoi-y-kien");
        assertThat(HallViews.touched(scenario.heard.getLast())).contains(HEAD.person(), KY.person(), HOA.person());
        done(KY, cast(Choice.FOR));
        assertThat(HallViews.touched(scenario.heard.getLast()))
                .contains(HEAD.person(), KY.person())
                .doesNotContain(HOA.person());
    }

    @Test
    void allOutlivesARestart() {
        open("hoi-y-kien");
        done(KY, cast(Choice.FOR));
        try (var again = scenario.restarted(new MemorySnapshots())) {
            assertThat(again.lane(Scenario.SESSION).hall().voting())
                    .isEqualTo(scenario.hall().voting());
        }
    }

    private static RuleSet rules() {
        var plain = Scenario.rules(6);
        return plain.with(BallotRules.of(List.of(
                Matter.resolution(plain.pass(), true),
                consultation("hoi-y-kien", true),
                consultation("hoi-mot-lan", false))));
    }

    private static Matter consultation(String code, boolean allowChange) {
        return new Matter(
                code,
                "Lấy ý kiến",
                SheetKind.DECISION,
                List.of(BallotForm.OPEN),
                List.of(new BallotOption(OptionCode.FOR, "Đồng ý"), new BallotOption(OptionCode.AGAINST, "Không")),
                HALF,
                List.of(),
                TieRule.FAILS,
                allowChange,
                false,
                false,
                "Quy chế làm việc",
                true);
    }

    private void prepare(String matter) {
        done(
                Scenario.SECRETARY,
                new VotingCommand.PrepareVote(Scenario.VOTE, Scenario.BUDGET, "Thời điểm gieo cấy", matter));
    }

    private void open(String matter) {
        prepare(matter);
        done(Scenario.SECRETARY, openToUnits());
    }

    private static VotingCommand openToUnits() {
        return new VotingCommand.OpenVote(Scenario.VOTE, null, true);
    }

    private static VotingCommand cast(Choice choice) {
        return new VotingCommand.CastBallot(Scenario.VOTE, choice);
    }

    private MeView.OfVote own(Actor actor) {
        return HallViews.me(scenario.hall(), actor.person()).ballots().getFirst();
    }

    private VoteView shown(Audience audience) {
        var hall = scenario.hall();
        return VoteView.of(hall, hall.voting().find(Scenario.VOTE).orElseThrow(), audience);
    }

    private static Invitation invitation(String unit) {
        return new Invitation(new PointId(unit), new UnitId(unit), "Xã " + unit, 1, List.of(new UnitId("11")));
    }

    private void assigned(String unit, Actor technician, Attendee... attendees) {
        done(
                Scenario.SECRETARY,
                new PointCommand.AssignPoint(
                        new PointId(unit),
                        new Technician(technician.person(), technician.name(), null),
                        List.of(attendees),
                        20));
    }

    private static Actor person(String id) {
        return new Actor(new PersonId(id), id, List.of());
    }

    private void done(Actor actor, PointCommand command) {
        scenario.must(scenario.ask(actor, new HallCommand.OfPoints(command)));
    }

    private void done(Actor actor, VotingCommand command) {
        scenario.must(scenario.ask(actor, command));
    }

    private void refused(Actor actor, VotingCommand command, Problem.Code code) {
        assertThat(scenario.ask(actor, command))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
