package plenum.server.minutes;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import plenum.server.ballots.Poll;
import plenum.server.form.OfficialDocument;
import plenum.server.hall.Hall;
import plenum.server.hall.Lanes;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.Matter;
import plenum.server.kernel.PollId;
import plenum.server.kernel.SessionId;

/** Prints the papers of secret ballots; they are made of the journal's state each time and not kept. */
public final class PollPaperRoutes {
    private final Lanes lanes;
    private final InstantSource clock;

    public PollPaperRoutes(Lanes lanes, InstantSource clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    public Map<String, Operation> operations() {
        return Map.of("ballotSheet", this::sheet, "countMinutes", this::minutes);
    }

    private Object sheet(Request request) throws IOException {
        var hall = hall(request);
        var poll = poll(hall, request);
        if (poll.onTablets()) throw MinutesProblem.NO_SUCH_POLL.refusal("its ballots are on tablets");
        return pdf(new PollPapers(hall, poll, matter(hall, poll)).sheet(clock.instant()), "phieu");
    }

    private Object minutes(Request request) throws IOException {
        var hall = hall(request);
        var poll = poll(hall, request);
        var result = poll.result();
        var reckoning = poll.reckoning();
        var tellers = poll.tellers();
        if (result == null || tellers == null || reckoning.isEmpty()) {
            throw MinutesProblem.NOT_COUNTED.refusal("state " + poll.state());
        }
        var papers = new PollPapers(hall, poll, matter(hall, poll));
        return pdf(papers.minutes(result, reckoning.get(), tellers), "bien-ban-kiem-phieu");
    }

    private Hall hall(Request request) {
        return lanes.lane(new SessionId(request.text("sessionId"))).hall();
    }

    private static Poll poll(Hall hall, Request request) {
        var id = new PollId(request.text("pollId"));
        return hall.polls().find(id).orElseThrow(() -> MinutesProblem.NO_SUCH_POLL.refusal("poll " + id));
    }

    /** As it was when sheets were handed out; of a draft, as it is now. */
    private static Matter matter(Hall hall, Poll poll) {
        return poll.issue() != null
                ? poll.issue().matter()
                : hall.rules()
                        .matter(poll.sheet().matter())
                        .orElseThrow(() -> MinutesProblem.NO_SUCH_POLL.refusal(
                                "matter " + poll.sheet().matter()));
    }

    private static Reply pdf(OfficialDocument document, String name) throws IOException {
        var out = new ByteArrayOutputStream();
        document.writeTo(out);
        return Reply.bytes(200, Buffer.buffer(out.toByteArray()), "application/pdf")
                .with("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .with("Cache-Control", "private, no-store")
                .with("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'self'");
    }
}
