package plenum.server.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one audience sees of a session at one moment, every part encoded once; thread-safe, as good as immutable. */
final class AudienceView {
    /** @param changed sequence at which the part got this value, as far as this server process knows */
    private record Part(String name, long changed, String json) {
        Part with(Object value, long seq) {
            var next = ServerFrames.encode(value);
            return next.equals(json) ? this : new Part(name, seq, next);
        }
    }

    private final long start; // sequence of the first view: which part changed up to it is not known
    private final long seq;
    private final long atMs;
    private final List<Part> parts;
    private final AtomicReferenceArray<byte[]> deltas; // by number of parts in the message, made when first asked for
    private volatile byte @Nullable [] full;

    private AudienceView(long start, long seq, long atMs, List<Part> parts) {
        this.start = start;
        this.seq = seq;
        this.atMs = atMs;
        this.parts = List.copyOf(parts);
        this.deltas = new AtomicReferenceArray<>(parts.size() + 1);
    }

    /** @param values part name to value; empty when the audience must not know the session */
    static AudienceView first(long seq, long atMs, Map<String, Object> values) {
        var parts = new ArrayList<Part>();
        values.forEach((name, value) -> parts.add(new Part(name, seq, ServerFrames.encode(value))));
        return new AudienceView(seq, seq, atMs, parts);
    }

    /**
     * The view after a change; this one when nothing differs for the audience.
     *
     * @param mayDiffer names of parts
     * @param value the new value of a part
     */
    AudienceView next(long nextSeq, long nextAtMs, Set<String> mayDiffer, Function<String, Object> value) {
        var next = parts.stream()
                .map(part -> mayDiffer.contains(part.name()) ? part.with(value.apply(part.name()), nextSeq) : part)
                .toList();
        return next.equals(parts) ? this : new AudienceView(start, nextSeq, nextAtMs, next);
    }

    boolean hidden() {
        return parts.isEmpty();
    }

    long seq() {
        return seq;
    }

    /** First message for one who has the state of sequence {@code after}, or nothing. */
    byte[] opening(OptionalLong after, long newestSeq) {
        var known = after.isPresent() && after.getAsLong() > start && after.getAsLong() <= newestSeq;
        return known ? delta(countAfter(after.getAsLong())) : full();
    }

    /** The message for one who has seen the view of sequence {@code seen}; null when nothing is new. */
    byte @Nullable [] changedAfter(long seen) {
        var count = countAfter(seen);
        return count == 0 ? null : delta(count);
    }

    byte[] full() {
        var message = full;
        if (message == null) {
            message = ServerFrames.state(seq, atMs, true, json(parts));
            full = message;
        }
        return message;
    }

    private int countAfter(long seen) {
        var count = 0;
        for (var part : parts) {
            if (part.changed() > seen) count++;
        }
        return count;
    }

    /**
     * The {@code count} parts that changed last: their number names the set, because every part before them is older.
     */
    private byte[] delta(int count) {
        var message = deltas.get(count);
        if (message == null) {
            message = ServerFrames.state(seq, atMs, false, json(newest(count)));
            deltas.set(count, message);
        }
        return message;
    }

    private List<Part> newest(int count) {
        var youngest = parts.stream()
                .map(Part::changed)
                .sorted((a, b) -> Long.compare(b, a))
                .limit(count)
                .reduce(Long.MAX_VALUE, Math::min);
        return count == 0
                ? List.of()
                : parts.stream().filter(part -> part.changed() >= youngest).toList();
    }

    private static String json(List<Part> parts) {
        var text = new StringBuilder("{");
        for (var part : parts) {
            if (text.length() > 1) text.append(',');
            text.append('"').append(part.name()).append("\":").append(part.json());
        }
        return text.append('}').toString();
    }
}
