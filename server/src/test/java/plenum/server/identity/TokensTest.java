package plenum.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.server.audit.Audit;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Refusal;
import plenum.server.testkit.HandClock;
import plenum.server.testkit.Store;
import plenum.server.units.UnitStore;

class TokensTest {
    private static final HandClock CLOCK = new HandClock();
    private static Store store;
    private static Identity identity;
    private static PersonId person;

    @BeforeAll
    static void open() {
        store = new Store();
        identity = new Identity(
                store.mongo(),
                new UnitStore(store.mongo()),
                new Audit(store.mongo(), CLOCK),
                IdentitySettings.usual(),
                CLOCK);
        person = identity.desk().createFirstAdministrator("Quan.Tri", "một câu dài dễ nhớ");
    }

    @AfterAll
    static void close() {
        identity.close();
        store.close();
    }

    @Test
    void aTokenOfTheHouseIsGood() {
        var signedIn = identity.tokens().verify(identity.tokens().issue(person).token());
        assertThat(signedIn.actor().person()).isEqualTo(person);
        assertThat(signedIn.actor().administersSystem()).isTrue();
        assertThat(signedIn.expiresAt()).isEqualTo(CLOCK.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void theSameTokenForgedByNobodyIsGood() {
        assertThat(identity.tokens().verify(forged(token -> token)).actor().person())
                .isEqualTo(person);
    }

    @Test
    void aTokenWithoutExpiryIsRefused() {
        refused(forged(token -> token.expiration(null)));
    }

    @Test
    void aTokenThatIsGoodForTooLongIsRefused() {
        refused(forged(token -> token.expiration(Date.from(CLOCK.instant().plus(Duration.ofDays(1))))));
    }

    @Test
    void aTokenWithoutJtiIatOrSubjectIsRefused() {
        refused(forged(token -> token.id(null)));
        refused(forged(token -> token.issuedAt(null)));
        refused(forged(token -> token.subject(null)));
    }

    @Test
    void aTokenOfAnotherTypeAudienceOrIssuerIsRefused() {
        refused(forged(token -> token.claim("typ", "refresh")));
        refused(forged(token -> token.claim("aud", "media")));
        refused(forged(token -> token.issuer("someone")));
    }

    @Test
    void aTokenFromTheFutureIsRefused() {
        refused(forged(token -> token.issuedAt(Date.from(CLOCK.instant().plusSeconds(60)))));
        refused(forged(token -> token.notBefore(Date.from(CLOCK.instant().plusSeconds(60)))));
    }

    @Test
    void aTokenOfAForeignKeyIsRefused() throws Exception {
        var foreign = ec();
        refused(with(foreign, "unknown-key"));
        refused(with(foreign, identity.keys().signer().kid()));
    }

    @Test
    void aTokenThatBringsItsOwnKeyIsRefused() throws Exception {
        var foreign = ec();
        refused(base().header()
                .keyId(identity.keys().signer().kid())
                .add("jku", "https://evil.example/keys")
                .and()
                .signWith(foreign.getPrivate(), Jwts.SIG.ES256)
                .compact());
    }

    @Test
    void otherAlgorithmsAreRefused() throws Exception {
        var kid = identity.keys().signer().kid();
        refused(base().header().keyId(kid).and().compact());
        var publicBytes = identity.keys().verifier(kid).orElseThrow().getEncoded();
        refused(base().header()
                .keyId(kid)
                .and()
                .signWith(new SecretKeySpec(publicBytes, "HmacSHA256"), Jwts.SIG.HS256)
                .compact());
        var rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        refused(base().header()
                .keyId(kid)
                .and()
                .signWith(rsa.generateKeyPair().getPrivate(), Jwts.SIG.RS256)
                .compact());
    }

    @Test
    void aChangedTokenIsRefused() {
        var parts = identity.tokens().issue(person).token().split("\\.");
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(person.value(), "somebody");
        refused(parts[0] + "." + encode(payload) + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + "." + encode("\0".repeat(64)));
        refused(parts[0] + "." + parts[1] + ".");
        refused("");
        refused("a.b.c");
        refused("x".repeat(10_000));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String token) {
        assertThatThrownBy(() -> identity.tokens().actor(token))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().code().code()).isEqualTo("identity:not-signed-in"));
    }

    private static String forged(UnaryOperator<JwtBuilder> change) {
        var signer = identity.keys().signer();
        return change.apply(base())
                .header()
                .keyId(signer.kid())
                .and()
                .signWith(signer.key(), Jwts.SIG.ES256)
                .compact();
    }

    private static String with(KeyPair pair, String kid) {
        return base().header()
                .keyId(kid)
                .and()
                .signWith(pair.getPrivate(), Jwts.SIG.ES256)
                .compact();
    }

    private static JwtBuilder base() {
        return Jwts.builder()
                .issuer("plenum")
                .audience()
                .add("plenum")
                .and()
                .subject(person.value())
                .id(UUID.randomUUID().toString())
                .claim("typ", "access")
                .issuedAt(Date.from(CLOCK.instant()))
                .expiration(Date.from(CLOCK.instant().plus(Duration.ofMinutes(10))));
    }

    private static KeyPair ec() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
