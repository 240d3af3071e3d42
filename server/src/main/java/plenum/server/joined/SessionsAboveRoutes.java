package plenum.server.joined;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.access.StrangerProblem;
import plenum.server.documents.FileAnswer;
import plenum.server.documents.FileName;
import plenum.server.documents.PaperProblem;
import plenum.server.documents.StoredPaper;
import plenum.server.hall.PointRights;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.Actor;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.UnitId;
import plenum.server.platform.Sha256;
import plenum.server.points.PointProblem;
import plenum.server.units.People;
import plenum.server.units.UnitDesk;

/**
 * The operations of openapi.yaml by which people of this server read sessions of the one above and answer for points.
 */
public final class SessionsAboveRoutes {
    private final SessionsAbove sessions;
    private final PointDeeds deeds;
    private final ServerKey key;
    private final UnitDesk units;
    private final BooleanSupplier connected;
    private final InstantSource clock;

    /** @param connected whether the server above can be reached now */
    public SessionsAboveRoutes(
            SessionsAbove sessions,
            PointDeeds deeds,
            ServerKey key,
            UnitDesk units,
            BooleanSupplier connected,
            InstantSource clock) {
        this.sessions = sessions;
        this.deeds = deeds;
        this.key = key;
        this.units = units;
        this.connected = connected;
        this.clock = clock;
    }

    private record Rows(List<Row> sessions) {}

    private record Row(
            String sessionId,
            String title,
            String bodyName,
            String unitName,
            String state,
            List<SharedSession.Sitting> sittings,
            Instant at) {
        static Row of(SessionsAbove.Kept kept) {
            var one = kept.session();
            return new Row(
                    one.sessionId(),
                    one.title(),
                    one.bodyName(),
                    one.unitName(),
                    one.state(),
                    one.sittings(),
                    kept.at());
        }
    }

    private record View(SharedSession session, Instant at, boolean connected, List<String> papersHere, List<Own> own) {}

    /** A point that concerns the person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Own(
            String pointId,
            boolean administers,
            boolean looksAfter,
            @Nullable PersonId technicianId,
            @Nullable Word reply,
            @Nullable Word roll) {}

    private enum Fate {
        WAITING,
        DONE,
        REFUSED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Word(
            Fate fate,
            Instant at,
            @Nullable String code,
            @Nullable String title) {
        static @Nullable Word of(PointDeeds.@Nullable Deed deed) {
            if (deed == null) return null;
            var fate = deed.code() != null ? Fate.REFUSED : deed.seq() != null ? Fate.DONE : Fate.WAITING;
            return new Word(fate, deed.at(), deed.code(), deed.title());
        }
    }

    private record Candidates(List<People.Person> people) {}

    private record Named(
            String name,
            @Nullable String position,
            boolean leader,
            @Nullable PersonId personId) {}

    private record Assigning(
            CommandId id, PersonId technicianId, @Nullable String phone, List<Named> attendees, int expected) {}

    private record Refusing(CommandId id, String reason) {}

    private record Counting(CommandId id, int present, List<String> leaders) {}

    public Map<String, Operation> operations() {
        return Map.of(
                "sessionsAbove", this::list,
                "sessionAbove", this::view,
                "paperAbove", this::paper,
                "pointPeopleAbove", this::people,
                "assignPointAbove", this::assign,
                "refusePointAbove", this::refuse,
                "reportPointAbove", this::report);
    }

    // reading ------------------------------------------------------------------------------------------------

    private Object list(Request request) {
        return new Rows(sessions.all().stream()
                .filter(kept -> own(request.actor(), kept.session()).findAny().isPresent())
                .map(Row::of)
                .toList());
    }

    private Object view(Request request) {
        var kept = permitted(request);
        var session = kept.session().at(clock.millis());
        var here = session.papers()
                .filter(paper -> sessions.bytes(paper).isPresent())
                .map(SharedSession.Paper::paperId)
                .toList();
        var own = own(request.actor(), session)
                .map(point -> own(request.actor(), session, point))
                .toList();
        return new View(session, kept.at(), connected.getAsBoolean(), here, own);
    }

    private Own own(Actor actor, SharedSession session, SharedSession.Place point) {
        var said = deeds.of(session.sessionId(), point.pointId());
        var technician = said.flatMap(PointDeeds.OfPoint::assignment)
                .map(PointDeeds.Deed::technicianId)
                .orElse(null);
        return new Own(
                point.pointId(),
                administers(actor, point),
                actor.person().equals(technician),
                technician,
                Word.of(said.map(PointDeeds.OfPoint::reply).orElse(null)),
                Word.of(said.map(PointDeeds.OfPoint::roll).orElse(null)));
    }

    private Object paper(Request request) {
        var id = request.text("paperId");
        var paper = permitted(request)
                .session()
                .at(clock.millis())
                .papers()
                .filter(one -> one.paperId().equals(id))
                .findFirst();
        var stored = paper.flatMap(one -> sessions.bytes(one)
                .map(file -> new StoredPaper(
                        file, one.bytes(), new Sha256(one.sha256()), FileName.of(one.fileName()), false)));
        return FileAnswer.of(request, stored.orElseThrow(() -> PaperProblem.NO_SUCH_PAPER.refusal("paper " + id)));
    }

    // points -------------------------------------------------------------------------------------------------

    private Object people(Request request) {
        return new Candidates(people(administered(request)));
    }

    private List<People.Person> people(SharedSession.Place point) {
        return units.people(new UnitId(point.unitId()));
    }

    private Object assign(Request request) {
        var point = administered(request);
        var wanted = request.body(Assigning.class);
        var known = new HashMap<PersonId, People.Person>();
        people(point).forEach(person -> known.put(person.personId(), person));
        var attendees = wanted.attendees().stream()
                .map(one -> new SharedSession.Sent(
                        one.personId() == null
                                ? one.name()
                                : named(known, one.personId()).name(),
                        Objects.requireNonNullElse(one.position(), ""),
                        one.leader()))
                .toList();
        var technician = named(known, wanted.technicianId());
        var wish = new PointWish.Assign(
                PointDeeds.outside(key, technician.personId()),
                technician.name(),
                wanted.phone(),
                attendees,
                wanted.expected());
        var sent = wanted.attendees().stream()
                .map(Named::personId)
                .filter(Objects::nonNull)
                .toList();
        return say(request, point, wanted.id(), wish, technician.personId(), sent);
    }

    private static People.Person named(Map<PersonId, People.Person> known, PersonId person) {
        return Optional.ofNullable(known.get(person))
                .orElseThrow(() -> PointProblem.NOT_OF_THE_UNIT.refusal("person " + person));
    }

    private Object refuse(Request request) {
        var point = administered(request);
        var wanted = request.body(Refusing.class);
        return say(request, point, wanted.id(), new PointWish.Refuse(wanted.reason()), null, List.of());
    }

    /** By the point's technician, of the sitting that is open as far as is known here, or the next. */
    private Object report(Request request) {
        var session = permitted(request).session();
        var point = point(request, session);
        var person = request.actor().person();
        if (!own(request.actor(), session, point).looksAfter()) {
            throw PointProblem.NOT_YOUR_POINT.refusal("its technician is another");
        }
        var sitting = session.rolled().orElseThrow(() -> PointProblem.NO_SITTING.refusal("no sitting"));
        var wanted = request.body(Counting.class);
        var wish = new PointWish.Report(
                PointDeeds.outside(key, person),
                request.actor().name(),
                sitting.sittingId(),
                wanted.present(),
                wanted.leaders());
        return say(request, point, wanted.id(), wish, null, List.of());
    }

