package plenum.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import plenum.server.kernel.PersonId;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;

/**
 * Refresh tokens {@code <family>.<256 bits>}. Each use gives a successor; a token used again later than the grace of 10
 * s ends its family, for thief and owner alike. A successor is derived from its parent with the family's secret, so
 * that the same parent gives the same child without the child being stored. Blocking.
 */
final class RefreshTokens {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})\\.([A-Za-z0-9_-]{43})");
    private static final int RACES = 20;
    private static final int SIGN_INS = 1_000;
    private static final HexFormat HEX = HexFormat.of();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private final RecordTable<Family> families;
    private final IdentitySettings settings;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** A new token of a person; {@code familyId} names the sign-in. */
    record Issued(PersonId person, String familyId, String token, Duration life) {}

    /** What became of a token that was used. */
    sealed interface Outcome {
        record Rotated(Issued issued) implements Outcome {}

        record Unknown() implements Outcome {}

        /** An old token came again: the family has been ended. */
        record Reused(PersonId person, String familyId) implements Outcome {}
    }

    RefreshTokens(Mongo mongo, IdentitySettings settings, InstantSource clock) {
        this.families = new RecordTable<>(mongo, "signIns", Family.class, Family::familyId);
        this.settings = settings;
        this.clock = clock;
        families.index(Mongo.IndexKind.REPEATABLE, "personId");
        families.index(Mongo.IndexKind.REPEATABLE, "endsAt");
    }

    Issued begin(PersonId person) {
        var now = clock.instant();
        var familyId = HEX.formatHex(bytes(16));
        var token = familyId + "." + BASE64.encodeToString(bytes(32));
        var family = new Family(
                familyId,
                person,
                hash(token),
                null,
                HEX.formatHex(bytes(32)),
                now,
                now.plus(settings.absolute()),
                false,
                0);
        if (!families.insert(family)) {
            throw new IllegalStateException("the same random family twice");
        }
        return issued(family, token, now);
    }

    /** Of many uses at once one makes the child; all get the same. */
    Outcome use(String token) {
        var parts = FORM.matcher(token);
        if (!parts.matches()) {
            return new Outcome.Unknown();
        }
        for (int race = 0; race < RACES; race++) {
            var family = families.get(parts.group(1));
            var outcome = family.isEmpty() ? Optional.<Outcome>of(new Outcome.Unknown()) : use(family.get(), token);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new IllegalStateException("a refresh family changed " + RACES + " times while one request was in work");
    }

    /** Empty: another request was faster, look again. */
    private Optional<Outcome> use(Family family, String token) {
        var now = clock.instant();
        if (over(family, now)) {
            return Optional.of(new Outcome.Unknown());
        }
        var hash = hash(token);
        var child = child(family, token);
        if (hash.equals(family.current())) {
            var next = family.rotated(hash(child), now);
            return swap(family, next) ? Optional.of(new Outcome.Rotated(issued(next, child, now))) : Optional.empty();
        }
        var grace = family.rotatedAt().plus(IdentitySettings.GRACE);
        if (hash.equals(family.parent()) && now.isBefore(grace)) {
            return Optional.of(new Outcome.Rotated(issued(family, child, now)));
        }
        return swap(family, family.ended())
                ? Optional.of(new Outcome.Reused(family.personId(), family.familyId()))
                : Optional.empty();
    }

    /** The person whose sign-in was ended. */
    Optional<PersonId> end(String token) {
        var parts = FORM.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        for (int race = 0; race < RACES; race++) {
            var family = families.get(parts.group(1)).filter(known -> mine(known, token));
            if (family.isEmpty() || swap(family.get(), family.get().ended())) {
                return family.map(Family::personId);
            }
        }
        throw new IllegalStateException("a refresh family does not come to rest");
    }

    /** Ends the sign-in of that name if it is the person's. */
    void end(PersonId person, String familyId) {
        var unused = families.delete(new Document("_id", familyId).append("personId", person.value()));
    }

    /** Ends all sign-ins of the person but the one that the token belongs to. */
    void endAll(PersonId person, Optional<String> butOf) {
        var spared = butOf.map(FORM::matcher).filter(parts -> parts.matches()).map(parts -> parts.group(1));
        var all = families.find(new Document("personId", person.value()), new Document(), SIGN_INS);
        for (var family : all) {
            if (!spared.equals(Optional.of(family.familyId()))) {
                var unused = families.delete(new Document("_id", family.familyId())); // 0: swept meanwhile
            }
        }
    }

    /** Number of families forgotten because their time is over. */
    long sweep() {
        return families.delete(
                new Document("endsAt", new Document("$lt", clock.instant().toEpochMilli())));
    }

    private boolean over(Family family, Instant now) {
        return family.revoked()
                || !now.isBefore(family.endsAt())
                || !now.isBefore(family.rotatedAt().plus(settings.idle()));
    }

    private boolean mine(Family family, String token) {
        var hash = hash(token);
        return hash.equals(family.current()) || hash.equals(family.parent());
    }

    private boolean swap(Family before, Family after) {
        return families.replace(new Document("_id", before.familyId()).append("turn", before.turn()), after);
    }

    private Issued issued(Family family, String token, Instant now) {
        var life = Duration.between(now, family.endsAt());
        var shorter = life.compareTo(settings.idle()) < 0 ? life : settings.idle();
        return new Issued(family.personId(), family.familyId(), token, shorter);
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String child(Family family, String parent) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HEX.parseHex(family.secret()), "HmacSHA256"));
            return family.familyId() + "."
                    + BASE64.encodeToString(mac.doFinal(parent.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no HMAC-SHA-256 on this Java", impossible);
        }
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HEX.formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no SHA-256 on this Java", impossible);
        }
    }
}
