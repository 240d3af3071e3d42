package plenum.server.joined;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PersonId;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;
import plenum.server.platform.Sha256;

/**
 * What people of this server have said of points in sessions above, kept until the server above has answered:
 * collection {@code joinedDeeds}. A newer word takes the place of an older one. Blocking.
 */
public final class PointDeeds {
    private static final int ALL = 100_000;

    /**
     * A word and its answer.
     *
     * @param technicianId of an assignment: the person of this server
     * @param people of an assignment: attendees who have an account here
     * @param seq of the accepted command in the journal above
     * @param code of the problem, when it was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Deed(
            CommandId id,
            PointWish wish,
            PersonId by,
            Instant at,
            @Nullable PersonId technicianId,
            List<PersonId> people,
            @Nullable Long seq,
            @Nullable String code,
            @Nullable String title) {
        Deed {
            people = List.copyOf(people);
        }

        boolean answered() {
            return seq != null || code != null;
        }

        private Deed done(long at) {
            return new Deed(id, wish, by, this.at, technicianId, people, at, null, null);
        }

        private Deed refused(String why, String words) {
            return new Deed(id, wish, by, at, technicianId, people, null, why, words);
        }
    }

    /**
     * Of one point.
     *
     * @param before the assignment that holds until a newer one is accepted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfPoint(
            String sessionId,
            String pointId,
            @Nullable Deed reply,
            @Nullable Deed before,
            @Nullable Deed roll) {
        String key() {
            return sessionId + "/" + pointId;
        }

        Stream<Deed> deeds() {
            return Stream.of(Optional.ofNullable(reply), Optional.ofNullable(roll))
                    .flatMap(Optional::stream);
        }

        /** The newest that was not refused. */
        Optional<Deed> assignment() {
            return Stream.of(Optional.ofNullable(reply), Optional.ofNullable(before))
                    .flatMap(Optional::stream)
                    .filter(deed -> deed.code() == null)
                    .findFirst()
                    .filter(deed -> deed.wish() instanceof PointWish.Assign);
        }

        private OfPoint replied(Deed next) {
            var held = reply != null && reply.seq() != null ? reply : before;
            return new OfPoint(sessionId, pointId, next, held, roll);
        }

        private OfPoint rolled(Deed next) {
            return new OfPoint(sessionId, pointId, reply, before, next);
        }

        private OfPoint answered(String id, UnaryOperator<Deed> answer) {
            return new OfPoint(sessionId, pointId, answered(reply, id, answer), before, answered(roll, id, answer));
        }

        private static @Nullable Deed answered(@Nullable Deed deed, String id, UnaryOperator<Deed> answer) {
            return deed != null && deed.id().value().equals(id) ? answer.apply(deed) : deed;
        }
    }

    private final RecordTable<OfPoint> table;
    private final Map<String, OfPoint> known = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private volatile Consumer<Says.Do> line = unsent -> {};

    public PointDeeds(Mongo mongo, InstantSource clock) {
        this.table = new RecordTable<>(mongo, "joinedDeeds", OfPoint.class, OfPoint::key);
        this.clock = clock;
        table.find(new Document(), new Document("_id", 1), ALL).forEach(one -> known.put(one.key(), one));
    }

    /** Where words go; what is said while the line is down is said again by {@link #again}. */
    void over(Consumer<Says.Do> open) {
        line = open;
    }

    Optional<OfPoint> of(String session, String point) {
        return Optional.ofNullable(known.get(session + "/" + point));
    }

    Stream<OfPoint> of(String session) {
        return known.values().stream().filter(one -> one.sessionId().equals(session));
    }

    /** Durable when it returns. The same id again changes nothing. */
    void say(
            String session,
            String point,
            CommandId id,
            PointWish wish,
            PersonId by,
            @Nullable PersonId technician,
            List<PersonId> people) {
        var deed = new Deed(id, wish, by, clock.instant(), technician, people, null, null, null);
        synchronized (this) {
            var before = of(session, point).orElse(new OfPoint(session, point, null, null, null));
            if (before.deeds().anyMatch(one -> one.id().equals(id))) return;
            keep(wish instanceof PointWish.Report ? before.rolled(deed) : before.replied(deed));
        }
        line.accept(new Says.Do(id.value(), session, point, wish));
    }

    /** Says all that has no answer yet. */
    void again() {
        known.values()
                .forEach(one -> one.deeds()
                        .filter(deed -> !deed.answered())
                        .forEach(deed -> line.accept(
                                new Says.Do(deed.id().value(), one.sessionId(), one.pointId(), deed.wish()))));
    }

    void done(Says.Done done) {
        answered(done.id(), deed -> deed.done(done.seq()));
    }

    void refused(Says.Refused refused) {
        answered(refused.id(), deed -> deed.refused(refused.code(), refused.title()));
    }

    private synchronized void answered(String id, UnaryOperator<Deed> answer) {
        known.values().stream()
                .filter(one -> one.deeds().anyMatch(deed -> deed.id().value().equals(id)))
                .toList()
                .forEach(one -> keep(one.answered(id, answer)));
    }

    private void keep(OfPoint next) {
        if (!table.put(next)) throw new IllegalStateException("not kept: " + next.key());
        known.put(next.key(), next);
    }

    /** Under which the server above knows a person of this one. */
    static String outside(ServerKey key, PersonId person) {
        return Sha256.of((key.fingerprint() + "\n" + person).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
