package plenum.server.joined;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What two servers say to each other: text frames of JSON. A field that the reader does not know is passed over. */
final class Says {
    private Says() {}

    /** What the district says. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Hello.class, name = "hello"),
        @JsonSubTypes.Type(value = Ask.class, name = "ask"),
        @JsonSubTypes.Type(value = Do.class, name = "do")
    })
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

    /** For a part of a paper that a session has named; one at a time. */
    record Ask(String sha256, long from) implements Up {}

    /** @param id said again until there is an answer; the same id is done once */
    record Do(String id, String sessionId, String pointId, PointWish wish) implements Up {}

    /** What the province says. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Challenge.class, name = "challenge"),
        @JsonSubTypes.Type(value = Welcome.class, name = "welcome"),
        @JsonSubTypes.Type(value = Session.class, name = "session"),
        @JsonSubTypes.Type(value = Sessions.class, name = "sessions"),
        @JsonSubTypes.Type(value = Part.class, name = "part"),
        @JsonSubTypes.Type(value = NoPart.class, name = "no-part"),
        @JsonSubTypes.Type(value = Done.class, name = "done"),
        @JsonSubTypes.Type(value = Refused.class, name = "refused")
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

    /** What holds now of one session; takes the place of what was said before. */
    record Session(SharedSession session) implements Down {}

    /** All of them: those that are not named are not for the other any more. */
    record Sessions(List<String> sessions) implements Down {}

    /** @param bytes in Base64 */
    record Part(String sha256, long from, String bytes) implements Down {}

    /** The paper is not for the other now. */
    record NoPart(String sha256) implements Down {}

    /** @param seq of the journal */
    record Done(String id, long seq) implements Down {}

    /** @param later it passes by itself: to be said again */
    record Refused(String id, String code, String title, boolean later) implements Down {}
}
