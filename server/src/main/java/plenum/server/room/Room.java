package plenum.server.room;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;

/**
 * The session's online room. What it remembers of people ends when it is closed.
 *
 * @param openedAt the last time
 * @param pinned the person that all shall see, who may be lost for a while
 */
public record Room(
        State state,
        @Nullable Instant openedAt,
        Settings settings,
        People people,
        @Nullable PersonId pinned) {
    /** Whether there is a room. */
    public enum State {
        /** Was never opened. */
        NONE,
        OPEN,
        CLOSED
    }

    public static final Room NONE = new Room(State.NONE, null, Settings.NONE, People.NONE, null);

    public boolean open() {
        return state == State.OPEN;
    }

    public boolean has(PersonId person) {
        return people.participant(person).isPresent();
    }

    public Place place(PersonId person) {
        if (has(person)) {
            return Place.IN;
        }
        if (people.knock(person).isPresent()) {
            return Place.WAITING;
        }
        return people.standing(person).admission() == Standing.Admission.REMOVED ? Place.REMOVED : Place.OUT;
    }

    /** What moderators have switched off, also while the person is away. */
    public List<Mute> mutes(PersonId person) {
        return people.standing(person).mutes();
    }

    /** @param talkers who may talk where microphones are not free */
    public SendRights permission(PersonId person, Set<PersonId> talkers) {
        return people.participant(person).map(in -> rights(in, talkers)).orElse(SendRights.NONE);
    }

    /** Whether the microphone of somebody who is not muted is heard. */
    boolean mayTalk(PersonId person, Set<PersonId> talkers) {
        return settings.microphones() == Microphones.FREE
                || people.participant(person).filter(Participant::moderator).isPresent()
                || talkers.contains(person);
    }

    /**
     * Whom all shall see: the pinned person, else the one who has the floor, if in the room; absent: who is heard best.
     */
    public @Nullable PersonId stage(@Nullable PersonId speaker) {
        if (pinned != null && has(pinned)) {
            return pinned;
        }
        return speaker != null && has(speaker) ? speaker : null;
    }

    public Room apply(RoomEvent event, Instant at) {
        return switch (event) {
            case RoomEvent.Opened opened ->
                new Room(State.OPEN, at, new Settings(opened.lobby(), opened.microphones()), People.NONE, null);
            case RoomEvent.Changed changed -> with(settings.with(changed.lobby(), changed.microphones()));
            case RoomEvent.Closed unused ->
                new Room(State.CLOSED, openedAt, settings.locked(false).broadcast(false), People.NONE, null);
            case RoomEvent.Locked unused -> with(settings.locked(true));
            case RoomEvent.Unlocked unused -> with(settings.locked(false));
            case RoomEvent.BroadcastStarted unused -> with(settings.broadcast(true));
            case RoomEvent.BroadcastStopped unused -> with(settings.broadcast(false));
            case RoomEvent.Joined joined ->
                with(people.joined(
                        new Participant(joined.personId(), joined.name(), joined.as(), joined.moderator(), at)));
            case RoomEvent.Knocked knocked ->
                with(people.knocked(new Knock(knocked.personId(), knocked.name(), knocked.as(), at)));
            case RoomEvent.Left left ->
                left.lost()
                        ? with(people.lost(left.personId(), at))
                        : unpinned(left.personId()).with(people.left(left.personId()));
            case RoomEvent.TurnedAway turned -> with(people.left(turned.personId()));
            case RoomEvent.Removed removed -> unpinned(removed.personId()).with(people.removed(removed.personId()));
            case RoomEvent.Muted muted ->
                with(people.muted(List.of(muted.personId()), new Mute(muted.source(), muted.hold())));
            case RoomEvent.AllMuted muted ->
                with(people.muted(muted.persons(), new Mute(muted.source(), muted.hold())));
            case RoomEvent.Unmuted unmuted -> with(people.unmuted(unmuted.personId(), unmuted.source()));
            case RoomEvent.Staged staged -> new Room(state, openedAt, settings, people, staged.personId());
        };
    }

    private SendRights rights(Participant in, Set<PersonId> talkers) {
        var standing = people.standing(in.personId());
        return new SendRights(
                mayTalk(in.personId(), talkers)
                        && standing.mute(Source.MICROPHONE).isEmpty(),
                standing.mute(Source.CAMERA).isEmpty(),
                standing.mute(Source.SCREEN).isEmpty());
    }

    private Room with(Settings next) {
        return new Room(state, openedAt, next, people, pinned);
    }

    private Room with(People next) {
        return new Room(state, openedAt, settings, next, pinned);
    }

    private Room unpinned(PersonId person) {
        return person.equals(pinned) ? new Room(state, openedAt, settings, people, null) : this;
    }
}
