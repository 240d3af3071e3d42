package plenum.server.identity;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.security.Key;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plenum.server.http.Gatekeeper;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Refusal;

/** Access tokens: JWT (RFC 7519) signed with ES256, good for 10 minutes, for this house only. Thread-safe. */
public final class Tokens implements Gatekeeper {
    private static final String ISSUER = "plenum";
    private static final String AUDIENCE = "plenum";
    private static final String TYPE = "access";
    private static final int LONGEST = 2_048;
    private static final int KEPT = 20_000;
    private final SigningKeys keys;
    private final Actors actors;
    private final InstantSource clock;
    private final JwtParser parser;
    private final Map<String, Claimed> verified = new ConcurrentHashMap<>();

    private record Claimed(PersonId person, Instant expiresAt) {}

    /** A token as handed out. */
    record Access(String token, Instant expiresAt) {}

    Tokens(SigningKeys keys, Actors actors, InstantSource clock) {
        this.keys = keys;
        this.actors = actors;
        this.clock = clock;
        this.parser = Jwts.parser()
                .keyLocator(header -> key(header.get("kid")))
                .requireIssuer(ISSUER)
                .requireAudience(AUDIENCE)
                .require("typ", TYPE)
                .clock(() -> Date.from(clock.instant()))
                .sig()
                .clear()
                .add(Jwts.SIG.ES256)
                .and()
                .build();
    }

    Access issue(PersonId person) {
        var now = clock.instant();
        var expires = now.plus(IdentitySettings.ACCESS);
        var signer = keys.signer();
        var token = Jwts.builder()
                .header()
                .keyId(signer.kid())
                .and()
                .issuer(ISSUER)
                .audience()
                .add(AUDIENCE)
                .and()
                .subject(person.value())
                .id(UUID.randomUUID().toString())
                .claim("typ", TYPE)
                .issuedAt(Date.from(now))
                .expiration(Date.from(expires))
                .signWith(signer.key(), Jwts.SIG.ES256)
                .compact();
        var until = Instant.ofEpochSecond(expires.getEpochSecond());
        remember(token, new Claimed(person, until)); // to check the signature that we just made costs 0.4 ms
        return new Access(token, until);
    }

    private void remember(String token, Claimed claimed) {
        if (verified.size() >= KEPT) {
            verified.clear();
        }
        verified.put(token, claimed);
    }

    /**
     * Who stands behind the token, with grants at most 5 s old. May ask the store: not on an event loop.
     *
     * @throws Refusal {@code identity:not-signed-in} for a token that is not good, and for a disabled account
     */
    public SignedIn verify(String token) {
        var claimed = verified.get(token);
        if (claimed == null) {
            claimed = read(token);
            remember(token, claimed);
        }
        if (!clock.instant().isBefore(claimed.expiresAt())) {
            verified.remove(token);
            throw no("expired");
        }
        var actor = actors.find(claimed.person()).orElseThrow(() -> no("no such account, or disabled"));
        return new SignedIn(actor, claimed.expiresAt());
    }

    @Override
    public Actor actor(String accessToken) {
        return verify(accessToken).actor();
    }

    /** jjwt takes a token without exp for good, so each claim is looked at here. */
    private Claimed read(String token) {
        if (token.length() > LONGEST) {
            throw no("too long");
        }
        try {
            return claims(parser.parseSignedClaims(token));
        } catch (JwtException | IllegalArgumentException bad) {
            throw no(bad.getClass().getSimpleName());
        }
    }

    private Claimed claims(Jws<Claims> jws) {
        var claims = jws.getPayload();
        if (claims.getExpiration() == null || claims.getIssuedAt() == null) {
            throw no("exp or iat is missing");
        }
        if (claims.getId() == null || claims.getSubject() == null) {
            throw no("jti or sub is missing");
        }
        var issued = claims.getIssuedAt().toInstant();
        var expires = claims.getExpiration().toInstant();
        if (issued.isAfter(clock.instant().plusSeconds(5)) || expires.isAfter(issued.plus(IdentitySettings.ACCESS))) {
            throw no("issued in the future, or for too long");
        }
        return new Claimed(new PersonId(claims.getSubject()), expires);
    }

    private Key key(@Nullable Object kid) {
        return keys.verifier(String.valueOf(kid)).orElseThrow(() -> no("unknown key"));
    }

    private static Refusal no(String why) {
        return IdentityProblem.NOT_SIGNED_IN.refusal("access token refused: " + why);
    }
}
