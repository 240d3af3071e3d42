package plenum.server.hall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Agenda;
import plenum.server.agenda.AgendaEvent;
import plenum.server.attendance.Attendance;
import plenum.server.attendance.AttendanceEvent;
import plenum.server.attendance.Presence;
import plenum.server.attendance.RollCall;
import plenum.server.checkpoint.CheckpointEvent;
import plenum.server.checkpoint.Checkpoints;
import plenum.server.floor.Floor;
import plenum.server.floor.FloorEvent;
import plenum.server.follow.Follow;
import plenum.server.follow.FollowEvent;
import plenum.server.journal.BrokenJournal;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Roster;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.SittingId;
import plenum.server.room.Chat;
import plenum.server.room.ChatEvent;
import plenum.server.room.Room;
import plenum.server.room.RoomEvent;
import plenum.server.screen.Screen;
import plenum.server.screen.ScreenEvent;
import plenum.server.sitting.SittingEvent;
import plenum.server.sitting.SittingEvent.SessionPrepared;
import plenum.server.sitting.Sittings;
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
        Screen screen,
        Room room,
        Chat chat,
        Follow follow,
        Checkpoints checkpoints,
        Recent recent) {

    /** The state after a journal's first entry. @throws BrokenJournal when that is another event */
    public static Hall start(SessionId session, JournalEntry first) {
        if (!(first.event() instanceof SessionPrepared prepared)) {
            throw new BrokenJournal(session, "does not begin with session.prepared");
        }
        return new Hall(
                        session,
                        0,
                        first.at(),
                        Sittings.prepared(prepared),
                        Agenda.EMPTY,
                        Attendance.NONE,
                        Floor.EMPTY,
                        Voting.NONE,
                        Screen.AUTOMATIC,
                        Room.NONE,
                        Chat.NONE,
                        Follow.NONE,
                        Checkpoints.NONE,
                        Recent.NONE)
                .noted(first);
    }

    public BodyId bodyId() {
        return sittings.bodyId();
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
            case TOTAL_MEMBERS -> quorum.needed(rules().totalMembers());
            case PRESENT, BALLOTS_ISSUED, BALLOTS_COLLECTED, BALLOTS_VALID -> quorum.needed(present(sitting));
        };
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

    /** Who has the floor. */
    public @Nullable PersonId speaker() {
        return floor.speech() == null ? null : floor.speech().personId();
    }

    public RollCall rollCall(SittingId sitting) {
        return attendance.of(sitting);
    }

    public Hall apply(JournalEntry entry) {
        var next = switch (entry.event()) {
            case SittingEvent event -> with(sittings.apply(event, entry.at()));
            case AgendaEvent event -> with(agenda.apply(event, entry.at()));
            case AttendanceEvent event -> with(attendance.apply(event, entry.at()));
            case FloorEvent event -> with(floor.apply(event, entry.at()));
            case VotingEvent event -> with(voting.apply(event, entry.at()));
            case ScreenEvent event -> with(screen.apply(event));
            case RoomEvent event -> with(room.apply(event, entry.at()));
            case ChatEvent event -> with(chat.apply(event, entry.at()));
            case FollowEvent event -> with(follow.apply(event, entry.at()));
            case CheckpointEvent event -> with(checkpoints.apply(event));
            default -> throw new BrokenJournal(session, "no part for " + entry.event());
        };
        return next.noted(entry);
    }

    private Hall noted(JournalEntry entry) {
        var known =
                entry.cmd().map(id -> recent.plus(entry.by(), id, entry.seq())).orElse(recent);
        return new Hall(
                session,
                entry.seq(),
                entry.at(),
                sittings,
                agenda,
                attendance,
                floor,
                voting,
                screen,
                room,
                chat,
                follow,
                checkpoints,
                known);
    }

    private Hall with(Sittings next) {
        return new Hall(
                session,
                seq,
                at,
                next,
                agenda,
                attendance,
                floor,
                voting,
                screen,
                room,
                chat,
                follow,
                checkpoints,
                recent);
    }

    private Hall with(Agenda next) {
        return new Hall(
                session,
                seq,
                at,
                sittings,
                next,
                attendance,
                floor,
                voting,
                screen,
                room,
                chat,
                follow,
                checkpoints,
                recent);
    }

    private Hall with(Attendance next) {
        return new Hall(
                session,
                seq,
                at,
                sittings,
                agenda,
                next,
                floor,
                voting,
                screen,
                room,
                chat,
                follow,
                checkpoints,
                recent);
    }

    private Hall with(Floor next) {
        return new Hall(
                session,
                seq,
                at,
                sittings,
                agenda,
                attendance,
                next,
                voting,
                screen,
                room,
                chat,
                follow,
                checkpoints,
                recent);
    }

    private Hall with(Voting next) {
        return new Hall(
                session,
                seq,
                at,
                sittings,
                agenda,
                attendance,
                floor,
                next,
                screen,
                room,
                chat,
                follow,
                checkpoints,
                recent);
    }

    private Hall with(Screen next) {
        return new Hall(
                session,
                seq,
                at,
                sittings,
                agenda,
                attendance,
                floor,
                voting,
                next,
                room,
                chat,
                follow,
                checkpoints,
                recent);
    }

    private Hall with(Room next) {
        return new Hall(
                session,
                seq,
                at,
                sittings,
                agenda,
                attendance,
                floor,
                voting,
                screen,
                next,
                chat,
                follow,
                checkpoints,
                recent);
    }

    private Hall with(Chat next) {
        return new Hall(
                session,
                seq,
                at,
                sittings,
                agenda,
                attendance,
                floor,
                voting,
                screen,
                room,
                next,
                follow,
                checkpoints,
                recent);
    }

    private Hall with(Follow next) {
        return new Hall(
                session,
                seq,
                at,
                sittings,
                agenda,
                attendance,
                floor,
                voting,
                screen,
                room,
                chat,
                next,
                checkpoints,
                recent);
    }

    private Hall with(Checkpoints next) {
        return new Hall(
                session,
                seq,
                at,
                sittings,
                agenda,
                attendance,
                floor,
                voting,
                screen,
                room,
                chat,
                follow,
                next,
                recent);
    }
}
