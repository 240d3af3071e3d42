package plenum.server.sessions;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import plenum.server.access.Access;
import plenum.server.access.AccessProblem;
import plenum.server.access.SessionPlace;
import plenum.server.access.SessionPlaces;
import plenum.server.access.StrangerProblem;
import plenum.server.attendance.AttendanceCommand;
import plenum.server.hall.Answer;
import plenum.server.hall.Hall;
import plenum.server.hall.HallCommand;
import plenum.server.hall.HallProblem;
import plenum.server.hall.HallViews;
import plenum.server.hall.Lanes;
import plenum.server.hall.Order;
import plenum.server.hall.SessionLane;
import plenum.server.journal.Journal;
import plenum.server.journal.JournalLine;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.Substitute;
import plenum.server.platform.Throttled;
import plenum.server.sitting.SessionState;
import plenum.server.sitting.SittingCommand;
import plenum.server.sitting.SittingEvent.SessionPrepared;
import plenum.server.units.Body;
import plenum.server.units.People;
import plenum.server.units.SessionRules;
import plenum.server.units.UnitDesk;
import plenum.server.units.UnitsProblem;

/** Lists and prepares sessions, and is the HTTP way into the hall. Blocking. */
public final class SessionDesk implements SessionPlaces {
    private static final int KEPT = 10_000;
    /** Sessions that a preview of rules looks through. */
    private static final int UNDER_RULES = 100;

    private final SessionIndex index;
    private final Lanes lanes;
    private final Journal journal;
    private final UnitDesk units;
    private final People people;
    private final InstantSource clock;
    /** Published sessions never become drafts again, nor move to another body. */
    private final Map<SessionId, BodyId> published = new ConcurrentHashMap<>();

    public SessionDesk(
            SessionIndex index, Lanes lanes, Journal journal, UnitDesk units, People people, InstantSource clock) {
        this.index = index;
        this.lanes = lanes;
        this.journal = journal;
        this.units = units;
        this.people = people;
        this.clock = clock;
    }

    /** A row that still says draft may be behind its journal after a crash: then the journal is asked. */
    @Override
    public Optional<SessionPlace> place(SessionId session) {
        var known = published.get(session);
        if (known != null) {
            return Optional.of(new SessionPlace(known, false, index.invited(session)));
        }
        var found = index.find(session).map(this::place);
        found.filter(place -> !place.draft()).ifPresent(place -> {
            if (published.size() >= KEPT) {
                published.clear();
            }
            published.put(session, place.body());
        });
        return found;
    }

    private SessionPlace place(SessionRow row) {
        if (!row.draft()) {
            return new SessionPlace(row.bodyId(), false, index.invited(row.sessionId()));
        }
        var hall = lanes.lane(row.sessionId()).hall();
        index.follow(hall);
        return SessionPlace.of(hall);
    }

    /** Sessions of the actor's bodies; filtered in the query, so that no page betrays what was left out. */
    SessionPage list(Actor actor, Optional<BodyId> only, Optional<String> before, int limit) {
        var control = new HashSet<BodyId>();
        var others = new HashSet<BodyId>();
        for (var body : bodies(actor)) {
            var audiences = Access.audiences(actor.rolesIn(body));
            if (only.isPresent() && !only.get().equals(body)) {
                continue;
            }
            if (audiences.contains(Audience.CONTROL)) {
                control.add(body);
            } else if (!audiences.isEmpty()) {
                others.add(body);
            }
        }
        var rows = index.page(
                new SessionIndex.Reader(control, others, actor.person(), only.orElse(null)), before, limit + 1);
        var shown = rows.stream()
                .limit(limit)
                .map(row -> SessionSummary.of(row, roles(actor, row)))
                .toList();
        return new SessionPage(shown, rows.size() > limit ? rows.get(limit - 1).place() : null);
    }

    private static Set<Role> roles(Actor actor, SessionRow row) {
        return new SessionPlace(row.bodyId(), row.draft(), row.people()).roles(actor);
    }

    /** Sessions of the body that are not ended, with the version of the rules that they have; newest first. */
    public List<SessionRules> underRules(BodyId body) {
        return index
                .page(new SessionIndex.Reader(Set.of(body), Set.of(), null, null), Optional.empty(), UNDER_RULES)
                .stream()
                .filter(row -> row.state() != SessionState.ENDED)
                .map(row -> underRules(lanes.lane(row.sessionId()).hall()))
                .toList();
    }

    private static SessionRules underRules(Hall hall) {
        var facts = hall.sittings();
        var begun = facts.state() == SessionState.RUNNING;
        return new SessionRules(hall.session(), facts.title(), facts.rules().version(), begun);
    }

    private static Set<BodyId> bodies(Actor actor) {
        return actor.grants().stream()
                .filter(grant ->
                        grant.role() != Role.SYSTEM_ADMIN && !grant.role().ofUnit())
                .map(Grant::scope)
                .map(BodyId::new)
                .collect(Collectors.toSet());
    }

    SessionSummary summary(Actor actor, SessionId session) {
        return index.find(session)
                .map(row -> SessionSummary.of(row, roles(actor, row)))
                .orElseThrow(() -> StrangerProblem.SESSIONS_NO_SUCH_SESSION.refusal("no such session: " + session));
    }

