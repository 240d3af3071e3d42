package plenum.server.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plenum.server.access.Access;
import plenum.server.hall.CommandCodec;
import plenum.server.hall.Order;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.Audience;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.SittingId;
import plenum.server.units.People;

/** The desk's operations of openapi.yaml. */
public final class SessionRoutes {
    private final SessionDesk desk;
    private final CommandCodec commands;

    private record CommandFrame(CommandId id, String name, JsonNode data) {}

    private record Done(CommandId id, long seq) {}

    public SessionRoutes(SessionDesk desk, CommandCodec commands) {
        this.desk = desk;
        this.commands = commands;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "sessions", this::sessions,
                "prepareSession",
                        request -> Reply.created(desk.prepare(request.actor(), request.body(NewSession.class))),
                "session", request -> desk.summary(request.actor(), session(request)),
                "sessionState", this::state,
                "command", this::command,
                "takeRules", this::takeRules,
                "sessionMembers", request -> desk.members(session(request)),
                "sessionGuests", request -> new Guests(desk.guests(session(request))),
                "sendSubstitute", this::sendSubstitute,
                "journal", this::journal);
    }

    private Object sessions(Request request) {
        return desk.list(request.actor(), request.optional("bodyId").map(BodyId::new), request.optional("before"), (int)
                request.number("limit"));
    }

    private Object state(Request request) {
        var audience = Audience.valueOf(request.text("as").toUpperCase(Locale.ROOT));
        return desk.state(request.actor().person(), request.roles(), session(request), audience);
    }

    /** First read, then judged: a name without a row cannot be asked for. */
    private Object command(Request request) {
        var frame = request.body(CommandFrame.class);
        var command = commands.read(frame.name(), frame.data());
        Access.permit(request.actor(), frame.name(), command, request.roles());
        return new Done(frame.id(), desk.command(new Order(frame.id(), request.actor(), command), session(request)));
    }

    private record Taking(CommandId id, int version) {}

    private Object takeRules(Request request) {
        var wanted = request.body(Taking.class);
        return new Done(wanted.id(), desk.takeRules(request.actor(), wanted.id(), session(request), wanted.version()));
    }

    /** The schema SessionGuests. */
    private record Guests(List<People.Person> guests) {}

    private record Sending(CommandId id, PersonId substituteId) {}

    private Object sendSubstitute(Request request) {
        var wanted = request.body(Sending.class);
        var seq = desk.sendSubstitute(
                request.actor(),
                wanted.id(),
                session(request),
                new SittingId(request.text("sittingId")),
                new PersonId(request.text("personId")),
                wanted.substituteId());
        return new Done(wanted.id(), seq);
    }

    private Object journal(Request request) {
        return desk.journal(session(request), request.number("after"), (int) request.number("limit"));
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }
}
