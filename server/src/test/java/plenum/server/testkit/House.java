package plenum.server.testkit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import plenum.server.audit.Audit;
import plenum.server.documents.PaperPolicy;
import plenum.server.hall.CommandCodec;
import plenum.server.hall.Committed;
import plenum.server.hall.Events;
import plenum.server.hall.Lanes;
import plenum.server.http.HttpHouse;
import plenum.server.http.HttpParts;
import plenum.server.http.HttpSettings;
import plenum.server.http.Operation;
import plenum.server.identity.Identity;
import plenum.server.identity.IdentitySettings;
import plenum.server.invitations.InvitationRoutes;
import plenum.server.joined.JoinedEndpoint;
import plenum.server.joined.JoinedRoutes;
import plenum.server.joined.JoinedServers;
import plenum.server.joined.PointDeeds;
import plenum.server.joined.ServerKey;
import plenum.server.joined.SessionsAbove;
import plenum.server.joined.SessionsAboveRoutes;
import plenum.server.joined.Sharing;
import plenum.server.journal.Journal;
import plenum.server.journal.MongoJournal;
import plenum.server.journal.MongoSnapshots;
import plenum.server.kernel.PersonId;
import plenum.server.keys.KeyDesk;
import plenum.server.keys.KeyRing;
import plenum.server.keys.KeyRoutes;
import plenum.server.keys.KeyStore;
import plenum.server.keys.SignedBallots;
import plenum.server.keys.VotingReadiness;
import plenum.server.live.SocketRoute;
import plenum.server.notary.Notary;
import plenum.server.notary.NotaryKey;
import plenum.server.notary.NotaryRoutes;
import plenum.server.pack.PackDesk;
import plenum.server.pack.PackRoutes;
import plenum.server.pack.PackStore;
import plenum.server.platform.DirectoryBlobStore;
import plenum.server.platform.Json;
import plenum.server.sessions.SessionDesk;
import plenum.server.sessions.SessionIndex;
import plenum.server.sessions.SessionRoutes;
import plenum.server.units.PaperOptionsDesk;
import plenum.server.units.Register;
import plenum.server.units.RegisterDesk;
import plenum.server.units.RulesDesk;
import plenum.server.units.UnitRoutes;
import plenum.server.units.UnitStore;

/** The HTTP door with identity and units on a real store and a real socket; other operations are given by the test. */
public final class House implements AutoCloseable {
    public static final String PASSWORD = "một câu dài dễ nhớ";
    /** In which a tablet may be opened by PIN. */
    public static final Duration WINDOW = Duration.ofHours(72);

    /** Of {@link #PASSWORD}; made once, hashing is slow by design. */
    private static final String HASH;

    static {
        try (var passwords = new plenum.server.identity.Passwords()) {
            HASH = passwords.hash(PASSWORD);
        }
    }

    public final HandClock clock = new HandClock();
    public final Store store = new Store();
    public final Audit audit = new Audit(store.mongo(), clock);
    public final UnitStore units = new UnitStore(store.mongo());
    public final Identity identity = new Identity(store.mongo(), units, audit, IdentitySettings.usual(), clock);
    public final RegisterDesk registers = new RegisterDesk(units, identity.people(), audit);
    public final Journal journal = new MongoJournal(store.mongo().collection("journal"), Events.codec());
    public final SessionIndex index = new SessionIndex(store.mongo(), journal);
    /** Told of every durable change; a test may add its own. */
    public final List<Consumer<Committed>> followers = new CopyOnWriteArrayList<>(List.of(index));

    /** Whose tablets the house takes for connected. */
    public final Set<PersonId> connected = new CopyOnWriteArraySet<>();

    public final PaperOptionsDesk paperOptions = new PaperOptionsDesk(store.mongo(), identity.unitDesk(), audit);
    private final KeyStore keyStore = new KeyStore(store.mongo());
    private final KeyRing keyRing = new KeyRing(keyStore);
    public final Lanes lanes = new Lanes(
            journal,
            new MongoSnapshots(store.mongo().collection("snapshots")),
            clock,
            List.of(committed -> followers.forEach(follower -> follower.accept(committed))),
            new SignedBallots(keyRing, new PaperPolicy(paperOptions)));
    public final SessionDesk sessions =
            new SessionDesk(index, lanes, journal, identity.unitDesk(), identity.people(), clock);
    /** Signs when asked; a test may let it follow. */
    public final Notary notary = new Notary(journal, lanes, notaryKey());

