package plenum.server.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import plenum.server.kernel.PersonId;

/**
 * Who is in the room, who waits, and what is remembered of each.
 *
 * @param participants in the order of joining
 * @param waiting in the order of knocking
 */
public record People(List<Participant> participants, List<Knock> waiting, PMap<PersonId, Standing> standings) {
    static final People NONE = new People(List.of(), List.of(), HashTreePMap.empty());

    public People {
        participants = List.copyOf(participants);
        waiting = List.copyOf(waiting);
    }

    public Optional<Participant> participant(PersonId person) {
        return participants.stream()
                .filter(one -> one.personId().equals(person))
                .findFirst();
    }

    public Optional<Knock> knock(PersonId person) {
        return waiting.stream().filter(one -> one.personId().equals(person)).findFirst();
    }

    public Standing standing(PersonId person) {
        return standings.getOrDefault(person, Standing.NEW);
    }

    People joined(Participant newcomer) {
        var person = newcomer.personId();
        return new People(plus(outOf(participants, person), newcomer), notWaiting(person), standings)
                .with(person, Standing::admitted);
    }

    People knocked(Knock knock) {
        return new People(participants, plus(waiting, knock), standings);
    }

    /** Out by choice, or no longer waiting. */
    People left(PersonId person) {
        return new People(outOf(participants, person), notWaiting(person), standings);
    }

    People lost(PersonId person, Instant at) {
        return left(person).with(person, standing -> standing.lost(at));
    }

    People removed(PersonId person) {
        return left(person).with(person, Standing::removed);
    }

    People muted(List<PersonId> persons, Mute mute) {
        var next = this;
        for (var person : persons) {
            next = next.with(person, standing -> standing.muted(mute));
        }
        return next;
    }

    People unmuted(PersonId person, Source source) {
        return with(person, standing -> standing.unmuted(source));
    }

    private People with(PersonId person, UnaryOperator<Standing> change) {
        return new People(participants, waiting, standings.plus(person, change.apply(standing(person))));
    }

    private List<Knock> notWaiting(PersonId person) {
        return waiting.stream().filter(one -> !one.personId().equals(person)).toList();
    }

    private static List<Participant> outOf(List<Participant> all, PersonId person) {
        return all.stream().filter(one -> !one.personId().equals(person)).toList();
    }

    private static <T> List<T> plus(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}
