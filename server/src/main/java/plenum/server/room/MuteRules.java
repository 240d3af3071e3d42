package plenum.server.room;

import java.util.Optional;
import java.util.Set;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;

/** Who switches off whose microphone, camera or shared screen, and who switches it on again. */
final class MuteRules {
    private MuteRules() {}

    static Decision mute(Room room, RoomCommand.MutePerson mute) {
        if (!room.has(mute.personId())) {
            return RoomRules.notInRoom(mute.personId());
        }
        var wished = new Mute(mute.source(), mute.hold());
        return muteOf(room, mute.personId(), mute.source()).equals(Optional.of(wished))
                ? Decision.accept()
                : Decision.accept(new RoomEvent.Muted(mute.personId(), mute.source(), mute.hold()));
    }

    /** Everyone but moderators and those who were given the word; a mute that is held stays held. */
    static Decision muteAll(Room room, RoomCommand.MuteAll all, Set<PersonId> talkers) {
        var persons = room.people().participants().stream()
                .filter(one -> !one.moderator() && !talkers.contains(one.personId()))
                .map(Participant::personId)
                .filter(person -> weaker(muteOf(room, person, all.source()), all.hold()))
                .toList();
        return persons.isEmpty()
                ? Decision.accept()
                : Decision.accept(new RoomEvent.AllMuted(all.source(), all.hold(), persons));
    }

    private static boolean weaker(Optional<Mute> mute, boolean hold) {
        return mute.isEmpty() || (hold && !mute.get().hold());
    }

    static Decision unmute(Room room, RoomCommand.UnmutePerson unmute, Set<PersonId> talkers, Context context) {
        var mute = muteOf(room, unmute.personId(), unmute.source());
        if (mute.isEmpty()) {
            return Decision.accept();
        }
        if (RoomRules.moderates(context)) {
            return Decision.accept(new RoomEvent.Unmuted(unmute.personId(), unmute.source()));
        }
        return unmute.personId().equals(context.by())
                ? unmuteSelf(room, context.by(), mute.get(), talkers)
                : Decision.refuse(RoomProblem.NOT_YOUR_SOURCE, "person " + unmute.personId());
    }

    private static Decision unmuteSelf(Room room, PersonId person, Mute mute, Set<PersonId> talkers) {
        if (mute.hold()) {
            return Decision.refuse(RoomProblem.HELD, "source " + mute.source());
        }
        var needsFloor = mute.source() == Source.MICROPHONE && !room.mayTalk(person, talkers);
        return needsFloor
                ? Decision.refuse(
                        RoomProblem.FLOOR_NEEDED,
                        "microphones " + room.settings().microphones())
                : Decision.accept(new RoomEvent.Unmuted(person, mute.source()));
    }

    private static Optional<Mute> muteOf(Room room, PersonId person, Source source) {
        return room.people().standing(person).mute(source);
    }
}
