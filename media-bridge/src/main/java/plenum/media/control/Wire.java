package plenum.media.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Function;
import plenum.media.api.BridgeEvent;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;

/** The channel's messages as JSON, read strictly; ids and sources are plain strings. Thread-safe. */
final class Wire {
    /** Of one message: the longest is an SDP of 50 slots, about 120 kB. */
    static final int MESSAGE_BYTES = 512 * 1024;

    /** WebSocket subprotocol; carries the version. */
    static final String SUBPROTOCOL = "plenum.bridge.v2";

    /** Header: which server dials, the same as long as it lives, so that it gets back what it has opened. */
    static final String CONTROLLER = "Plenum-Controller";

    private static final ObjectMapper MAPPER = mapper();

    private Wire() {}

    /** A message that is not of this channel. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    static String text(Object message) {
        try {
            return MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static JsonNode node(Object value) {
        return MAPPER.valueToTree(value);
    }

    static <T> T read(byte[] utf8, Class<T> type) throws Malformed {
        try {
            T value = MAPPER.readValue(utf8, type);
            if (value != null) return value;
        } catch (JsonProcessingException broken) {
            throw new Malformed(broken.getOriginalMessage());
        } catch (IOException broken) {
            throw new Malformed(String.valueOf(broken.getMessage()));
        }
        throw new Malformed("null");
    }

    static <T> T value(JsonNode node, Class<T> type) throws Malformed {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException broken) {
            throw new Malformed(broken.getOriginalMessage());
        }
    }

    private static ObjectMapper mapper() {
        var factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(8)
                        .maxStringLength(MESSAGE_BYTES)
                        .maxNumberLength(30)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .addModule(new Jdk8Module())
                .addModule(ids())
                .addMixIn(BridgeEvent.class, Events.class)
                .build();
    }

    private static SimpleModule ids() {
        var module = new SimpleModule("ids");
        id(module, ConferenceId.class, ConferenceId::new);
        id(module, EndpointId.class, EndpointId::new);
        id(module, SourceId.class, Wire::source);
        module.addSerializer(InetSocketAddress.class, new AddressText());
        module.addDeserializer(InetSocketAddress.class, new FromText<>(InetSocketAddress.class, Wire::address));
        return module;
    }

    private static <T> void id(SimpleModule module, Class<T> type, Function<String, T> make) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new FromText<>(type, make));
        module.addKeyDeserializer(type, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) throws IOException {
                try {
                    return make.apply(key);
                } catch (IllegalArgumentException unfit) {
                    return context.handleWeirdKey(type, key, "not an id");
                }
            }
        });
    }

    private static SourceId source(String name) {
        for (var kind : SourceKind.values()) {
            var end = "-" + kind.suffix();
            if (name.endsWith(end)) {
                return new SourceId(new EndpointId(name.substring(0, name.length() - end.length())), kind);
            }
        }
        throw new IllegalArgumentException("not a source");
    }

    /** An IP address and a port; names are not looked up. */
    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) throw new IllegalArgumentException("not an address");
        return new InetSocketAddress(
                InetAddress.ofLiteral(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    }

    private static final class AddressText extends StdSerializer<InetSocketAddress> {
        private static final long serialVersionUID = 1L;

        AddressText() {
            super(InetSocketAddress.class);
        }

        @Override
        public void serialize(InetSocketAddress address, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(address.getAddress().getHostAddress() + ":" + address.getPort());
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
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw context.weirdStringException("", handledType(), "not text");
            }
            try {
                return make.apply(parser.getText());
            } catch (IllegalArgumentException unfit) {
                throw context.weirdStringException(parser.getText(), handledType(), "not an id");
            }
        }
    }

    /** Names of the events; never renamed. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = BridgeEvent.Ready.class, name = "ready"),
        @JsonSubTypes.Type(value = BridgeEvent.Lost.class, name = "lost"),
        @JsonSubTypes.Type(value = BridgeEvent.Resumed.class, name = "resumed"),
        @JsonSubTypes.Type(value = BridgeEvent.Connected.class, name = "connected"),
        @JsonSubTypes.Type(value = BridgeEvent.Disconnected.class, name = "disconnected"),
        @JsonSubTypes.Type(value = BridgeEvent.Expired.class, name = "expired"),
        @JsonSubTypes.Type(value = BridgeEvent.SourcesMapped.class, name = "sourcesMapped"),
        @JsonSubTypes.Type(value = BridgeEvent.SourceActive.class, name = "sourceActive"),
        @JsonSubTypes.Type(value = BridgeEvent.DominantSpeaker.class, name = "dominantSpeaker"),
        @JsonSubTypes.Type(value = BridgeEvent.AudioLevels.class, name = "audioLevels"),
        @JsonSubTypes.Type(value = BridgeEvent.SenderConstraints.class, name = "senderConstraints"),
        @JsonSubTypes.Type(value = BridgeEvent.Quality.class, name = "quality"),
    })
    private interface Events {}
}
