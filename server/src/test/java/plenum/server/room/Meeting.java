package plenum.server.room;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionEvent;

/** A room and its chat while people use it, as the hall would keep them. */
final class Meeting {
    static final Instant NINE = Instant.parse("2026-12-08T02:00:00Z");
    static final PersonId CHAIR = new PersonId("chu-toa");
    static final PersonId LAN = new PersonId("lan");
    static final PersonId BINH = new PersonId("binh");
    static final PersonId GUEST = new PersonId("khach");
    static final PersonId KIOSK = new PersonId("phong-hop");

    private Room room = Room.NONE;
    private Chat chat = Chat.NONE;
    private Instant now = NINE;
    private boolean published = true;
    private boolean ended;
    private @Nullable PersonId speaker;

    /** Open, without lobby, everyone may talk. */
    static Meeting open() {
        return open(false, Microphones.FREE);
    }

    static Meeting open(boolean lobby, Microphones microphones) {
        return new Meeting().with(new RoomEvent.Opened(lobby, microphones));
    }

    static Meeting open(PersonId... people) {
        var meeting = open();
        for (var person : people) {
            meeting.must(person, new RoomCommand.JoinRoom(Station.PERSON));
        }
        return meeting;
    }

    @CanIgnoreReturnValue
    Meeting with(SessionEvent event) {
        apply(event);
        return this;
    }

    Meeting draft() {
        published = false;
        return this;
    }

    Meeting ended() {
        ended = true;
        return this;
    }

    Meeting speaking(PersonId person) {
        speaker = person;
        return this;
    }

    @CanIgnoreReturnValue
    Meeting locked() {
        return with(new RoomEvent.Locked());
    }

    void passSeconds(long seconds) {
        now = now.plusSeconds(seconds);
    }

    Room room() {
        return room;
    }

    Chat chat() {
        return chat;
    }

    Decision decide(PersonId by, RoomCommand command) {
        var roles = Set.of(by.equals(CHAIR) ? Role.CHAIR : by.equals(GUEST) ? Role.GUEST : Role.DELEGATE);
        var outside = new RoomRules.Outside(published, ended, speaker == null ? Set.of() : Set.of(speaker), false);
        return RoomRules.decide(room, chat, command, outside, new Context(by, name(by), roles, now, ""));
    }

    static String name(PersonId person) {
        return "Ông " + person;
    }

    /** The events of an accepted command, which then have happened. */
    @CanIgnoreReturnValue
    List<SessionEvent> must(PersonId by, RoomCommand command) {
        if (!(decide(by, command) instanceof Decision.Accepted accepted)) {
            throw new AssertionError(decide(by, command).toString());
        }
        accepted.events().forEach(this::apply);
        return accepted.events();
    }

    Problem.Code refusal(PersonId by, RoomCommand command) {
        if (!(decide(by, command) instanceof Decision.Refused refused)) {
            throw new AssertionError(decide(by, command).toString());
        }
        return refused.problem().code();
    }

    private void apply(SessionEvent event) {
        switch (event) {
            case RoomEvent of -> room = room.apply(of, now);
            case ChatEvent of -> chat = chat.apply(of, now);
            default -> throw new AssertionError(event.toString());
        }
    }
}
