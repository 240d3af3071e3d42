package plenum.server.hall;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Agenda;
import plenum.server.agenda.AgendaEvent;
import plenum.server.attendance.Attendance;
import plenum.server.attendance.AttendanceEvent;
import plenum.server.attendance.Presence;
import plenum.server.attendance.RollCall;
import plenum.server.ballots.PollEvent;
import plenum.server.ballots.Polls;
import plenum.server.checkpoint.CheckpointEvent;
import plenum.server.checkpoint.Checkpoints;
import plenum.server.floor.Floor;
import plenum.server.floor.FloorEvent;
import plenum.server.follow.Follow;
import plenum.server.follow.FollowEvent;
import plenum.server.journal.BrokenJournal;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.Actor;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.Roster;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.Substitute;
import plenum.server.points.Line;
import plenum.server.points.PointEvent;
import plenum.server.points.Points;
import plenum.server.recording.Recording;
import plenum.server.recording.RecordingEvent;
import plenum.server.room.Chat;
import plenum.server.room.ChatEvent;
import plenum.server.room.Microphones;
import plenum.server.room.Room;
import plenum.server.room.RoomEvent;
import plenum.server.room.SendRights;
import plenum.server.room.Station;
import plenum.server.screen.Screen;
import plenum.server.screen.ScreenEvent;
import plenum.server.sitting.Sitting;
import plenum.server.sitting.SittingEvent;
import plenum.server.sitting.SittingEvent.SessionPrepared;
import plenum.server.sitting.Sittings;
import plenum.server.stage.Stage;
import plenum.server.stage.StageEvent;
import plenum.server.voting.Voting;
import plenum.server.voting.VotingEvent;

/**
 * A session's whole state: the fold of its journal. A part that an entry does not touch stays the same object.
 *
 * @param seq of the newest entry
 * @param at time of the newest entry
 */
