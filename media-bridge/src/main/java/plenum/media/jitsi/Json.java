package plenum.media.jitsi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import plenum.media.api.BridgeException;

/** JSON as bridges speak it: newer ones may say more than we know. Thread-safe. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private Json() {}

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @throws BridgeException UNAVAILABLE: what came is not of this kind */
    static <T> T read(byte[] utf8, Class<T> type) {
        try {
            T value = MAPPER.readValue(utf8, type);
            if (value != null) return value;
        } catch (IOException broken) {
            throw strange(String.valueOf(broken.getMessage()));
        }
        throw strange("null");
    }

    /** @throws BridgeException UNAVAILABLE: no JSON */
    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw strange(broken.getOriginalMessage());
        }
    }

    private static BridgeException strange(String what) {
        return new BridgeException(BridgeException.Kind.UNAVAILABLE, "the bridge speaks another language: " + what);
    }
}
