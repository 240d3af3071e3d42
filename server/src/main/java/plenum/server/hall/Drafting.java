package plenum.server.hall;

import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;

/** One batch while it is decided: nothing in it is durable yet. One thread. */
final class Drafting {
    private static final Logger LOG = LoggerFactory.getLogger(Drafting.class);

    /** A command of one person; the same id of another person is another command. */
    record Key(PersonId person, CommandId id) {
        static Key of(Order order) {
            return new Key(order.actor().person(), order.id());
        }
    }

    record Waiting(Order order, Promise<Answer> promise) {}

    private record Answered(Waiting waiting, Answer answer) {}

    private final Instant now;
    private final Supplier<String> codes;
    private final Answers known;
    private Hall hall;
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Answered> answered = new ArrayList<>();
    private final Map<Key, Answer> unwritten = new HashMap<>();

    Drafting(Hall start, Instant now, Supplier<String> codes, Answers known) {
        this.hall = start;
        this.now = now;
        this.codes = codes;
        this.known = known;
    }

    Hall hall() {
        return hall;
    }

    List<JournalEntry> entries() {
        return entries;
    }

    void decide(Waiting waiting) {
        var order = waiting.order();
        var key = Key.of(order);
        var answer = before(key).orElseGet(() -> decide(key, order));
        answered.add(new Answered(waiting, answer));
    }

    /** To be called when the entries are durable. */
    void complete() {
        unwritten.forEach(known::put);
        answered.forEach(one -> one.waiting().promise().tryComplete(one.answer()));
    }

    private Optional<Answer> before(Key key) {
        var accepted = hall.recent().seqOf(key.person(), key.id());
        if (accepted.isPresent()) {
            return Optional.of(new Answer.Done(accepted.getAsLong()));
        }
        return Optional.ofNullable(unwritten.get(key)).or(() -> known.get(key));
    }

    private Answer decide(Key key, Order order) {
        var answer = tryDecide(order);
        if (hall.recent().seqOf(key.person(), key.id()).isEmpty()) {
            unwritten.put(key, answer);
        }
        return answer;
    }

    private Answer tryDecide(Order order) {
        try {
            var roles = Entrance.roles(hall, order);
            var problem = Entrance.problem(hall, order, roles);
            if (problem.isPresent()) {
                return new Answer.Refused(problem.get());
            }
            var code = order.command() instanceof HallCommand.OfAttendance ? codes.get() : "";
            var context = new Context(order.actor().person(), order.actor().name(), roles, now, code);
            return switch (HallRules.decide(hall, order.command(), context)) {
                case Decision.Accepted accepted -> accept(order, context, accepted.events());
                case Decision.Refused refused -> new Answer.Refused(refused.problem());
            };
        } catch (RuntimeException bug) {
            LOG.error("rules failed: session={} command={}", hall.session(), order.id(), bug);
            return new Answer.Refused(HallProblem.FAULT.because("command " + order.id()));
        }
    }

    private Answer accept(Order order, Context context, List<SessionEvent> events) {
        var next = hall;
        var made = new ArrayList<JournalEntry>(events.size());
        for (var event : events) {
            var entry = new JournalEntry(
                    next.seq() + 1, now, context.by(), context.roles(), Optional.of(order.id()), event);
            next = next.apply(entry);
            made.add(entry);
        }
        hall = next;
        entries.addAll(made);
        return new Answer.Done(next.seq());
    }
}