public record Hall(
        SessionId session,
        long seq,
        Instant at,
        Sittings sittings,
        Agenda agenda,
        Attendance attendance,
        Floor floor,
        Voting voting,
        Polls polls,
        Screen screen,
        Room room,
        Chat chat,
        Stage stage,
        Recording recording,
        Follow follow,
        Points points,
        Checkpoints checkpoints,
        Recent recent) {
    /** Each event belongs to one of these. */
    private static final List<Class<? extends SessionEvent>> PARTS = List.of(
            SittingEvent.class,
            AgendaEvent.class,
            AttendanceEvent.class,
            FloorEvent.class,
            VotingEvent.class,
            PollEvent.class,
            ScreenEvent.class,
            RoomEvent.class,
            ChatEvent.class,
            StageEvent.class,
            RecordingEvent.class,
            FollowEvent.class,
            PointEvent.class,
            CheckpointEvent.class);

    /** The state after a journal's first entry. @throws BrokenJournal when that is another event */
    public static Hall start(SessionId session, JournalEntry first) {
        if (!(first.event() instanceof SessionPrepared prepared)) {
            throw new BrokenJournal(session, "does not begin with session.prepared");
        }
        return new Hall(
                session,
                first.seq(),
                first.at(),
                Sittings.prepared(prepared),
                Agenda.EMPTY,
                Attendance.NONE,
                Floor.EMPTY,
                Voting.NONE,
                Polls.NONE,
                Screen.AUTOMATIC,
                Room.NONE,
                Chat.NONE,
                Stage.NONE,
                Recording.NONE,
                Follow.NONE,
                Points.NONE,
                Checkpoints.NONE,
                noted(Recent.NONE, first));
    }

    public BodyId bodyId() {
        return sittings.bodyId();
    }

    /** Not published yet. */
    public boolean draft() {
        return sittings.publishedAt() == null;
    }

    /** People of the session's points. */
    public Set<PersonId> invited() {
        return points.people();
    }

    /** Roles in the session's body; who is invited to a point of a published session is a guest of it. */
    public Set<Role> roles(Actor actor) {
        var roles = actor.rolesIn(bodyId());
        if (!draft() && points.invites(actor.person())) {
            roles.add(Role.GUEST);
        }
        return roles;
    }

    /** The sitting whose roll is called: the open one, else the next, else the last. */
    public Optional<Sitting> rolled() {
        return Conferring.roll(this);
    }

    public Roster roster() {
        return sittings.roster();
    }

    public RuleSet rules() {
        return sittings.rules();
    }

    /** The quorum in delegates. */
    public long quorumNeeded(SittingId sitting) {
        var quorum = rules().quorum();
        return switch (quorum.base()) {
            case TOTAL_MEMBERS -> quorum.needed(total(sitting));
            case PRESENT, BALLOTS_ISSUED, BALLOTS_COLLECTED, BALLOTS_VALID -> quorum.needed(present(sitting));
        };
    }

    /** Total number of members on the sitting's day. */
    public int total(SittingId sitting) {
        return sittings.find(sitting)
                .map(one -> rules().totalMembersOn(one.date()))
                .orElse(rules().totalMembers());
    }

    /** Total number of members in the sitting that is open, or comes next, or was the last. */
    public int total() {
        var all = sittings.sittings();
        return sittings.open()
                .or(() -> all.stream()
                        .filter(sitting -> sitting.state() == Sitting.State.PLANNED)
                        .findFirst())
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()))
                .map(sitting -> total(sitting.sittingId()))
                .orElse(rules().totalMembers());
    }

    public long present(SittingId sitting) {
        return rollCall(sitting).count(Presence.PRESENT);
    }

    /** Presence approved in the open sitting. */
    public boolean present(PersonId person) {
        return sittings.open()
                .filter(sitting -> rollCall(sitting.sittingId()).presence(person) == Presence.PRESENT)
                .isPresent();
    }

    /** Substitutes whose presence in the open sitting is approved, by name. */
    public List<Substitute> substitutesPresent() {
        return sittings.open().stream()
                .flatMap(sitting -> rollCall(sitting.sittingId()).substitutes().values().stream())
                .filter(one -> present(one.personId()))
                .sorted(Comparator.comparing(Substitute::name)
                        .thenComparing(one -> one.personId().value()))
                .toList();
    }

    /** Everybody who was sent in a member's place to a sitting that has not ended, once, by name. */
    public List<Substitute> substitutesSent() {
        return sittings.sittings().stream()
                .filter(sitting -> sitting.state() != Sitting.State.ENDED)
                .flatMap(sitting -> rollCall(sitting.sittingId()).substitutes().values().stream())
                .sorted(Comparator.comparing(Substitute::name)
                        .thenComparing(one -> one.personId().value()))
                .collect(Collectors.toMap(Substitute::personId, one -> one, (first, next) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** The person's seat in another's place: in the open sitting, else in the newest that has one. */
    public Optional<Substitute> substitute(PersonId person) {
        var all = sittings.sittings().reversed().stream();
        return Stream.concat(sittings.open().stream(), all)
                .flatMap(sitting -> rollCall(sitting.sittingId()).substitute(person).stream())
                .findFirst();
    }

    /** Everybody who takes another's place in some sitting. */
    Set<PersonId> substitutes() {
        return attendance.rollCalls().values().stream()
                .flatMap(call -> call.substitutes().values().stream())
                .map(Substitute::personId)
                .collect(Collectors.toSet());
    }

    /** Who has the floor. */
    public @Nullable PersonId speaker() {
        return floor.speech() == null ? null : floor.speech().personId();
    }

    /** Who may be given the floor: who is present, and who speaks for a meeting room that is connected. */
    boolean maySpeak(PersonId person) {
        return present(person) || isMeetingRoom(person);
    }

    /**
     * Whether the person is in the online room for several people in front of one computer; where the session has
     * points, for one of them.
     */
    boolean isMeetingRoom(PersonId person) {
        return room.people()
                .participant(person)
                .filter(one -> one.as() == Station.KIOSK)
                .filter(one ->
                        points.points().isEmpty() || points.ofTechnician(person).isPresent())
                .isPresent();
    }

    /** Who may talk in the room where microphones are not free. */
    public Set<PersonId> talkers() {
        var talkers = new HashSet<>(stage.dialogue());
        if (room.settings().microphones() == Microphones.CALLED) {
            talkers.addAll(stage.called());
        }
        if (floor.speech() != null) {
            talkers.add(floor.speech().personId());
        }
        return Set.copyOf(talkers);
    }

    /** What the person may send in the room now. */
    public SendRights sendRights(PersonId person) {
        return room.permission(person, talkers());
    }

    /** Whom all see large: the director's choice, else the pinned person, else who has the floor, if in the room. */
    public @Nullable PersonId onStage() {
        return stage.person().filter(room::has).orElseGet(() -> room.stage(speaker()));
    }

    public RollCall rollCall(SittingId sitting) {
        return attendance.of(sitting);
    }

    public Hall apply(JournalEntry entry) {
        var event = entry.event();
        if (PARTS.stream().noneMatch(part -> part.isInstance(event))) {
            throw new BrokenJournal(session, "no part for " + event);
        }
        var when = entry.at();
        return new Hall(
                session,
                entry.seq(),
                when,
                event instanceof SittingEvent one ? sittings.apply(one, when) : sittings,
                event instanceof AgendaEvent one ? agenda.apply(one, when) : agenda,
                event instanceof AttendanceEvent one ? attendance.apply(one, when) : attendance,
                event instanceof FloorEvent one ? floor.apply(one, when) : floor,
                event instanceof VotingEvent one ? voting.apply(one, when, entry.seq()) : voting,
                event instanceof PollEvent one ? polls.apply(one, when) : polls,
                event instanceof ScreenEvent one ? screen.apply(one) : screen,
                event instanceof RoomEvent one ? room.apply(one, when) : room,
                event instanceof ChatEvent one ? chat.apply(one, when) : chat,
                event instanceof StageEvent one ? stage.apply(one, when) : stage,
                event instanceof RecordingEvent one ? recording.apply(one, when) : recording,
                event instanceof FollowEvent one ? follow.apply(one, when) : follow,
                points(event, when),
                event instanceof CheckpointEvent one ? checkpoints.apply(one) : checkpoints,
                noted(recent, entry));
    }

    /** A point's line is its technician's way into the room and out of it. */
    private Points points(SessionEvent event, Instant at) {
        return switch (event) {
            case PointEvent.Assigned assigned -> seated(points.apply(assigned, at), assigned, at);
            case PointEvent one -> points.apply(one, at);
            case RoomEvent.Joined joined -> points.line(joined.personId(), Line.IN, at);
            case RoomEvent.Left left -> out(left, at);
            case RoomEvent.Removed removed -> points.line(removed.personId(), Line.LEFT, at);
            case RoomEvent.Closed unused -> points.roomClosed(at);
            default -> points;
        };
    }

    private Points out(RoomEvent.Left left, Instant at) {
        return room.has(left.personId())
                ? points.line(left.personId(), left.lost() ? Line.LOST : Line.LEFT, at)
                : points;
    }

    /** Who is in the room already is there for the point from now on. */
    private Points seated(Points next, PointEvent.Assigned assigned, Instant at) {
        var person = assigned.technician().personId();
        var isNew = points.find(assigned.pointId())
                .filter(point -> point.hasTechnician(person))
                .isEmpty();
        return isNew && room.has(person) ? next.line(person, Line.IN, at) : next;
    }

    private static Recent noted(Recent recent, JournalEntry entry) {
        return entry.cmd().map(id -> recent.plus(entry.by(), id, entry.seq())).orElse(recent);
    }
}
