package plenum.server.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.SessionId;

/** Entries to and from stored lines. A name, once stored, means the same record for ever. Thread-safe. */
public final class EventCodec {
    /** A stored document stays well below the 16 MB of BSON. */
    static final int LARGEST_BATCH_BYTES = 8 * 1024 * 1024;

    private final ObjectMapper json = StoredJson.mapper();
    private final Map<String, Class<? extends SessionEvent>> byName;
    private final Map<Class<?>, String> byType = new HashMap<>();

    public EventCodec(Map<String, Class<? extends SessionEvent>> byName) {
        this.byName = Map.copyOf(byName);
        byName.forEach((name, type) -> byType.put(type, name));
    }

    /** Stored names of all events. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** The entries as the fewest batches, chained to {@code prev}. */
    public List<JournalBatch> seal(SessionId session, List<JournalEntry> entries, String prev) {
        var batches = new ArrayList<JournalBatch>();
        var bytes = new ByteArrayOutputStream();
        var start = 0;
        var hash = prev;
        for (var at = 0; at < entries.size(); at++) {
            var line = write(entries.get(at));
            if (bytes.size() > 0 && bytes.size() + line.length > LARGEST_BATCH_BYTES) {
                var batch = JournalBatch.seal(session, entries.subList(start, at), bytes.toByteArray(), hash);
                batches.add(batch);
                hash = batch.hash();
                start = at;
                bytes.reset();
            }
            bytes.writeBytes(line);
            bytes.write('\n');
        }
        batches.add(JournalBatch.seal(session, entries.subList(start, entries.size()), bytes.toByteArray(), hash));
        return List.copyOf(batches);
    }

    /** @throws BrokenJournal for an unknown event, a line that can't be read, a sequence with gaps */
    public List<JournalEntry> entries(JournalBatch batch) {
        return decode(batch, this::entry, JournalEntry::seq);
    }

    /** As {@link #entries}, without decoding the events. */
    public List<JournalLine> lines(JournalBatch batch) {
        return decode(batch, this::line, JournalLine::seq);
    }

    private byte[] write(JournalEntry entry) {
        var type = byType.get(entry.event().getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    "no stored name for " + entry.event().getClass().getName());
        }
        var line = new ByteArrayOutputStream(256);
        try (var out = json.createGenerator(line)) {
            write(entry, type, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return line.toByteArray();
    }

    private static void write(JournalEntry entry, String type, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("seq", entry.seq());
        out.writeNumberField("at", entry.at().toEpochMilli());
        out.writeStringField("by", entry.by().value());
        out.writeArrayFieldStart("roles");
        for (var role : Role.values()) {
            if (entry.roles().contains(role)) {
                out.writeString(role.name());
            }
        }
        out.writeEndArray();
        if (entry.cmd().isPresent()) {
            out.writeStringField("cmd", entry.cmd().get().value());
        }
        out.writeStringField("type", type);
        out.writeObjectField("data", entry.event());
        out.writeEndObject();
    }

    private <T> List<T> decode(JournalBatch batch, LineReader<T> reader, Function<T, Long> seq) {
        var decoded = new ArrayList<T>();
        try {
            for (var text : batch.lines()) {
                var one = reader.read(json.readTree(text));
                if (seq.apply(one) != batch.first() + decoded.size()) {
                    throw new BrokenJournal(batch.session(), "entry " + seq.apply(one) + " out of order");
                }
                decoded.add(one);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BrokenJournal(
                    batch.session(), "a line after entry " + batch.first() + " is unreadable", unreadable);
        }
        if (batch.first() + decoded.size() - 1 != batch.last()) {
            throw new BrokenJournal(batch.session(), "batch " + batch.first() + " has another number of lines");
        }
        return List.copyOf(decoded);
    }

    private interface LineReader<T> {
        T read(JsonNode line) throws IOException;
    }

    private JournalEntry entry(JsonNode stored) throws IOException {
        var line = line(stored);
        var type = byName.get(line.type());
        if (type == null) {
            throw new IllegalArgumentException("unknown event " + line.type());
        }
        var roles = new HashSet<Role>();
        line.roles().forEach(role -> roles.add(Role.valueOf(role)));
        return new JournalEntry(
                line.seq(),
                Instant.ofEpochMilli(line.at()),
                new PersonId(line.by()),
                roles,
                Optional.ofNullable(line.cmd()).map(CommandId::new),
                json.treeToValue(line.data(), type));
    }

    private JournalLine line(JsonNode stored) {
        var roles = new ArrayList<String>();
        stored.required("roles").forEach(role -> roles.add(role.asText()));
        var cmd = stored.get("cmd");
        if (!(stored.required("data") instanceof ObjectNode data)) {
            throw new IllegalArgumentException("data is no object");
        }
        return new JournalLine(
                stored.required("seq").longValue(),
                stored.required("at").longValue(),
                stored.required("by").asText(),
                roles,
                cmd == null ? null : cmd.asText(),
                stored.required("type").asText(),
                data);
    }
}