    /** The same request again gives the same session, also when it was cut off in between. */
    public SessionSummary prepare(Actor actor, NewSession wanted) {
        var roles = Access.permit(actor, "prepareSession", wanted.bodyId());
        var source = Optional.ofNullable(wanted.cloneFrom()).map(from -> source(actor, from));
        var lane = lanes.prepare(wanted.sessionId(), actor, prepared(wanted));
        if (!lane.hall().bodyId().equals(wanted.bodyId())) {
            throw HallProblem.SESSION_EXISTS.refusal("session " + wanted.sessionId() + " is of another body");
        }
        index.follow(lane.hall());
        source.ifPresent(from -> copy(actor, from, lane));
        return index.find(wanted.sessionId())
                .map(row -> SessionSummary.of(row, roles))
                .orElseThrow();
    }

    private SessionPrepared prepared(NewSession wanted) {
        var body = units.body(wanted.bodyId());
        var today = units.today();
        return new SessionPrepared(
                body.bodyId(),
                body.name(),
                body.unitId(),
                units.unit(body.unitId()).name(),
                wanted.title(),
                wanted.number(),
                wanted.kind(),
                units.rules(body.bodyId(), today),
                units.members(body.bodyId(), today),
                body.kind() == Body.Kind.COMMITTEE ? BodyKind.COMMITTEE : null);
    }

    /** Hidden items are copied too: only who may see them may copy. */
    private Hall source(Actor actor, SessionId from) {
        var roles = Access.enter(actor, place(from));
        if (!Access.audiences(roles).contains(Audience.CONTROL)) {
            throw AccessProblem.NOT_PERMITTED.refusal("cloneFrom needs to be secretary or chair there");
        }
        return lanes.lane(from).hall();
    }

    private static void copy(Actor actor, Hall source, SessionLane lane) {
        var copying = new Copying(lane.session());
        var orders = Copying.open(copying.orders(source.agenda().items()), lane.hall());
        var answers = orders.stream()
                .map(order -> lane.submit(new Order(copying.commandOf(order), actor, new HallCommand.OfAgenda(order))))
                .toList();
        answers.forEach(answer -> {
            var unused = done(answer.await());
        });
    }

    /** @throws plenum.server.kernel.Refusal when the hall refuses */
    long command(Order order, SessionId session) {
        return done(lanes.lane(session).submit(order).await());
    }

    /**
     * Gives a session that has not begun the rules that hold for its body today.
     *
     * @param version that the secretary has seen; refused when another holds now
     */
    long takeRules(Actor actor, CommandId id, SessionId session, int version) {
        var lane = lanes.lane(session);
        var rules = units.rules(lane.hall().bodyId(), units.today());
        if (rules.version() != version) {
            throw UnitsProblem.RULES_CHANGED.refusal("in force is " + rules.version() + ", asked for " + version);
        }
        return command(new Order(id, actor, new HallCommand.OfSitting(new SittingCommand.TakeRules(rules))), session);
    }

    /** People who may take an absent member's place: the body's guests, by name. */
    List<People.Person> guests(SessionId session) {
        return units.guests(lanes.lane(session).hall().bodyId());
    }

    /** Sends one of the body's guests in the place of a member; the name is the register's. */
    long sendSubstitute(
            Actor actor, CommandId id, SessionId session, SittingId sitting, PersonId member, PersonId who) {
        var hall = lanes.lane(session).hall();
        var guest = units.guests(hall.bodyId()).stream()
                .filter(one -> one.personId().equals(who))
                .findFirst()
                .orElseThrow(() -> StrangerProblem.IDENTITY_NO_SUCH_PERSON.refusal("not a guest of the body: " + who));
        var substitute = new Substitute(
                who, guest.name(), guest.title(), member, hall.roster().nameOf(member));
        var command = new AttendanceCommand.SendSubstitute(sitting, substitute);
        return command(new Order(id, actor, new HallCommand.OfAttendance(command)), session);
    }

    private static long done(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done.seq();
            case Answer.Refused refused -> throw refusal(refused.problem());
        };
    }

    private static RuntimeException refusal(Problem problem) {
        return switch (problem.code().kind()) {
            case TOO_MANY, UNAVAILABLE -> new Throttled(problem, Duration.ofSeconds(1));
            default -> new Refusal(problem);
        };
    }

    StateAndMe state(PersonId person, Set<Role> roles, SessionId session, Audience audience) {
        if (!Access.audiences(roles).contains(audience)) {
            throw AccessProblem.NOT_PERMITTED.refusal("not in the audience " + audience);
        }
        var hall = lanes.lane(session).hall();
        return new StateAndMe(hall.seq(), clock.instant(), HallViews.parts(hall, audience), HallViews.me(hall, person));
    }

    List<Member> members(SessionId session) {
        return lanes.lane(session).hall().roster().members();
    }

    JournalPage journal(SessionId session, long after, int limit) {
        var hall = lanes.lane(session).hall();
        var lines = journal.lines(session, after, limit).stream()
                .filter(line -> line.seq() <= hall.seq())
                .map(line -> HallViews.line(hall, line))
                .toList();
        var names = names(hall, lines);
        var entries = lines.stream()
                .map(line -> JournalPage.Entry.of(line, names.get(line.by())))
                .toList();
        return new JournalPage(entries, hall.seq());
    }

    private Map<String, String> names(Hall hall, List<JournalLine> lines) {
        var names = new LinkedHashMap<String, String>();
        var writers = lines.stream().map(line -> new PersonId(line.by())).collect(Collectors.toSet());
        people.find(writers).forEach((id, person) -> names.put(id.value(), person.name()));
        writers.stream()
                .flatMap(id -> hall.roster().find(id).stream())
                .forEach(member -> names.put(member.personId().value(), member.name()));
        return names;
    }
}
