package plenum.server.hall;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.journal.Snapshot;
import plenum.server.journal.StoredJson;
import plenum.server.kernel.Member;
import plenum.server.kernel.Roster;

/** A hall's state to and from a snapshot's bytes. Thread-safe. */
final class HallCodec {
    /** Change it with any change of a state record: older snapshots are then ignored and the journal is replayed. */
    static final String FORM = "hall-19";

    private static final Logger LOG = LoggerFactory.getLogger(HallCodec.class);

    private final ObjectMapper json;

    HallCodec() {
        var module = new SimpleModule("hall");
        module.addSerializer(Roster.class, new RosterWriter());
        module.addDeserializer(Roster.class, new RosterReader());
        module.addDeserializer(PMap.class, new MapReader(null));
        // Sets of people are in the order of the roster.
        module.addAbstractTypeMapping(Set.class, LinkedHashSet.class);
        json = StoredJson.mapper(module);
    }

    Snapshot write(Durable durable) {
        try {
            var hall = durable.hall();
            return new Snapshot(hall.session(), hall.seq(), durable.journalHash(), FORM, json.writeValueAsBytes(hall));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Empty when it has another form or can't be read; the journal holds everything. */
    Optional<Hall> read(Snapshot snapshot) {
        if (!snapshot.form().equals(FORM)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(snapshot.bytes(), Hall.class));
        } catch (IOException unreadable) {
            LOG.warn("snapshot unreadable: session={} seq={}", snapshot.session(), snapshot.seq(), unreadable);
            return Optional.empty();
        }
    }

    private static final class RosterWriter extends JsonSerializer<Roster> {
        @Override
        public void serialize(Roster roster, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(roster.members(), out);
        }
    }

    private static final class RosterReader extends JsonDeserializer<Roster> {
        @Override
        public Roster deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return new Roster(List.of(context.readValue(in, Member[].class)));
        }
    }

    /** Reads a persistent map through a common one of the same key and value types. */
    @SuppressWarnings("rawtypes")
    private static final class MapReader extends JsonDeserializer<PMap> implements ContextualDeserializer {
        private final @Nullable JavaType common;

        MapReader(@Nullable JavaType common) {
            this.common = common;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            var type = context.getContextualType();
            return new MapReader(
                    context.getTypeFactory().constructMapType(Map.class, type.getKeyType(), type.getContentType()));
        }

        @Override
        public PMap deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Map<?, ?> read = context.readValue(in, common);
            return HashTreePMap.from(read);
        }
    }
}
