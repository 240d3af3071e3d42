package plenum.server.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;

/**
 * Who speaks and who waits, first come first.
 *
 * @param lastGrantedAt when anyone was last given the floor
 */
public record Floor(
        @Nullable Speech speech, List<Hand> queue, @Nullable Instant lastGrantedAt) {
    public static final Floor EMPTY = new Floor(null, List.of(), null);

    public Floor {
        queue = List.copyOf(queue);
    }

    public boolean waits(PersonId person) {
        return placeOf(person) >= 0;
    }

    public boolean speaks(PersonId person) {
        return speech != null && speech.personId().equals(person);
    }

    /** From 0; -1 for somebody who doesn't wait. */
    public int placeOf(PersonId person) {
        for (var place = 0; place < queue.size(); place++) {
            if (queue.get(place).personId().equals(person)) {
                return place;
            }
        }
        return -1;
    }

    public Floor apply(FloorEvent event, Instant at) {
        return switch (event) {
            case FloorEvent.HandRaised handRaised ->
                new Floor(
                        speech,
                        inserted(queue, queue.size(), new Hand(handRaised.personId(), at, handRaised.name())),
                        lastGrantedAt);
            case FloorEvent.HandLowered handLowered ->
                new Floor(speech, without(handLowered.personId()), lastGrantedAt);
            case FloorEvent.QueueMoved queueMoved ->
                new Floor(
                        speech,
                        inserted(
                                without(queueMoved.personId()),
                                queueMoved.index(),
                                queue.get(placeOf(queueMoved.personId()))),
                        lastGrantedAt);
            case FloorEvent.Granted granted ->
                new Floor(
                        new Speech(granted.personId(), at, granted.until(), granted.name()),
                        without(granted.personId()),
                        at);
            case FloorEvent.SpeechExtended speechExtended ->
                new Floor(extended(speechExtended.until()), queue, lastGrantedAt);
            case FloorEvent.SpeechEnded unused -> new Floor(null, queue, lastGrantedAt);
        };
    }

    private @Nullable Speech extended(Instant until) {
        return speech == null ? null : new Speech(speech.personId(), speech.since(), until, speech.name());
    }

    private List<Hand> without(PersonId person) {
        return queue.stream().filter(hand -> !hand.personId().equals(person)).toList();
    }

    private static List<Hand> inserted(List<Hand> hands, int index, Hand hand) {
        var all = new ArrayList<Hand>(hands.size() + 1);
        all.addAll(hands);
        all.add(index, hand);
        return List.copyOf(all);
    }
}
