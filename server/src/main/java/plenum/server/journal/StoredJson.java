package plenum.server.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.LineId;
import plenum.server.kernel.MessageId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.UnitId;
import plenum.server.kernel.VoteId;

/**
 * How records are written for keeping: ids and dates as text, times as UTC milliseconds, absent values left out,
 * unknown fields refused.
 */
public final class StoredJson {
    private StoredJson() {}

    public static ObjectMapper mapper(Module... more) {
        return JsonMapper.builder()
                .addModule(words())
                .addModules(more)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static SimpleModule words() {
        var module = new SimpleModule("plenum");
        text(module, BodyId.class, BodyId::new);
        text(module, CommandId.class, CommandId::new);
        text(module, ItemId.class, ItemId::new);
        text(module, LineId.class, LineId::new);
        text(module, MessageId.class, MessageId::new);
        text(module, PaperId.class, PaperId::new);
        text(module, PersonId.class, PersonId::new);
        text(module, PointId.class, PointId::new);
        text(module, PollId.class, PollId::new);
        text(module, RecordingId.class, RecordingId::new);
        text(module, SessionId.class, SessionId::new);
        text(module, SittingId.class, SittingId::new);
        text(module, UnitId.class, UnitId::new);
        text(module, VoteId.class, VoteId::new);
        text(module, BatchId.class, BatchId::new);
        text(module, LocalDate.class, LocalDate::parse);
        module.addSerializer(Instant.class, new StampWriter());
        module.addDeserializer(Instant.class, new StampReader());
        return module;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, new TextWriter<>());
        module.addKeySerializer(type, new KeyWriter<>());
        module.addDeserializer(type, new TextReader<>(parse));
        module.addKeyDeserializer(type, new KeyReader(parse));
    }

    private static final class TextWriter<T> extends JsonSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class KeyWriter<T> extends JsonSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(value.toString());
        }
    }

    private static final class TextReader<T> extends JsonDeserializer<T> {
        private final Function<String, T> parse;

        TextReader(Function<String, T> parse) {
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return parse.apply(in.getText());
        }
    }

    private static final class KeyReader extends KeyDeserializer {
        private final Function<String, ?> parse;

        KeyReader(Function<String, ?> parse) {
            this.parse = parse;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return parse.apply(key);
        }
    }

    private static final class StampWriter extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(value.toEpochMilli());
        }
    }

    private static final class StampReader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Instant.ofEpochMilli(in.getLongValue());
        }
    }
}