    public final Vertx vertx = Vertx.vertx();
    private final JoinedServers joinedServers = new JoinedServers(store.mongo(), audit, clock);
    private final JoinedEndpoint joined;
    /** What joined servers may be given. */
    public final DirectoryBlobStore blobs = blobs();

    public final HttpHouse http;
    public final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final Map<String, String> tokens = new HashMap<>();

    public House(Map<String, Operation> more) {
        this(more, HttpSettings.usual(Optional.empty()));
    }

    public House(Map<String, Operation> more, HttpSettings settings) {
        registers.importAll(register(), new PersonId("tester"), "");
        var operations = new HashMap<>(identity.routes().operations());
        var rules = new RulesDesk(units, identity.unitDesk(), identity.people(), audit, clock, sessions::underRules);
        operations.putAll(new UnitRoutes(identity.unitDesk(), registers, paperOptions, rules).operations());
        operations.putAll(new SessionRoutes(sessions, new CommandCodec()).operations());
        operations.putAll(new InvitationRoutes(lanes, index, identity.unitDesk()).operations());
        var keys = new KeyDesk(keyStore, keyRing, lanes, audit, clock);
        var readiness = new VotingReadiness(keyRing, lanes, (session, person) -> connected.contains(person));
        operations.putAll(new KeyRoutes(keys, readiness).operations());
        var packs = new PackDesk(
                new PackStore(store.mongo()), lanes, identity.desk(), audit, clock, WINDOW, keys::revokeAll);
        operations.putAll(new PackRoutes(packs).operations());
        operations.putAll(new NotaryRoutes(notary, lanes, journal, audit).operations());
        var unitDesk = identity.unitDesk();
        var key = serverKey();
        joined = new JoinedEndpoint(
                vertx,
                joinedServers,
                unitDesk,
                "127.0.0.1"::equals,
                Set.of(),
                new Sharing(lanes, index, blobs, clock),
                clock);
        followers.add(joined);
        operations.putAll(new SessionsAboveRoutes(
                        new SessionsAbove(store.mongo(), blobs, clock),
                        new PointDeeds(store.mongo(), clock),
                        key,
                        unitDesk,
                        () -> false,
                        clock)
                .operations());
        operations.putAll(new JoinedRoutes(key, joinedServers, joined, Optional.empty(), unitDesk).operations());
        for (var name : List.of(
                "uploadPaper",
                "paperContent",
                "notes",
                "writeNotes",
                "sharedNotes",
                "ownOpinions",
                "giveOpinion",
                "opinionBoard",
                "exportOpinions",
                "paperPages",
                "paperText",
                "paperThumbnail",
                "paperImage",
                "search",
                "replacePaper",
                "uploadOffset",
                "officeFiles",
                "unfinishedPapers",
                "officeFile",
                "dropOfficeFile",
                "uploadPart",
                "dropUpload",
                "noteOpening",
                "ownOpenings",
                "openingCounts",
                "paperReaders",
                "ownPreparation",
                "preparation",
                "assignPreparation",
                "dropAssignment",
                "publishDraft",
                "saveDraft",
                "editDraft",
                "dropDraft",
                "moveDraft",
                "draftContent",
                "draftOfficeFile",
                "dropDraftOfficeFile",
                "draftUploadOffset",
                "draftUploadPart",
                "dropDraftUpload",
                "recordings",
                "recordingChapters",
                "openRecording",
                "recordingContent",
                "changeRecording",
                "deleteRecording",
                "ballotSheet",
                "countMinutes",
                "pollDefinition",
                "pollToken",
                "pollProgress",
                "pollBoard",
                "pollBoardFile",
                "pointReport",
                "pointReportSheet",
                "minutes",
                "generateMinutes",
                "minutesContent",
                "serverInfo")) {
            operations.put(name, request -> Map.of("reached", name));
        }
        operations.putAll(more);
        http = new HttpHouse(
                vertx,
                settings,
                new HttpParts(
                        operations,
                        identity.tokens(),
                        sessions,
                        (actor, address, operation, code) ->
                                audit.record(actor.person(), address, "access.denied", operation, Map.of("code", code)),
                        () -> {
                            store.mongo().ping().await();
                            return true;
                        },
                        clock));
        http.router().get("/joined").handler(joined);
        var options = SocketRoute.options(HttpHouse.options(), JoinedEndpoint.SUBPROTOCOL);
        server = http.listen(options.setHost("127.0.0.1").setPort(0)).await();
    }

