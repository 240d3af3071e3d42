package plenum.server.joined;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What two servers say to each other: text frames of JSON. A field that the reader does not know is passed over. */
final class Says {
    private Says() {}

    /** What the district says. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
    @JsonSubTypes({@JsonSubTypes.Type(value = Hello.class, name = "hello")})
    @JsonIgnoreProperties(ignoreUnknown = true)
    sealed interface Up {}

    /**
     * First, and once.
     *
     * @param nonce of the challenge
     * @param host that was dialed
     * @param key SubjectPublicKeyInfo of a P-256 key, Base64url
     * @param signature of {@link Pairing#signed}
     */
    record Hello(String nonce, String host, String key, String signature) implements Up {}

    /** What the province says. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Challenge.class, name = "challenge"),
        @JsonSubTypes.Type(value = Welcome.class, name = "welcome")
    })
    @JsonIgnoreProperties(ignoreUnknown = true)
    sealed interface Down {}

    /** To anybody. */
    record Challenge(String nonce) implements Down {}

    /**
     * Who this server takes the other for; again when that changes.
     *
     * @param salt of the eight digits
     * @param confirmed whether they were compared
     */
    record Welcome(String unitId, String unitName, String salt, boolean confirmed) implements Down {}
}