    private Reply say(
            Request request,
            SharedSession.Place point,
            CommandId id,
            PointWish wish,
            @Nullable PersonId technician,
            List<PersonId> people) {
        var by = request.actor().person();
        deeds.say(request.text("sessionId"), point.pointId(), id, wish, by, technician, people);
        return Reply.nothing(204);
    }

    // rights -------------------------------------------------------------------------------------------------

    /** To whom it is nothing, the session does not exist. */
    private SessionsAbove.Kept permitted(Request request) {
        return Optional.of(request.text("sessionId"))
                .flatMap(sessions::find)
                .filter(kept -> own(request.actor(), kept.session()).findAny().isPresent())
                .orElseThrow(() -> StrangerProblem.SESSIONS_NO_SUCH_SESSION.refusal("no such session above"));
    }

    private SharedSession.Place administered(Request request) {
        return Optional.of(point(request, permitted(request).session()))
                .filter(point -> administers(request.actor(), point))
                .orElseThrow(() -> PointProblem.NO_SUCH_POINT.refusal("point " + request.text("pointId")));
    }

    private SharedSession.Place point(Request request, SharedSession session) {
        var id = request.text("pointId");
        return own(request.actor(), session)
                .filter(point -> point.pointId().equals(id))
                .findFirst()
                .orElseThrow(() -> PointProblem.NO_SUCH_POINT.refusal("point " + id));
    }

    /** Points whose unit the actor administers, also from above, and those to which the actor is sent. */
    private Stream<SharedSession.Place> own(Actor actor, SharedSession session) {
        return session.points().stream()
                .filter(point ->
                        administers(actor, point) || sent(actor.person(), session.sessionId(), point.pointId()));
    }

    private static boolean administers(Actor actor, SharedSession.Place point) {
        return PointRights.administered(actor)
                .map(UnitId::value)
                .anyMatch(unit -> unit.equals(point.unitId()) || point.above().contains(unit));
    }

    private boolean sent(PersonId person, String session, String point) {
        return deeds.of(session, point)
                .flatMap(PointDeeds.OfPoint::assignment)
                .filter(deed ->
                        person.equals(deed.technicianId()) || deed.people().contains(person))
                .isPresent();
    }
}
