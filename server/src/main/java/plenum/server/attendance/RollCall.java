package plenum.server.attendance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Substitute;

/**
 * One sitting's answers and presences; the maps share structure with the value before, so that a change costs O(log n).
 *
 * @param marks of members and of substitutes
 * @param substitutes by the member whose place they take
 */
public record RollCall(
        State state,
        @Nullable String code,
        PMap<PersonId, Reply> replies,
        PMap<PersonId, Mark> marks,
        PMap<PersonId, Substitute> substitutes) {

    static final RollCall NONE =
            new RollCall(State.CLOSED, null, HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** A roll call's life. */
    public enum State {
        /** Not yet opened. */
        CLOSED,
        OPEN,
        /** Approved at least once; late delegates still check in and are approved again. */
        APPROVED
    }

    public Presence presence(PersonId person) {
        var mark = marks.get(person);
        return mark == null ? Presence.NONE : mark.presence();
    }

    /** Members only: a substitute makes no quorum. */
    public long count(Presence presence) {
        return people(presence).size();
    }

    public long count(Intent intent) {
        return replies.values().stream()
                .filter(reply -> reply.answer() == intent)
                .count();
    }

    /** Members only, in no particular order. */
    public List<PersonId> people(Presence presence) {
        var others = substitutes.values().stream().map(Substitute::personId).collect(Collectors.toSet());
        return marks.entrySet().stream()
                .filter(entry -> entry.getValue().presence() == presence)
                .map(Map.Entry::getKey)
                .filter(person -> !others.contains(person))
                .toList();
    }

    /** The substitute's own seat, when the person is one. */
    public Optional<Substitute> substitute(PersonId person) {
        return substitutes.values().stream()
                .filter(one -> one.personId().equals(person))
                .findFirst();
    }

    /** Present, or waiting to be approved. */
    boolean here(PersonId person) {
        var presence = presence(person);
        return presence == Presence.PRESENT || presence == Presence.CHECKED_IN;
    }

    RollCall coded(String newCode) {
        return new RollCall(state == State.CLOSED ? State.OPEN : state, newCode, replies, marks, substitutes);
    }

    RollCall replied(PersonId person, Reply reply) {
        return new RollCall(state, code, replies.plus(person, reply), marks, substitutes);
    }

    RollCall marked(PersonId person, Mark mark) {
        return new RollCall(state, code, replies, marks.plus(person, mark), substitutes);
    }

    RollCall with(Substitute substitute) {
        return new RollCall(state, code, replies, marks, substitutes.plus(substitute.insteadOf(), substitute));
    }

    RollCall without(PersonId member) {
        return new RollCall(state, code, replies, marks, substitutes.minus(member));
    }

    RollCall approved(Collection<PersonId> people) {
        var next = marks;
        for (var person : people) {
            var before = marks.get(person);
            if (before != null) {
                next = next.plus(person, new Mark(Presence.PRESENT, before.method(), null, before.at()));
            }
        }
        return new RollCall(State.APPROVED, code, replies, next, substitutes);
    }
}
