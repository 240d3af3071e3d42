package plenum.server.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.hall.Hall;
import plenum.server.kernel.PersonId;

/** The sockets of one session on one event loop. That loop's thread only. */
final class Seats {
    private final Set<LiveSocket> sockets = new LinkedHashSet<>();
    private final Map<PersonId, List<LiveSocket>> byPerson = new HashMap<>();

    void add(LiveSocket socket) {
        sockets.add(socket);
        byPerson.merge(socket.person(), List.of(socket), Seats::joined);
    }

    void remove(LiveSocket socket) {
        sockets.remove(socket);
        byPerson.computeIfPresent(socket.person(), (ignored, mine) -> without(mine, socket));
    }

    void show(Showing showing, Map<PersonId, byte[]> mine) {
        for (var socket : List.copyOf(sockets)) socket.show(showing);
        var seq = showing.hall().seq();
        mine.forEach((person, message) ->
                byPerson.getOrDefault(person, List.of()).forEach(socket -> socket.showMine(seq, message)));
    }

    void recheck(Set<PersonId> people, Hall hall) {
        people.forEach(person -> byPerson.getOrDefault(person, List.of()).forEach(socket -> socket.recheck(hall)));
    }

    private static List<LiveSocket> joined(List<LiveSocket> some, List<LiveSocket> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static @Nullable List<LiveSocket> without(List<LiveSocket> some, LiveSocket gone) {
        var rest = some.stream().filter(socket -> socket != gone).toList();
        return rest.isEmpty() ? null : rest;
    }
}
