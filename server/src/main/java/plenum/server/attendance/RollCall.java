package plenum.server.attendance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import plenum.server.kernel.PersonId;

/**
 * One sitting's answers and presences; both maps share structure with the value before, so that a change costs O(log
 * n).
 */
public record RollCall(State state, @Nullable String code, PMap<PersonId, Reply> replies, PMap<PersonId, Mark> marks) {

    static final RollCall NONE = new RollCall(State.CLOSED, null, HashTreePMap.empty(), HashTreePMap.empty());

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

    public long count(Presence presence) {
        return marks.values().stream()
                .filter(mark -> mark.presence() == presence)
                .count();
    }

    public long count(Intent intent) {
        return replies.values().stream()
                .filter(reply -> reply.answer() == intent)
                .count();
    }

    /** In no particular order. */
    public List<PersonId> people(Presence presence) {
        return marks.entrySet().stream()
                .filter(entry -> entry.getValue().presence() == presence)
                .map(Map.Entry::getKey)
                .toList();
    }

    RollCall coded(String newCode) {
        return new RollCall(state == State.CLOSED ? State.OPEN : state, newCode, replies, marks);
    }

    RollCall replied(PersonId person, Reply reply) {
        return new RollCall(state, code, replies.plus(person, reply), marks);
    }

    RollCall marked(PersonId person, Mark mark) {
        return new RollCall(state, code, replies, marks.plus(person, mark));
    }

    RollCall approved(Collection<PersonId> people) {
        var next = marks;
        for (var person : people) {
            var before = marks.get(person);
            if (before != null) {
                next = next.plus(person, new Mark(Presence.PRESENT, before.method(), null, before.at()));
            }
        }
        return new RollCall(State.APPROVED, code, replies, next);
    }
}
