package plenum.server.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/**
 * The house's one reading and writing of JSON. Reading is strict: no duplicate keys, no unknown fields, no guessed
 * types, depth at most {@value #DEPTH}, nothing after the document; text becomes NFC. Times are UTC milliseconds, dates
 * {@code 2026-12-08}, ids plain strings. What is absent is not written.
 */
public final class Json {
    private static final int DEPTH = 32;
    private static final int STRING_CHARS = 1 << 20;
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /** @throws MalformedJson when broken or not fitting */
    public static <T> T read(byte[] utf8, Class<T> type) {
        return value(tree(utf8), type);
    }

    /** @throws MalformedJson when broken or not fitting */
    public static <T> T read(String text, Class<T> type) {
        return value(tree(text), type);
    }

    /** @throws MalformedJson when broken */
    public static JsonNode tree(byte[] utf8) {
        return parse(() -> MAPPER.readTree(utf8));
    }

    /** @throws MalformedJson when broken */
    public static JsonNode tree(String text) {
        return parse(() -> MAPPER.readTree(text));
    }

    /** @throws MalformedJson when not fitting */
    public static <T> T value(JsonNode node, Class<T> type) {
        T value = parse(() -> MAPPER.treeToValue(node, type));
        if (value == null) {
            throw new MalformedJson("", "must not be null");
        }
        return value;
    }

    public static JsonNode node(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private interface Parse<T> {
        T run() throws IOException;
    }

    private static <T> T parse(Parse<T> parse) {
        try {
            return parse.run();
        } catch (JsonMappingException unfit) {
            throw new MalformedJson(path(unfit), reason(unfit));
        } catch (IOException broken) {
            throw new MalformedJson("", "not valid JSON");
        }
    }

    private static String path(JsonMappingException unfit) {
        return unfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** Jackson's messages name classes and quote the input; only the sort of error goes out. */
    private static String reason(JsonMappingException unfit) {
        return unfit instanceof UnrecognizedPropertyException
                ? "unknown field"
                : "missing, of the wrong type or out of range";
    }

    private static ObjectMapper mapper() {
        var factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxStringLength(STRING_CHARS)
                        .maxNumberLength(30)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .addModule(new Jdk8Module())
                .addModule(JsonTypes.module())
                .build();
    }
}
