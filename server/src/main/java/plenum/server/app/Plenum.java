package plenum.server.app;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.audit.Audit;
import plenum.server.booth.BoothRoutes;
import plenum.server.booth.ElectronicBallots;
import plenum.server.booth.PollFollower;
import plenum.server.conference.ConferenceLimits;
import plenum.server.conference.MediaEndpoint;
import plenum.server.conference.OpenRooms;
import plenum.server.conference.PointRegions;
import plenum.server.conference.RoomDirector;
import plenum.server.documents.Copies;
import plenum.server.documents.Intake;
import plenum.server.documents.OfficeRoutes;
import plenum.server.documents.OpeningDesk;
import plenum.server.documents.OpeningRoutes;
import plenum.server.documents.Openings;
import plenum.server.documents.PaperDesk;
import plenum.server.documents.PaperPolicy;
import plenum.server.documents.PaperRoutes;
import plenum.server.documents.PaperStore;
import plenum.server.documents.PdfCheck;
import plenum.server.documents.RenditionRoutes;
import plenum.server.documents.RenditionWatch;
import plenum.server.documents.UploadParts;
import plenum.server.documents.UploadRoutes;
import plenum.server.documents.Watermarks;
import plenum.server.drafts.DraftRoutes;
import plenum.server.drafts.DraftStore;
import plenum.server.hall.CommandCodec;
import plenum.server.hall.Events;
import plenum.server.hall.Lanes;
import plenum.server.http.Contract;
import plenum.server.http.HttpHouse;
import plenum.server.http.HttpParts;
import plenum.server.http.HttpSettings;
import plenum.server.http.Operation;
import plenum.server.identity.Identity;
import plenum.server.identity.IdentitySettings;
import plenum.server.invitations.InvitationRoutes;
import plenum.server.issuer.IssuerKeys;
import plenum.server.joined.JoinedEndpoint;
import plenum.server.joined.JoinedRoutes;
import plenum.server.joined.JoinedServers;
import plenum.server.joined.PointDeeds;
import plenum.server.joined.ServerKey;
import plenum.server.joined.SessionsAbove;
import plenum.server.joined.SessionsAboveRoutes;
import plenum.server.joined.Sharing;
import plenum.server.joined.Uplink;
import plenum.server.journal.MongoJournal;
import plenum.server.journal.MongoSnapshots;
import plenum.server.kernel.PersonId;
import plenum.server.keys.KeyDesk;
import plenum.server.keys.KeyRing;
import plenum.server.keys.KeyRoutes;
import plenum.server.keys.KeyStore;
import plenum.server.keys.SignedBallots;
import plenum.server.keys.VotingReadiness;
import plenum.server.live.LiveEndpoint;
import plenum.server.live.LiveLimits;
import plenum.server.live.SignedIn;
import plenum.server.live.TokenCheck;
import plenum.server.minutes.MinutesDesk;
import plenum.server.minutes.MinutesRoutes;
import plenum.server.minutes.MinutesStore;
import plenum.server.minutes.PointReportRoutes;
import plenum.server.minutes.PollPaperRoutes;
import plenum.server.notary.Notary;
import plenum.server.notary.NotaryKey;
import plenum.server.notary.NotaryRoutes;
import plenum.server.notes.NoteDesk;
import plenum.server.notes.NoteRoutes;
import plenum.server.notes.NoteStore;
import plenum.server.office.Converter;
import plenum.server.opinions.OpinionDesk;
import plenum.server.opinions.OpinionRoutes;
import plenum.server.opinions.OpinionStore;
import plenum.server.pack.PackDesk;
import plenum.server.pack.PackRoutes;
import plenum.server.pack.PackStore;
import plenum.server.platform.BlobStore;
import plenum.server.platform.BlobSweep;
import plenum.server.platform.DirectoryBlobStore;
import plenum.server.platform.Mongo;
import plenum.server.platform.Mongo.IndexKind;
import plenum.server.platform.MongoBlobStore;
import plenum.server.recordings.FilmDesk;
import plenum.server.recordings.FilmRoutes;
import plenum.server.recordings.FilmStore;
import plenum.server.recordings.TapeShelf;
import plenum.server.renditions.PageImages;
import plenum.server.renditions.RenditionStore;
import plenum.server.renditions.Renditions;
import plenum.server.renditions.Stamps;
import plenum.server.search.SearchDesk;
import plenum.server.search.SearchRoutes;
import plenum.server.sessions.SessionDesk;
import plenum.server.sessions.SessionIndex;
import plenum.server.sessions.SessionRoutes;
import plenum.server.units.PaperOptionsDesk;
import plenum.server.units.People;
import plenum.server.units.RegisterDesk;
import plenum.server.units.RulesDesk;
import plenum.server.units.UnitRoutes;
import plenum.server.units.UnitStore;

