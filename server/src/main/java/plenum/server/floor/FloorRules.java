package plenum.server.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import plenum.server.floor.FloorCommand.EndSpeech;
import plenum.server.floor.FloorCommand.ExtendSpeech;
import plenum.server.floor.FloorCommand.GrantFloor;
import plenum.server.floor.FloorCommand.LowerHand;
import plenum.server.floor.FloorCommand.MovePerson;
import plenum.server.floor.FloorCommand.QueuePerson;
import plenum.server.floor.FloorCommand.RaiseHand;
import plenum.server.floor.FloorCommand.UnqueuePerson;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionEvent;

/** The rules of speaking. */
public final class FloorRules {
    private FloorRules() {}

    /**
     * What the other parts know.
     *
     * @param present whether the person may be given the floor: presence in the open sitting is approved, or speaks for
     *     a meeting room that is connected
     * @param visitor name of one who is no member
     */
    public record Outside(
            boolean sittingOpen, Predicate<PersonId> present, Function<PersonId, Optional<String>> visitor) {}

    public static Decision decide(Floor state, FloorCommand command, Outside outside, Context context) {
        if (!outside.sittingOpen) {
            return Decision.refuse(FloorProblem.NO_SITTING_OPEN, "open a sitting first");
        }
        return switch (command) {
            case RaiseHand unused -> raise(state, context.by(), outside);
            case QueuePerson queuePerson -> raise(state, queuePerson.personId(), outside);
            case LowerHand unused -> lower(state, context.by());
            case UnqueuePerson unqueuePerson -> lower(state, unqueuePerson.personId());
            case MovePerson movePerson -> move(state, movePerson.personId(), movePerson.index());
            case GrantFloor grantFloor ->
                grant(state, grantFloor.personId(), grantFloor.seconds(), outside, context.now());
            case ExtendSpeech extendSpeech -> extend(state, extendSpeech.seconds(), context.now());
            case EndSpeech unused -> end(state, context);
        };
    }

    /** The events that take the floor from everyone. */
    public static List<SessionEvent> clear(Floor state) {
        var events = new ArrayList<SessionEvent>();
        if (state.speech() != null) {
            events.add(new FloorEvent.SpeechEnded(state.speech().personId()));
        }
        state.queue().forEach(hand -> events.add(new FloorEvent.HandLowered(hand.personId())));
        return List.copyOf(events);
    }

    /** The events that take hand and speech from one person who is no longer here. */
    public static List<SessionEvent> leave(Floor state, PersonId person) {
        if (state.speaks(person)) {
            return List.of(new FloorEvent.SpeechEnded(person));
        }
        return state.waits(person) ? List.of(new FloorEvent.HandLowered(person)) : List.of();
    }

    /** Who speaks or waits to. */
    public static List<PersonId> people(Floor state) {
        var waiting = state.queue().stream().map(Hand::personId);
        return state.speech() == null
                ? waiting.toList()
                : Stream.concat(Stream.of(state.speech().personId()), waiting).toList();
    }

    private static Decision raise(Floor state, PersonId person, Outside outside) {
        if (!outside.present.test(person)) {
            return Decision.refuse(FloorProblem.NOT_PRESENT, "person " + person);
        }
        if (state.speaks(person)) {
            return Decision.refuse(FloorProblem.ALREADY_SPEAKING, "person " + person);
        }
        return state.waits(person)
                ? Decision.refuse(FloorProblem.HAND_ALREADY_RAISED, "person " + person)
                : Decision.accept(new FloorEvent.HandRaised(
                        person, outside.visitor.apply(person).orElse(null)));
    }

    private static Decision lower(Floor state, PersonId person) {
        return state.waits(person) ? Decision.accept(new FloorEvent.HandLowered(person)) : Decision.accept();
    }

    private static Decision move(Floor state, PersonId person, int index) {
        var place = state.placeOf(person);
        if (place < 0) {
            return Decision.refuse(FloorProblem.NOT_WAITING, "person " + person);
        }
        if (index >= state.queue().size()) {
            return Decision.refuse(
                    FloorProblem.BAD_PLACE, "index 0 to " + (state.queue().size() - 1));
        }
        return place == index ? Decision.accept() : Decision.accept(new FloorEvent.QueueMoved(person, index));
    }

    private static Decision grant(Floor state, PersonId person, int seconds, Outside outside, Instant now) {
        if (!outside.present.test(person)) {
            return Decision.refuse(FloorProblem.NOT_PRESENT, "person " + person);
        }
        var granted = new FloorEvent.Granted(
                person, now.plusSeconds(seconds), outside.visitor.apply(person).orElse(null));
        return state.speech() == null
                ? Decision.accept(granted)
                : Decision.accept(new FloorEvent.SpeechEnded(state.speech().personId()), granted);
    }

    private static Decision extend(Floor state, int seconds, Instant now) {
        var speech = state.speech();
        if (speech == null) {
            return nobody();
        }
        var from = speech.until().isAfter(now) ? speech.until() : now;
        return Decision.accept(new FloorEvent.SpeechExtended(speech.personId(), from.plusSeconds(seconds)));
    }

    private static Decision end(Floor state, Context context) {
        var speech = state.speech();
        if (speech == null) {
            return nobody();
        }
        return presides(context) || speech.personId().equals(context.by())
                ? Decision.accept(new FloorEvent.SpeechEnded(speech.personId()))
                : Decision.refuse(FloorProblem.NOT_YOUR_SPEECH, "speaker " + speech.personId());
    }

    private static boolean presides(Context context) {
        return context.roles().contains(Role.CHAIR) || context.roles().contains(Role.SECRETARY);
    }

    private static Decision nobody() {
        return Decision.refuse(FloorProblem.NOBODY_SPEAKING, "no speech");
    }
}