    private static DirectoryBlobStore blobs() {
        try {
            return DirectoryBlobStore.open(Files.createTempDirectory("plenum-blobs"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ServerKey serverKey() {
        try {
            return ServerKey.open(Files.createTempDirectory("plenum-joined").resolve("key.pem"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static NotaryKey notaryKey() {
        try {
            return NotaryKey.open(Files.createTempDirectory("plenum-notary").resolve("notary.pem"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Two provinces, each with a council; one person per role in the first, a secretary in the second. */
    public static Register register() {
        return Json.read(
                """
                {"units":[
                  {"unitId":"11","code":"11","name":"Tỉnh Điện Biên","level":"PROVINCE","validFrom":"2004-01-01"},
                  {"unitId":"03127","code":"03127","name":"Phường Điện Biên Phủ","level":"COMMUNE","parentId":"11","validFrom":"2025-07-01"},
                  {"unitId":"12","code":"12","name":"Tỉnh Lai Châu","level":"PROVINCE","validFrom":"2004-01-01"}],
                 "bodies":[
                  {"bodyId":"hdnd-11","unitId":"11","name":"HĐND tỉnh Điện Biên","kind":"COUNCIL"},
                  {"bodyId":"hdnd-12","unitId":"12","name":"HĐND tỉnh Lai Châu","kind":"COUNCIL"}],
                 "people":[%s],
                 "members":[
                  {"bodyId":"hdnd-11","personId":"delegate","group":"Tổ 10","seat":"A2","validFrom":"2021-07-01"},
                  {"bodyId":"hdnd-11","personId":"chair","group":"Tổ 2","seat":"A1","validFrom":"2021-07-01"}],
                 "grants":[
                  {"personId":"secretary","role":"SECRETARY","scope":"hdnd-11"},
                  {"personId":"chair","role":"CHAIR","scope":"hdnd-11"},
                  {"personId":"chair","role":"DELEGATE","scope":"hdnd-11"},
                  {"personId":"delegate","role":"DELEGATE","scope":"hdnd-11"},
                  {"personId":"screen","role":"SCREEN","scope":"hdnd-11"},
                  {"personId":"guest","role":"GUEST","scope":"hdnd-11"},
                  {"personId":"technician","role":"TECHNICIAN","scope":"hdnd-11"},
                  {"personId":"neighbour","role":"SECRETARY","scope":"hdnd-12"},
                  {"personId":"unit-admin","role":"UNIT_ADMIN","scope":"11"},
                  {"personId":"admin","role":"SYSTEM_ADMIN","scope":"*"}],
                 "ruleSets":[
                  {"ruleSetId":"quy-che-11","bodyId":"hdnd-11","version":1,"citation":"Luật Tổ chức chính quyền địa phương","validFrom":"2021-07-01",
                   "quorum":{"numerator":2,"denominator":3,"strict":false,"base":"TOTAL_MEMBERS"},
                   "pass":{"numerator":1,"denominator":2,"strict":true,"base":"TOTAL_MEMBERS"},"allowChange":true,"speechSeconds":420}]}
                """.formatted(String.join(
                        ",",
                        List.of(
                                        "secretary",
                                        "chair",
                                        "delegate",
                                        "screen",
                                        "guest",
                                        "technician",
                                        "neighbour",
                                        "unit-admin",
                                        "admin")
                                .stream()
                                .map(House::person)
                                .toList())),
                Register.class);
    }

    private static String person(String id) {
        return Json.text(
                Map.of("personId", id, "username", id, "name", "Người " + id, "title", "", "passwordHash", HASH));
    }

    /** One more member of the council of Điện Biên, with {@link #PASSWORD}. */
    public String newDelegate(String id) {
        var scope = "\"personId\":\"" + id + "\"";
        registers.importAll(
                Json.read("""
                        {"people":[%s],
                         "members":[{"bodyId":"hdnd-11",%s,"group":"Tổ 3","seat":"B1","validFrom":"2021-07-01"}],
                         "grants":[{%s,"role":"DELEGATE","scope":"hdnd-11"}]}
                        """.formatted(person(id), scope, scope), Register.class), new PersonId("tester"), "");
        return id;
    }

    /** People of a commune below the province: its administrator {@code a-<unit>}, and {@code t-<unit>}. */
    public void commune(String unit, String name) {
        registers.importAll(
                Json.read("""
                        {"units":[{"unitId":"%1$s","code":"%1$s","name":"%2$s","level":"COMMUNE","parentId":"11","validFrom":"2025-07-01"}],
                         "bodies":[{"bodyId":"hdnd-%1$s","unitId":"%1$s","name":"HĐND %2$s","kind":"COUNCIL"}],
                         "people":[%3$s,%4$s],
                         "grants":[{"personId":"a-%1$s","role":"UNIT_ADMIN","scope":"%1$s"},
                                   {"personId":"t-%1$s","role":"GUEST","scope":"hdnd-%1$s"}]}
                        """.formatted(unit, name, person("a-" + unit), person("t-" + unit)), Register.class),
                new PersonId("tester"),
                "");
    }

    /** A unit below the province with a preparer {@code p-<unit>} and a head {@code h-<unit>}. */
    public void staffed(String unit, String name) {
        registers.importAll(
                Json.read("""
                        {"units":[{"unitId":"%1$s","code":"%1$s","name":"%2$s","level":"OFFICE","parentId":"11","validFrom":"2025-03-01"}],
                         "people":[%3$s,%4$s],
                         "grants":[{"personId":"p-%1$s","role":"PREPARER","scope":"%1$s"},
                                   {"personId":"h-%1$s","role":"APPROVER","scope":"%1$s"}]}
                        """.formatted(unit, name, person("p-" + unit), person("h-" + unit)), Register.class),
                new PersonId("tester"),
                "");
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    public int port() {
        return server.actualPort();
    }

    /** Not signed in. */
    public HttpResponse<String> send(String method, String path, String json, String... headers) {
        return send(method, path, json, request -> headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** As a person of the register, signed in once. */
    public HttpResponse<String> as(String person, String method, String path, String json) {
        return send(method, path, json, "Authorization", "Bearer " + token(person));
    }

    public String token(String person) {
        return tokens.computeIfAbsent(person, name -> text(signIn(name), "/accessToken"));
    }

    public HttpResponse<String> signIn(String username) {
        return signIn(username, PASSWORD);
    }

    public HttpResponse<String> signIn(String username, String password) {
        return send("POST", "/api/auth/sign-in", Json.text(Map.of("username", username, "password", password)));
    }

    public void forgetTokens() {
        tokens.clear();
    }

    public HttpResponse<String> send(String method, String path, String json, UnaryOperator<HttpRequest.Builder> more) {
        var body = json.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
        var request = HttpRequest.newBuilder(uri(path)).method(method, body).timeout(Duration.ofSeconds(20));
        if (!json.isEmpty()) {
            request.setHeader("Content-Type", "application/json");
        }
        try {
            return client.send(more.apply(request).build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A value of a JSON answer by JSON pointer. */
    public static String text(HttpResponse<String> answer, String pointer) {
        return Json.tree(answer.body()).at(pointer).asText();
    }

    public static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    @Override
    public void close() {
        client.close();
        vertx.close().await();
        notary.close();
        lanes.close();
        identity.close();
        store.close();
    }

    /** A directory as the tablet app would be built into. */
    public static HttpSettings serving(Path webRoot) {
        return HttpSettings.usual(Optional.of(webRoot));
    }
}