/** One running Plenum: all objects, wired by hand, and the order in which they stop. */
final class Plenum implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Plenum.class);
    private static final long STAMPED_BYTES = 1L << 30;
    private static final long PAGE_IMAGE_BYTES = 256L << 20;
    /** Then somebody decides (retention of recordings is not fixed by law). */
    private static final Period RECORDINGS_KEPT = Period.ofMonths(12);

    private static final String ADMINISTRATOR = "quantri";

    private final Config config;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Opening opening = new Opening();
    private Loading loading = () -> {};
    private @Nullable Doors doors;
    private String mediaBridge = "";
    private @Nullable String firstPassword;

    private Plenum(Config config) {
        this.config = config;
    }

    /**
     * Blocks until the doors are open; records are answered for after {@link #load}. On a failure all that was opened
     * is closed again.
     */
    static Plenum open(Config config) throws Exception {
        var plenum = new Plenum(config);
        try {
            plenum.begin(InstantSource.system());
            return plenum;
        } catch (Exception failure) {
            plenum.close();
            throw failure;
        }
    }

    private void begin(InstantSource clock) throws Exception {
        guardDemo();
        var data = directory(config.dataDirectory());
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        var contract = CompletableFuture.supplyAsync(() -> Contract.load(vertx), Thread::startVirtualThread);
        var mongo = store(vertx, clock);

        var audit = new Audit(mongo, clock);
        var unitStore = new UnitStore(mongo);
        var identity = opened(new Identity(mongo, unitStore, audit, IdentitySettings.usual(), clock));
        var registers = new RegisterDesk(unitStore, identity.people(), audit);

        mongo.index("journal", IndexKind.REPEATABLE, "session", "last").await();
        var journal = new MongoJournal(mongo.collection("journal"), Events.codec());
        var snapshots = new MongoSnapshots(mongo.collection("snapshots"));
        var index = new SessionIndex(mongo, journal);
        var openRooms = new OpenRooms(mongo);
        var toLive = new Forwarding();
        var toDirector = new Forwarding();
        var toRenditions = new Forwarding();
        var toSearch = new Forwarding();
        var paperOptions = new PaperOptionsDesk(mongo, identity.unitDesk(), audit);
        var toNotary = new Forwarding();
        var keyStore = new KeyStore(mongo);
        var keyRing = new KeyRing(keyStore);
        var toBooth = new Forwarding();
        var toJoined = new Forwarding();
        var ballots = opened(BallotPlace.open(config, clock));
        var paperPolicy = new PaperPolicy(paperOptions);
        var electronic = new ElectronicBallots(keyRing, ballots.orders().isPresent(), paperPolicy);
        var lanes = opened(new Lanes(
                journal,
                snapshots,
                clock,
                List.of(index, openRooms, toLive, toDirector, toRenditions, toSearch, toNotary, toBooth, toJoined),
                new SignedBallots(keyRing, electronic)));
        var notary = opened(new Notary(journal, lanes, NotaryKey.open(data.resolve("notary.pem"))));
        toNotary.to(notary);
        var issuers = IssuerKeys.open(directory(data.resolve("ballots")).resolve("issuer"));
        var booth = opened(new PollFollower(lanes, ballots.orders(), issuers, keyRing, mongo));
        toBooth.to(booth);
        var sessions = new SessionDesk(index, lanes, journal, identity.unitDesk(), identity.people(), clock);

        var begun = clock.instant();
        var blobs = blobs(mongo, data.resolve("papers"), clock);
        var pdfCheck = opened(new PdfCheck());
        var paperStore = new PaperStore(mongo);
        var renditions = opened(new Renditions(new RenditionStore(mongo), blobs));
        var sweep = opened(new BlobSweep(blobs, mongo, renditions::forget, clock));
        sweep.start(config.store().papers() ? Instant.EPOCH : begun);
        var watch = new RenditionWatch(renditions);
        toRenditions.to(watch);
        var intake = new Intake(blobs, pdfCheck, mongo, converter(data), clock);
        var papers = new PaperDesk(
                lanes, blobs, paperStore, intake, audit, clock, config.uploads().maxBytes());
        var search = opened(new SearchDesk(
                data.resolve("search"), config.rebuildSearch(), lanes, papers, renditions, index::sessions));
        toSearch.to(search);
        var minutes = new MinutesDesk(
                journal, blobs, new MinutesStore(mongo), people -> names(identity.people(), people), audit, clock);

        var tokens = identity.tokens();
        TokenCheck check = token -> {
            var known = tokens.verify(token);
            return new SignedIn(known.actor(), known.expiresAt());
        };
        var live = opened(new LiveEndpoint(vertx, lanes, check, origins(), LiveLimits.standard(), clock));
        toLive.to(live);
        identity.onRevoked(live::revoke);
        var filmStore = new FilmStore(mongo);
        var tapes = opened(new TapeShelf(data.resolve("tapes"), RECORDINGS_KEPT, filmStore, blobs, journal, clock));
        var media = media(vertx, lanes, toDirector, openRooms, tapes, check, clock);
        identity.onRevoked(media::revoke);

        var operations = new HashMap<String, Operation>(identity.routes().operations());
        var rules =
                new RulesDesk(unitStore, identity.unitDesk(), identity.people(), audit, clock, sessions::underRules);
        operations.putAll(new UnitRoutes(identity.unitDesk(), registers, paperOptions, rules).operations());
        operations.putAll(new SessionRoutes(sessions, new CommandCodec()).operations());
        operations.putAll(new InvitationRoutes(lanes, index, identity.unitDesk()).operations());
        var parts = UploadParts.open(data.resolve("uploads"), config.uploads().maxBytes());
        operations.putAll(new UploadRoutes(parts).operations());
        var stamps = opened(Stamps.open(data.resolve("stamps"), STAMPED_BYTES));
        var copies = new Copies(renditions, new Watermarks(stamps, reader -> name(identity.people(), reader), clock));
        operations.putAll(new PaperRoutes(papers, copies, parts).operations());
        operations.putAll(new OfficeRoutes(intake, audit).operations());
        var drafts = new DraftRoutes(lanes, papers, identity.unitDesk(), new DraftStore(mongo), parts, audit, clock);
        operations.putAll(drafts.operations());
        var images = opened(PageImages.open(data.resolve("page-images"), PAGE_IMAGE_BYTES, renditions, blobs));
        operations.putAll(new RenditionRoutes(papers, renditions, images).operations());
        operations.putAll(new SearchRoutes(search).operations());
        operations.putAll(new OpeningRoutes(new OpeningDesk(lanes, papers, new Openings(mongo), clock)).operations());
        operations.putAll(new NotaryRoutes(notary, lanes, journal, audit).operations());
        var films = new FilmDesk(lanes, filmStore, blobs, audit, clock);
        identity.onRevoked(films::revoke);
        operations.putAll(new FilmRoutes(films).operations());
        operations.putAll(new MinutesRoutes(minutes).operations());
        operations.putAll(new PointReportRoutes(journal, audit, clock).operations());
        operations.putAll(new PollPaperRoutes(lanes, clock).operations());
        operations.putAll(new BoothRoutes(lanes, booth).operations());
        var window = Duration.ofHours(config.offline().hours());
        var keys = new KeyDesk(keyStore, keyRing, lanes, audit, clock);
        operations.putAll(new KeyRoutes(keys, new VotingReadiness(keyRing, lanes, live::connected)).operations());
        var packs = new PackDesk(new PackStore(mongo), lanes, identity.desk(), audit, clock, window, keys::revokeAll);
        operations.putAll(new PackRoutes(packs).operations());
        operations.putAll(
                new NoteRoutes(new NoteDesk(lanes, new NoteStore(mongo), papers::permitReading)).operations());
        operations.putAll(
                new OpinionRoutes(new OpinionDesk(lanes, new OpinionStore(mongo), papers::permitReading, audit, clock))
                        .operations());
        var joinedServers = new JoinedServers(mongo, audit, clock);
        var joined = opened(new JoinedEndpoint(
                vertx,
                joinedServers,
                identity.unitDesk(),
                host -> Doors.hosts(config).contains(host),
                origins(),
                new Sharing(lanes, index, blobs, clock),
                clock));
        toJoined.to(joined);
        var papersAbove = opened(DirectoryBlobStore.open(data.resolve("joined").resolve("papers")));
        var above = new SessionsAbove(mongo, papersAbove, clock);
        var deeds = new PointDeeds(mongo, clock);
        var serverKey = ServerKey.open(directory(data.resolve("joined")).resolve("key.pem"));
        var uplink = config.joined() == null
                ? Optional.<Uplink>empty()
                : Optional.of(opened(new Uplink(vertx, address(config.joined()), serverKey, above, deeds, clock)));
        operations.putAll(new JoinedRoutes(serverKey, joinedServers, joined, uplink, identity.unitDesk()).operations());
        operations.putAll(new SessionsAboveRoutes(
                        above,
                        deeds,
                        serverKey,
                        identity.unitDesk(),
                        () -> uplink.filter(Uplink::joined).isPresent(),
                        clock)
                .operations());
        operations.put(
                "serverInfo",
                request -> new ServerInfo(version(), clock.instant(), demo(), addresses(), ballots.relays()));

        var http = new HttpHouse(
                vertx,
                contract.join(),
                settings(ballots),
                new HttpParts(
                        operations,
                        tokens,
                        sessions,
                        (actor, address, operation, code) ->
                                audit.record(actor.person(), address, "access.denied", operation, Map.of("code", code)),
                        () -> {
                            mongo.ping().await();
                            return opening.over();
                        },
                        clock));
        http.router().route("/api/*").order(-1).handler(opening);
        http.router().get("/live").handler(live);
        http.router().get("/media").handler(media);
        http.router().get("/joined").handler(joined);
        doors = opened(Doors.open(config, vertx, http, clock));
        LOG.info("doors are open: {}", doors.urls());
        pdfCheck.warm();
        watch.catchUp(paperStore);
        search.catchUp();
        booth.catchUp();
        tapes.catchUp(lanes);
        if (config.demo()) {
            loading = new DemoLoader(
                            registers,
                            identity,
                            sessions,
                            lanes,
                            papers,
                            drafts.preparation(),
                            home().resolve("demo-papers"))::load;
        } else {
            loading = () -> firstPassword = firstAdministrator(identity);
        }
    }

    private MediaEndpoint media(
            Vertx vertx,
            Lanes lanes,
            Forwarding toDirector,
            OpenRooms rooms,
            TapeShelf tapes,
            TokenCheck tokens,
            InstantSource clock)
            throws Unstartable {
        var limits = ConferenceLimits.standard().withWatchers(config.media().viewers());
        var bridge = opened(Bridge.open(config, vertx));
        mediaBridge = bridge.where();
        var turn = Bridge.turn(config.turn());
        var director = bridge.media()
                .map(media -> opened(new RoomDirector(
                        media,
                        lanes::lane,
                        new PointRegions(config.media().regions()),
                        limits,
                        turn,
                        Optional.of(tapes),
                        clock)))
                .orElse(null);
        if (director != null) {
            toDirector.to(director);
            director.recover(rooms.sessions());
        }
        return opened(new MediaEndpoint(vertx, director, lanes::lane, tokens, origins(), limits, clock));
    }

    /** Listeners must end before the store does, so Vert.x is closed first although it was there first. */
    private Mongo store(Vertx vertx, InstantSource clock) throws Unstartable {
        try {
            var store = opened(Store.open(config));
            store.embedded()
                    .ifPresent(embedded -> opened(new Nightly(
                            "compaction of the store", () -> embedded.compact(Duration.ofMinutes(1)), clock)));
            return store.mongo();
        } finally {
            opened(() -> vertx.close().await(10, TimeUnit.SECONDS));
        }
    }

    private static Uplink.Settings address(Config.Joined given) throws Unstartable {
        var trust = given.trustFile();
        if (trust == null) return new Uplink.Settings(URI.create(given.url()), Optional.empty());
        try (var file = Files.newInputStream(trust)) {
            return new Uplink.Settings(URI.create(given.url()), Optional.of(Uplink.trusting(file)));
        } catch (IOException | CertificateException unreadable) {
            throw new Unstartable("joined.trustFile: không đọc được / cannot read " + trust, unreadable);
        }
    }

    private Optional<Converter> converter(Path data) {
        var office = config.uploads().office();
        return switch (office) {
            case Config.Uploads.OFF -> Optional.empty();
            case Config.Uploads.AUTO -> Converter.installed(List.of(data));
            default -> Optional.of(Converter.at(Path.of(office), List.of(data)));
        };
    }

    private BlobStore blobs(Mongo mongo, Path directory, InstantSource clock) throws IOException {
        var here = opened(DirectoryBlobStore.open(directory));
        return config.store().papers() ? MongoBlobStore.open(mongo, here, clock) : here;
    }

    /** Puts in what a first start needs: the demo province, or the first administrator. Then everything answers. */
    void load() throws IOException {
        loading.run();
        opening.end();
    }

    private interface Loading {
        void run() throws IOException;
    }

    private static Map<PersonId, String> names(People people, Collection<PersonId> wanted) {
        var names = new HashMap<PersonId, String>();
        people.find(wanted).forEach((id, person) -> names.put(id, person.name()));
        return names;
    }

    private static String name(People people, PersonId person) {
        return names(people, List.of(person)).getOrDefault(person, person.value());
    }

    /** Well-known passwords stay on this machine. */
    private void guardDemo() throws Unstartable, IOException {
        var host = config.listen().host();
        if (config.demo() && !InetAddress.getByName(host).isLoopbackAddress()) {
            throw new Unstartable(
                    "--demo chỉ nghe trên máy này, không phải / listens on this machine only, not on " + host);
        }
    }

    private static @Nullable String firstAdministrator(Identity identity) {
        if (!identity.desk().empty()) {
            return null;
        }
        var random = new byte[15];
        new SecureRandom().nextBytes(random);
        var password = Base64.getUrlEncoder().encodeToString(random);
        var unused = identity.desk().createFirstAdministrator(ADMINISTRATOR, password);
        return password;
    }

    private HttpSettings settings(BallotPlace ballots) {
        var web = home().resolve("web");
        var usual = HttpSettings.usual(Files.isDirectory(web) ? Optional.of(web) : Optional.empty());
        return new HttpSettings(
                usual.webRoot(),
                config.trustProxy(),
                origins(),
                usual.publicBurst(),
                usual.publicPerSecond(),
                usual.personBurst(),
                usual.personPerSecond(),
                config.tls().mode() != Config.TlsMode.LOCAL_AUTHORITY,
                ballots.sources());
    }

    /** Where bin/, lib/ and web/ lie; the working directory when started by hand. */
    private static Path home() {
        return Path.of(System.getProperty("plenum.home", "."));
    }

    private Set<String> origins() {
        var origins = new HashSet<String>();
        if (config.publicUrl() != null) {
            origins.add(config.publicUrl());
        }
        return origins;
    }

    private static Path directory(Path directory) throws Unstartable {
        try {
            return Files.createDirectories(directory);
        } catch (IOException unusable) {
            throw new Unstartable("không dùng được thư mục / cannot use directory " + directory, unusable);
        }
    }

    private static String version() {
        var version = Plenum.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    @CanIgnoreReturnValue
    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    boolean demo() {
        return config.demo();
    }

    /** Under which Plenum is reached, the best first. */
    List<String> addresses() {
        if (config.publicUrl() != null) {
            return List.of(config.publicUrl());
        }
        return doors == null ? List.of() : doors.urls();
    }

    /** Where tablets get the local authority's root; empty without one. */
    List<String> installPages() {
        return doors == null ? List.of() : doors.installPages();
    }

    Optional<String> authorityFingerprint() {
        return doors == null ? Optional.empty() : doors.fingerprint();
    }

    /** Where the media of the video rooms go, for the operator. */
    String mediaBridge() {
        return mediaBridge;
    }

    /** Of the administrator that this start has made in an empty store; else empty. */
    Optional<String> firstPassword() {
        return Optional.ofNullable(firstPassword);
    }

    /** Stops in the reverse order of opening; a part that fails does not keep the others. */
    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception failure) {
                LOG.error("a part did not stop cleanly", failure);
            }
        }
    }
}
