package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.ballots.Elector;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.Poll;
import plenum.server.ballots.PollEvent;
import plenum.server.ballots.TakenBallot;
import plenum.server.kernel.PersonId;

/**
 * An electronic poll in which this person may cast: schema OwnSecret. Whether it was cast is known to the tablet alone.
 *
 * @param key of the tablet that may take the ballot: SHA-256, hexadecimal, of its 65 bytes; absent while keys are made
 * @param blinded SHA-256, hexadecimal, of what was taken, as the bytes of its Base64; absent before
 * @param stored the tablet has said that its token is safe
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnSecret(
        String pollId,
        @Nullable String key,
        boolean taken,
        @Nullable String blinded,
        boolean stored) {

    static List<OwnSecret> of(Hall hall, PersonId person) {
        return hall.polls().polls().stream().flatMap(poll -> of(poll, person)).toList();
    }

    private static Stream<OwnSecret> of(Poll poll, PersonId person) {
        var electronic = poll.electronic();
        return electronic == null
                        || poll.issue() == null
                        || !poll.issue().eligible().contains(person)
                ? Stream.empty()
                : Stream.of(of(poll, electronic, person));
    }

    private static OwnSecret of(Poll poll, Electronic electronic, PersonId person) {
        var ballot = electronic.taken().get(person);
        return new OwnSecret(
                poll.pollId().value(),
                key(electronic, person),
                ballot != null,
                ballot == null ? null : blinded(ballot),
                ballot != null && ballot.stored());
    }

    private static @Nullable String key(Electronic electronic, PersonId person) {
        var defined = electronic.defined();
        return defined == null
                ? null
                : defined.elector(person)
                        .map(Elector::key)
                        .map(key -> sha256(Base64.getDecoder().decode(key)))
                        .orElse(null);
    }

    private static String blinded(TakenBallot ballot) {
        return sha256(ballot.blinded().getBytes(StandardCharsets.US_ASCII));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Whose own state the event may change. */
    static Set<PersonId> touched(PollEvent event, Hall after) {
        return switch (event) {
            case PollEvent.Taken taken -> Set.of(taken.personId());
            case PollEvent.Stored stored -> Set.of(stored.personId());
            case PollEvent.IssueOpened opened -> electronic(after, opened);
            case PollEvent.Defined defined -> electronic(after, defined);
            default -> Set.of();
        };
    }

    private static Set<PersonId> electronic(Hall after, PollEvent event) {
        return after.polls()
                .find(event.pollId())
                .filter(Poll::onTablets)
                .map(Poll::issue)
                .<Set<PersonId>>map(issue -> new LinkedHashSet<>(issue.eligible()))
                .orElse(Set.of());
    }
}
