package plenum.server.load;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import plenum.server.embedded.EmbeddedStore;
import plenum.server.hall.Events;
import plenum.server.hall.Lanes;
import plenum.server.hall.Policy;
import plenum.server.journal.MongoJournal;
import plenum.server.journal.MongoSnapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Grant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.keys.KeyRing;
import plenum.server.keys.KeyStore;
import plenum.server.keys.PairedTablets;
import plenum.server.keys.SignedBallots;
import plenum.server.live.LiveEndpoint;
import plenum.server.live.LiveLimits;
import plenum.server.live.SignedIn;
import plenum.server.live.SocketRoute;
import plenum.server.platform.Mongo;
import plenum.server.platform.Publishers;
import plenum.server.testkit.Halls;

/**
 * Hall, journal on the embedded store and live socket in a process of their own, with one session of N delegates;
 * people come with tokens of a key given on the command line. Answers BATCHES on its standard streams, and takes tokens
 * as issued and tablets as paired.
 */
public final class LoadServer {
    static final String SESSION = "load";
    private final JwtParser parser;
    private final Mongo mongo;
    private final Map<String, SignedIn> known = new ConcurrentHashMap<>();
    private final KeyRing ring;

    private LoadServer(Flags flags, Mongo mongo) throws GeneralSecurityException {
        this.mongo = mongo;
        this.ring = new KeyRing(new KeyStore(mongo));
        this.parser = Jwts.parser()
                .verifyWith(LoadTokens.publicKey(flags.text("key", "")))
                .build();
    }

    public static void main(String[] arguments) throws GeneralSecurityException {
        var flags = Flags.of(arguments);
        try (var store = EmbeddedStore.open(Path.of(flags.text("data", "")));
                var mongo = Mongo.open(store.connectionString())) {
            new LoadServer(flags, mongo).run(flags);
        }
        System.exit(0);
    }

    private void run(Flags flags) {
        mongo.index("journal", Mongo.IndexKind.REPEATABLE, "session", "last").await();
        var live = new AtomicReference<LiveEndpoint>();
        var journal = new MongoJournal(mongo.collection("journal"), Events.codec());
        var snapshots = new MongoSnapshots(mongo.collection("snapshots"));
        var lanes = new Lanes(
                journal,
                snapshots,
                InstantSource.system(),
                List.of(c -> live.get().accept(c)),
                new SignedBallots(ring, Policy.NONE));
        var vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(flags.number("loops", 1))
                .setPreferNativeTransport(flags.number("native", 0) == 1));
        live.set(new LiveEndpoint(vertx, lanes, this::check, Set.of(), LiveLimits.standard(), InstantSource.system()));
        Halls.prepare(lanes, new SessionId(SESSION), flags.number("users", 2000));
        listen(vertx, live.get(), flags.number("port", 0));
        answer();
    }

    private static void listen(Vertx vertx, LiveEndpoint live, int port) {
        var router = Router.router(vertx);
        router.get("/live").handler(live);
        var options = SocketRoute.options(
                new HttpServerOptions().setHost("127.0.0.1").setPort(port), LiveEndpoint.SUBPROTOCOL);
        var server =
                vertx.createHttpServer(options).requestHandler(router).listen().await();
        System.out.println("READY " + server.actualPort());
    }

    private void answer() {
        var questions = new Scanner(System.in, StandardCharsets.UTF_8);
        while (questions.hasNextLine()) {
            var question = questions.nextLine();
            if (question.startsWith("TOKEN ")) {
                var ignored = check(question.substring("TOKEN ".length()));
            } else if (question.startsWith("PAIR ")) {
                var words = question.split(" ");
                PairedTablets.pair(
                        ring,
                        Halls.COUNCIL,
                        new PersonId(words[1]),
                        Base64.getUrlDecoder().decode(words[2]));
            } else if (question.equals("BATCHES")) {
                System.out.println("BATCHES " + batches());
            }
        }
    }

    private long batches() {
        return Publishers.first(mongo.collection("journal").countDocuments(new Document()))
                .await()
                .orElse(0L);
    }

    /** As the server's own tokens: a signature is checked once. */
    private SignedIn check(String token) {
        return known.computeIfAbsent(token, this::verified);
    }

    private SignedIn verified(String token) {
        try {
            var claims = parser.parseSignedClaims(token).getPayload();
            return new SignedIn(
                    actor(claims.getSubject()), claims.getExpiration().toInstant());
        } catch (JwtException | IllegalArgumentException bad) {
            throw Unknown.TOKEN.refusal("bad token");
        }
    }

    private static Actor actor(String person) {
        var roles = person.equals("secretary") ? List.of(Role.SECRETARY, Role.CHAIR) : List.of(Role.DELEGATE);
        var grants = roles.stream()
                .map(role -> new Grant(role, Halls.COUNCIL.value()))
                .toList();
        return new Actor(new PersonId(person), person, grants);
    }

    private enum Unknown implements Problem.Code {
        TOKEN;

        @Override
        public String part() {
            return "load";
        }

        @Override
        public Problem.Kind kind() {
            return Problem.Kind.UNAUTHENTICATED;
        }

        @Override
        public String title() {
            return "Chưa đăng nhập.";
        }
    }
}
