package plenum.server.opinions;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.SessionId;

/** The desk's operations of openapi.yaml. */
public final class OpinionRoutes {
    private final OpinionDesk desk;

    public OpinionRoutes(OpinionDesk desk) {
        this.desk = desk;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "ownOpinions",
                request -> desk.own(request.actor(), session(request)),
                "giveOpinion",
                request -> desk.give(
                        request.actor(),
                        request.address(),
                        session(request),
                        item(request),
                        request.body(OpinionWish.class)),
                "opinionBoard",
                request -> desk.board(session(request)),
                "exportOpinions",
                this::export);
    }

    private Reply export(Request request) {
        var sheet = desk.export(request.actor(), request.address(), session(request), item(request));
        return Reply.bytes(200, Buffer.buffer(sheet), "text/csv; charset=utf-8")
                .with("Content-Disposition", "attachment; filename=\"y-kien.csv\"")
                .with("Cache-Control", "no-store");
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }

    private static ItemId item(Request request) {
        return new ItemId(request.text("itemId"));
    }
}
