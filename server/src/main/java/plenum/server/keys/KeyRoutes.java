package plenum.server.keys;

import java.util.Map;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/** The desk's operations of openapi.yaml. */
public final class KeyRoutes {
    private final KeyDesk desk;
    private final VotingReadiness readiness;

    private record Whom(String personId) {}

    public KeyRoutes(KeyDesk desk, VotingReadiness readiness) {
        this.desk = desk;
        this.readiness = readiness;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "beginPairing",
                this::begin,
                "pairTablet",
                this::pair,
                "pairedTablets",
                request -> desk.tablets(session(request)),
                "ownVotingKeys",
                request -> desk.own(request.actor(), session(request)),
                "revokeVotingKey",
                this::revoke,
                "votingReadiness",
                request -> readiness.report(session(request)));
    }

    private Object begin(Request request) {
        var person = new PersonId(request.body(Whom.class).personId());
        return desk.begin(request.actor(), session(request), person);
    }

    private Object pair(Request request) {
        return desk.pair(request.actor(), session(request), request.body(KeyDesk.NewKey.class), request.address());
    }

    private Object revoke(Request request) {
        var person = new PersonId(request.text("personId"));
        desk.revoke(request.actor(), session(request), person, request.text("keyId"), request.address());
        return Reply.nothing(204);
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }
}
