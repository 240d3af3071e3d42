package plenum.server.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.MessageId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.UnitId;
import plenum.server.kernel.VoteId;

/** How the house's scalar types look in JSON. */
final class JsonTypes {
    private JsonTypes() {}

    static SimpleModule module() {
        var module = new SimpleModule("plenum");
        id(module, BodyId.class, BodyId::new);
        id(module, CommandId.class, CommandId::new);
        id(module, ItemId.class, ItemId::new);
        id(module, MessageId.class, MessageId::new);
        id(module, PaperId.class, PaperId::new);
        id(module, PersonId.class, PersonId::new);
        id(module, RecordingId.class, RecordingId::new);
        id(module, SessionId.class, SessionId::new);
        id(module, SittingId.class, SittingId::new);
        id(module, UnitId.class, UnitId::new);
        id(module, VoteId.class, VoteId::new);
        id(module, BatchId.class, BatchId::new);
        module.addDeserializer(String.class, new FromText<>(String.class, Function.identity()));
        scalar(module, LocalDate.class, LocalDate::parse);
        module.addSerializer(Instant.class, new ToMillis());
        module.addDeserializer(Instant.class, new FromMillis());
        return module;
    }

    private static <T> void id(SimpleModule module, Class<T> type, Function<String, T> make) {
        scalar(module, type, make);
        module.addKeySerializer(type, new ToKey<>(type));
        module.addKeyDeserializer(type, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) throws IOException {
                try {
                    return make.apply(key);
                } catch (RuntimeException unfit) {
                    return context.handleWeirdKey(type, key, "not an id");
                }
            }
        });
    }

    private static <T> void scalar(SimpleModule module, Class<T> type, Function<String, T> make) {
        module.addSerializer(type, new ToText<>(type));
        module.addDeserializer(type, new FromText<>(type, make));
    }

    private static final class ToText<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        ToText(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class ToKey<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        ToKey(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(value.toString());
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> make;

        FromText(Class<T> type, Function<String, T> make) {
            super(type);
            this.make = make;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(this, "text expected");
            }
            try {
                return make.apply(clean(in.getText()));
            } catch (RuntimeException unfit) {
                return context.reportInputMismatch(this, "not of the form");
            }
        }

        /** NFC; control characters other than tab and line ends would forge log lines and file names. */
        private static String clean(String text) {
            if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r')) {
                throw new IllegalArgumentException("control character");
            }
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }
    }

    private static final class ToMillis extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        ToMillis() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(value.toEpochMilli());
        }
    }

    private static final class FromMillis extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        FromMillis() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                return context.reportInputMismatch(this, "milliseconds expected");
            }
            return Instant.ofEpochMilli(in.getLongValue());
        }
    }
}
