package plenum.server.booth;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.ballots.BoxPhase;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.Poll;
import plenum.server.ballots.PollProblem;
import plenum.server.hall.Hall;
import plenum.server.hall.Lanes;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.issuer.Issuer;
import plenum.server.issuer.IssuerProblem;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.secret.Definition;
import plenum.server.secret.PollStatus;
import plenum.server.secret.Published;

/** What an electronic poll gives out beside the views: operations tagged {@code secret} in openapi.yaml. */
public final class BoothRoutes {
    private static final Set<Role> CONTROL = EnumSet.of(Role.SECRETARY, Role.CHAIR);

    private final Lanes lanes;
    private final PollFollower follower;

    /** Schema PollProgress. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(BoxPhase phase, int issued, @Nullable Long cast, boolean reachable) {}

    /** Schema PollBoard. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Board(String definition, @Nullable String ballots, String result, String signature) {}

    record Token(String signed) {}

    public BoothRoutes(Lanes lanes, PollFollower follower) {
        this.lanes = lanes;
        this.follower = follower;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "pollDefinition", this::definition,
                "pollToken", this::token,
                "pollProgress", this::progress,
                "pollBoard", this::board,
                "pollBoardFile", this::file);
    }

    private Object definition(Request request) {
        var text = defined(poll(request)).text().getBytes(StandardCharsets.UTF_8);
        return Reply.bytes(200, Buffer.buffer(text), "text/plain; charset=utf-8")
                .with("Cache-Control", "private, no-store");
    }

    /** Signs what the journal has, so that the same ballot comes out however often it is asked for. */
    private Object token(Request request) {
        var poll = poll(request);
        var person = request.actor().person();
        var electronic = electronic(poll);
        var ballot = electronic.taken().get(person);
        if (ballot == null) throw PollProblem.NOT_TAKEN.refusal("person " + person);
        if (electronic.phase() != BoxPhase.ISSUE || poll.state() != Poll.State.ISSUING) {
            throw IssuerProblem.CLOSED.refusal("phase " + electronic.phase());
        }
        var defined = defined(poll);
        var issuer = issuer(poll, defined);
        var signed = issuer.issue(person.value(), defined.hash(), bytes(ballot.blinded()), bytes(ballot.signature()));
        return new Token(Base64.getEncoder().encodeToString(signed));
    }

    private Issuer issuer(Poll poll, Electronic.Defined defined) {
        var definition = Definition.read(defined.text().getBytes(StandardCharsets.UTF_8));
        return new Issuer(
                definition,
                DefinitionWriter.electorate(defined.electorate()),
                follower.issuers(),
                new JournalledTakers(definition.poll(), electronic(poll).taken()));
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private Object progress(Request request) {
        var poll = poll(request);
        var electronic = electronic(poll);
        var seen = follower.seen(session(request), poll.pollId());
        return new Progress(electronic.phase(), electronic.issued(), cast(electronic, seen), seen.isPresent());
    }

    private static @Nullable Long cast(Electronic electronic, Optional<PollStatus> seen) {
        return switch (electronic.phase()) {
            case CAST, CLOSING, TALLIED, CHECK -> seen.map(PollStatus::cast).orElse(null);
            case PREPARING, ISSUE, FINAL, VOID -> null;
        };
    }

    private Object board(Request request) {
        var poll = poll(request);
        var published = published(request, poll);
        var all = mayHaveBallots(request, poll)
                || isEligible(poll, request.actor().person());
        return new Board(
                published.definition(), all ? published.ballots() : null, published.result(), published.signature());
    }

    private Object file(Request request) {
        var poll = poll(request);
        var published = published(request, poll);
        if (!mayHaveBallots(request, poll)) throw IssuerProblem.BOARD_NOT_PUBLIC.refusal("more than one line");
        return Reply.bytes(200, Buffer.buffer(published.zip()), "application/zip")
                .with("Content-Disposition", "attachment; filename=\"phieu-" + poll.pollId() + ".zip\"")
                .with("Cache-Control", "private, no-store");
    }

    private Published published(Request request, Poll poll) {
        var early = isInside(request, poll) && electronic(poll).root() != null;
        if (poll.state() == Poll.State.VOIDED || !(early || poll.published())) {
            throw IssuerProblem.NO_BOARD.refusal("state " + poll.state());
        }
        return follower.boards()
                .find(BoxName.of(session(request), poll.pollId()))
                .orElseThrow(() -> IssuerProblem.NO_BOARD.refusal("not kept"));
    }

    private static boolean isInside(Request request, Poll poll) {
        return request.roles().stream().anyMatch(CONTROL::contains)
                || poll.counts(request.actor().person());
    }

    /** Sheets with many lines could carry an agreed pattern: not for everybody. */
    private static boolean mayHaveBallots(Request request, Poll poll) {
        return poll.sheet().lines().size() == 1 || isInside(request, poll);
    }

    private static boolean isEligible(Poll poll, PersonId person) {
        return poll.issue() != null && poll.issue().eligible().contains(person);
    }

    private static Electronic electronic(Poll poll) {
        return Objects.requireNonNull(poll.electronic());
    }

    private static Electronic.Defined defined(Poll poll) {
        return Optional.ofNullable(electronic(poll).defined())
                .orElseThrow(() -> IssuerProblem.NO_SUCH_POLL.refusal("no definition yet"));
    }

    /** One that has begun and is electronic; others do not exist here. */
    private Poll poll(Request request) {
        Hall hall = lanes.lane(session(request)).hall();
        var id = new PollId(request.text("pollId"));
        return hall.polls()
                .find(id)
                .filter(poll -> poll.electronic() != null)
                .orElseThrow(() -> IssuerProblem.NO_SUCH_POLL.refusal("poll " + id));
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }
}
