package plenum.server.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionEvent;

/** The rules of the room. */
public final class RoomRules {
    private RoomRules() {}

    /**
     * What the other parts know.
     *
     * @param talkers who may talk where microphones are not free
     * @param expected the sender looks after an invited point and need not knock
     */
    public record Outside(boolean published, boolean ended, Set<PersonId> talkers, boolean expected) {
        public Outside {
            talkers = Set.copyOf(talkers);
        }
    }

    public static Decision decide(Room room, Chat chat, RoomCommand command, Outside outside, Context context) {
        return obstacle(room, command, outside).orElseGet(() -> unobstructed(room, chat, command, outside, context));
    }

    /** The events that end the room. */
    public static List<SessionEvent> close(Room room) {
        return room.open() ? List.of(new RoomEvent.Closed()) : List.of();
    }

    /** The events after which nobody watches from outside. */
    public static List<SessionEvent> stopBroadcast(Room room) {
        return room.settings().broadcast() ? List.of(new RoomEvent.BroadcastStopped()) : List.of();
    }

    /** The events that let one talk who was just given the floor. */
    public static List<SessionEvent> giveVoice(Room room, PersonId person) {
        return room.people().standing(person).mute(Source.MICROPHONE).isPresent()
                ? List.of(new RoomEvent.Unmuted(person, Source.MICROPHONE))
                : List.of();
    }

    private static Optional<Decision> obstacle(Room room, RoomCommand command, Outside outside) {
        if (goesOut(command)) {
            return Optional.empty();
        }
        if (outside.ended) {
            return Optional.of(Decision.refuse(RoomProblem.SESSION_ENDED, "the session has ended"));
        }
        var needsNoRoom = command instanceof RoomCommand.OpenRoom || command instanceof RoomCommand.Unsay;
        return room.open() || needsNoRoom
                ? Optional.empty()
                : Optional.of(Decision.refuse(RoomProblem.NOT_OPEN, "state " + room.state()));
    }

    /** Always possible: who is out already is accepted. */
    private static boolean goesOut(RoomCommand command) {
        return command instanceof RoomCommand.CloseRoom
                || command instanceof RoomCommand.LeaveRoom
                || command instanceof RoomCommand.ReportLost;
    }

    private static Decision unobstructed(Room room, Chat chat, RoomCommand command, Outside outside, Context context) {
        return switch (command) {
            case RoomCommand.OpenRoom open -> open(room, open, outside);
            case RoomCommand.ChangeRoom change -> change(room, change.lobby(), change.microphones());
            case RoomCommand.CloseRoom unused -> Decision.accept(close(room));
            case RoomCommand.LockRoom unused -> lock(room, true);
            case RoomCommand.UnlockRoom unused -> lock(room, false);
            case RoomCommand.StartBroadcast unused -> startBroadcast(room);
            case RoomCommand.StopBroadcast unused -> Decision.accept(stopBroadcast(room));
            case RoomCommand.JoinRoom join -> EntryRules.join(room, join.as(), outside.expected, context);
            case RoomCommand.LeaveRoom unused -> EntryRules.leave(room, context.by());
            case RoomCommand.ReportLost lost -> EntryRules.lose(room, lost.personId());
            case RoomCommand.AdmitPerson admit -> EntryRules.admit(room, admit.personId());
            case RoomCommand.TurnPersonAway turnAway -> EntryRules.turnAway(room, turnAway.personId());
            case RoomCommand.AdmitAll unused ->
                Decision.accept(EntryRules.admitted(room.people().waiting()));
            case RoomCommand.RemovePerson remove -> EntryRules.remove(room, remove.personId());
            case RoomCommand.MutePerson mute -> MuteRules.mute(room, mute);
            case RoomCommand.MuteAll all -> MuteRules.muteAll(room, all, outside.talkers);
            case RoomCommand.UnmutePerson unmute -> MuteRules.unmute(room, unmute, outside.talkers, context);
            case RoomCommand.StagePerson stage -> stage(room, stage.personId());
            case RoomCommand.Say say -> ChatRules.say(room, chat, say, context);
            case RoomCommand.Unsay unsay -> ChatRules.unsay(chat, unsay.messageId(), context);
        };
    }

    /** Chair, secretary, technician of the body. */
    public static boolean moderates(Context context) {
        return context.roles().contains(Role.CHAIR)
                || context.roles().contains(Role.SECRETARY)
                || context.roles().contains(Role.TECHNICIAN);
    }

    private static Decision open(Room room, RoomCommand.OpenRoom open, Outside outside) {
        if (!outside.published) {
            return Decision.refuse(RoomProblem.NOT_PUBLISHED, "publish the session first");
        }
        return room.open()
                ? change(room, open.lobby(), open.microphones())
                : Decision.accept(new RoomEvent.Opened(open.lobby(), open.microphones()));
    }

    /** Without a lobby nobody waits but those who were sent out. */
    private static Decision change(Room room, boolean lobby, Microphones microphones) {
        if (room.settings().with(lobby, microphones).equals(room.settings())) {
            return Decision.accept();
        }
        var events = new ArrayList<SessionEvent>();
        events.add(new RoomEvent.Changed(lobby, microphones));
        if (!lobby) {
            events.addAll(EntryRules.admitted(EntryRules.waitingForTheLobby(room)));
        }
        return Decision.accept(events);
    }

    private static Decision lock(Room room, boolean locked) {
        if (room.settings().locked() == locked) {
            return Decision.accept();
        }
        return Decision.accept(locked ? new RoomEvent.Locked() : new RoomEvent.Unlocked());
    }

    private static Decision startBroadcast(Room room) {
        return room.settings().broadcast() ? Decision.accept() : Decision.accept(new RoomEvent.BroadcastStarted());
    }

    private static Decision stage(Room room, @Nullable PersonId person) {
        if (person != null && !room.has(person)) {
            return notInRoom(person);
        }
        return Objects.equals(person, room.pinned())
                ? Decision.accept()
                : Decision.accept(new RoomEvent.Staged(person));
    }

    static Decision notInRoom(PersonId person) {
        return Decision.refuse(RoomProblem.NOT_IN_ROOM, "person " + person);
    }
}
