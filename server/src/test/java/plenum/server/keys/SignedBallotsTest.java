package plenum.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.testkit.House.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.agenda.AgendaCommand;
import plenum.server.hall.Answer;
import plenum.server.hall.HallCommand;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.VoteId;
import plenum.server.notary.Verifier;
import plenum.server.platform.Json;
import plenum.server.sitting.SittingCommand;
import plenum.server.testkit.Council;
import plenum.server.testkit.House;
import plenum.server.voting.Ballot;
import plenum.server.voting.BallotSignature;
import plenum.server.voting.Choice;
import plenum.server.voting.VotingCommand;

/** Open ballots that tablets sign, in a real session. */
final class SignedBallotsTest {
    private static final String KEYS = "/api/sessions/" + Council.SESSION + "/voting-keys";
    private static final String TITLE = "Thông qua dự toán \"năm 2027\" \\ lần 2";
    private static House house;
    private static Council council;
    private static Tablet tablet;
    private static Tablet other;
    private static int votes;
    private VoteId vote;

    @BeforeAll
    static void twoTabletsArePaired() {
        house = new House(Map.of());
        council = new Council(house);
        council.planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 8), council.now())
                .item("ngan-sach", "Dự toán ngân sách", false)
                .published()
                .rollCall("sang", 60)
                .must(Council.SECRETARY, new SittingCommand.OpenSitting(new SittingId("sang"), null))
                .must(Council.SECRETARY, new AgendaCommand.OpenItem(new ItemId("ngan-sach")));
        tablet = new Tablet();
        other = new Tablet();
        pair("d2", tablet);
        pair("d3", other);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void openAVote() {
        vote = new VoteId("bq-" + ++votes);
        council.must(Council.SECRETARY, new VotingCommand.PrepareVote(vote, new ItemId("ngan-sach"), TITLE))
                .must(Council.CHAIR, new VotingCommand.OpenVote(vote, null));
    }

    @Test
    void aSignedBallotIsTakenShownAsSignedAndCheckedByWhoeverHasTheExport(@TempDir Path directory) throws IOException {
        done(cast(2, signed(tablet, 1, Choice.FOR)));
        done(cast(2, signed(tablet, 2, Choice.AGAINST)));
        done(cast(3, signed(other, 1, Choice.FOR)));
        done(cast(4, new VotingCommand.CastBallot(vote, Choice.FOR)));
        assertThat(cast()).hasSize(4).noneMatch(data -> data.has("signature") || data.has("choice"));
        closed();
        assertThat(cast()).filteredOn(data -> data.has("signature")).hasSize(3);
        var ballots = Json.tree(
                        house.as("secretary", "GET", "/api/sessions/" + Council.SESSION + "/state?as=control", "")
                                .body())
                .at("/parts/voting/votes/" + (votes - 1) + "/ballots");
        assertThat(ballots.at("/0/signed").asBoolean()).isTrue();
        assertThat(ballots.at("/0/choice").asText()).isEqualTo("AGAINST");
        assertThat(ballots.at("/2/signed").isMissingNode()).isTrue();

        var zip = directory.resolve("nhat-ky.zip");
        Files.write(zip, export());
        assertThat(new Verifier().run(zip.toString()).said())
                .contains("ĐÚNG")
                .containsPattern("signed by tablets: [3-9]");
    }

    @Test
    void nothingOfWhatWasSignedCanBeAnother() {
        var good = signed(tablet, 1, Choice.FOR);
        assertThat(refused(2, with(good, Choice.AGAINST))).isEqualTo(KeyProblem.BAD_SIGNATURE);
        var turned = new BallotSignature(
                tablet.publicKey(),
                2,
                good.signature() == null ? "" : good.signature().value());
        assertThat(refused(2, new VotingCommand.CastBallot(vote, Choice.FOR, turned)))
                .isEqualTo(KeyProblem.BAD_SIGNATURE);
        assertThat(refused(3, good)).as("another person").isEqualTo(KeyProblem.KEY_NOT_PAIRED);
        var ofAnotherVote = new VotingCommand.CastBallot(new VoteId("bq-0"), Choice.FOR, good.signature());
        assertThat(refused(2, ofAnotherVote)).isEqualTo(KeyProblem.BAD_SIGNATURE);
        assertThat(refused(2, signed(new Tablet(), 1, Choice.FOR))).isEqualTo(KeyProblem.KEY_NOT_PAIRED);
        assertThat(refused(2, new VotingCommand.CastBallot(vote, Choice.FOR, new BallotSignature("?", 1, "?"))))
                .isEqualTo(KeyProblem.KEY_NOT_PAIRED);
        done(cast(2, good));
    }

    @Test
    void anOlderBallotSentAgainChangesNothing() {
        done(cast(2, signed(tablet, 1, Choice.FOR)));
        done(cast(2, signed(tablet, 2, Choice.AGAINST)));
        assertThat(refused(2, signed(tablet, 1, Choice.FOR)).toString()).isEqualTo("OLD_BALLOT");
        closed();
        var ballots = council.lanes.lane(Council.SESSION).hall().voting().ballots(vote);
        assertThat(ballots.get(new PersonId("d2"))).extracting(Ballot::choice).isEqualTo(Choice.AGAINST);
    }

    @Test
    void aLostTabletIsRevokedInTheMiddleOfAVote() {
        var lost = new Tablet();
        var id = pair("d5", lost);
        done(cast(5, signed(lost, 1, Choice.FOR)));
        assertThat(house.as("secretary", "DELETE", KEYS + "/d5/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(refused(5, signed(lost, 2, Choice.AGAINST))).isEqualTo(KeyProblem.KEY_NOT_PAIRED);
        closed();
    }

    @Test
    void inManyBallotsOneWrongSignatureRefusesAll() {
        var many = new VotingCommand.CastMany(
                List.of(signed(tablet, 1, Choice.FOR), with(signed(tablet, 1, Choice.FOR), Choice.ABSTAIN)));
        var answer = council.ask(Council.delegate(2), new HallCommand.OfVoting(many));
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        closed();
    }

    @AfterEach
    void noVoteStaysOpen() {
        var open = council.lanes.lane(Council.SESSION).hall().voting().open();
        open.ifPresent(one -> council.must(Council.CHAIR, new VotingCommand.CloseVote(one.voteId())));
    }

    private void closed() {
        council.must(Council.CHAIR, new VotingCommand.CloseVote(vote));
    }

    private VotingCommand.CastBallot signed(Tablet by, int turn, Choice choice) {
        var person = by == tablet ? "d2" : by == other ? "d3" : "d5";
        var text = BallotSignature.text(Council.SESSION, vote, new PersonId(person), turn, choice, TITLE);
        return new VotingCommand.CastBallot(vote, choice, new BallotSignature(by.publicKey(), turn, by.sign(text)));
    }

    private static VotingCommand.CastBallot with(VotingCommand.CastBallot ballot, Choice choice) {
        return new VotingCommand.CastBallot(ballot.voteId(), choice, ballot.signature());
    }

    private static Answer cast(int delegate, VotingCommand.CastBallot ballot) {
        return council.ask(Council.delegate(delegate), new HallCommand.OfVoting(ballot));
    }

    private static void done(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    private static Object refused(int delegate, VotingCommand.CastBallot ballot) {
        return cast(delegate, ballot) instanceof Answer.Refused refused
                ? refused.problem().code()
                : "taken";
    }

    /** What the journal tells the secretary of this vote's ballots. */
    private List<JsonNode> cast() {
        var lines = new ArrayList<JsonNode>();
        var path = "/api/sessions/" + Council.SESSION + "/journal?limit=500";
        Json.tree(house.as("secretary", "GET", path, "").body()).at("/entries").forEach(lines::add);
        return lines.stream()
                .filter(line -> line.at("/type").asText().equals("voting.ballot-cast"))
                .map(line -> line.at("/data"))
                .filter(data -> data.at("/voteId").asText().equals(vote.value()))
                .toList();
    }

    private static byte[] export() {
        try {
            return house.client
                    .send(
                            HttpRequest.newBuilder(house.uri("/api/sessions/" + Council.SESSION + "/journal/export"))
                                    .header("Authorization", "Bearer " + house.token("secretary"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @CanIgnoreReturnValue
    private static String pair(String person, Tablet key) {
        house.newDelegate(person);
        var code = text(
                house.as(
                        "secretary",
                        "POST",
                        "/api/sessions/" + Council.SESSION + "/pairings",
                        Json.text(Map.of("personId", person))),
                "/code");
        var signature = key.sign(KeyDesk.text(Council.SESSION, new PersonId(person), code));
        var paired = house.as(
                person,
                "POST",
                KEYS,
                Json.text(Map.of(
                        "code",
                        code,
                        "publicKey",
                        key.publicKey(),
                        "deviceId",
                        "0".repeat(32),
                        "device",
                        "iPad",
                        "signature",
                        signature)));
        assertThat(paired.statusCode()).as(paired.body()).isEqualTo(200);
        return text(paired, "/keyId");
    }
}
