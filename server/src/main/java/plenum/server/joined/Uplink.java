package plenum.server.joined;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import java.io.InputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.platform.Json;
import plenum.server.platform.KeyFile;
import plenum.server.platform.MalformedJson;

/**
 * The district's end: dials the province, says who it is, and dials again whenever the line breaks. Its own state
 * belongs to one event loop; {@link #status} is for any thread.
 */
public final class Uplink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);
    private static final int MESSAGE_BYTES = 32 << 20;
    private static final int ANSWER_MS = 10_000;
    private static final int LATER_MS = 2_000;
    private static final int LOOK_MS = 5_000;
    private static final int FIRST_PAUSE_MS = 500;
    private static final int LONGEST_PAUSE_MS = 10_000;
    private static final int HTTPS = 443;
    private static final short UNAUTHENTICATED = 4001;

    /** How it stands with the province. */
    enum State {
        /** Nobody answers at the address. */
        UNREACHABLE,
        /** Its certificate is not one that we believe. */
        UNTRUSTED,
        /** It does not know our key, or not any more, or we have dialed it by a name that it does not go by. */
        STRANGER,
        /** It knows our key; the digits are not compared yet. */
        COMPARE,
        JOINED
    }

    /**
     * @param since when it became so
     * @param unitName for which the province takes us
     * @param digits to be read out, until they were compared
     */
    record Status(
            State state,
            Instant since,
            @Nullable String unitName,
            @Nullable String digits) {}

    /**
     * @param url {@code https://hop.tinh.example.vn}
     * @param trust whose certificates are believed; empty: those that the JDK believes
     */
    public record Settings(URI url, Optional<TrustOptions> trust) {
        int port() {
            return url.getPort() > 0 ? url.getPort() : HTTPS;
        }
    }

    /**
     * Believes these X.509 certificates, PEM or DER, and no others. @throws CertificateException when there are none
     */
    public static TrustOptions trusting(InputStream certificates) throws CertificateException {
        var trust = new PemTrustOptions();
        var found = CertificateFactory.getInstance("X.509").generateCertificates(certificates);
        if (found.isEmpty()) throw new CertificateException("no certificate");
        for (var one : found) trust.addCertValue(Buffer.buffer(KeyFile.block("CERTIFICATE", one.getEncoded())));
        return trust;
    }

    private final Vertx vertx;
    private final Context loop;
    private final Settings settings;
    private final ServerKey key;
    private final InstantSource clock;
    private final WebSocketClient client;
    private final SessionsAbove sessions;
    private final PaperFetch fetch;
    private final PointDeeds deeds;
    private final Work work = new Work("uplink");
    private volatile Status status;
    private volatile boolean closed;
    private @Nullable WebSocket socket; // dialed
    private boolean open;
    private boolean heard; // since the last look
    private int pauseMs = FIRST_PAUSE_MS;

    public Uplink(
            Vertx vertx,
            Settings settings,
            ServerKey key,
            SessionsAbove sessions,
            PointDeeds deeds,
            InstantSource clock) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.settings = settings;
        this.key = key;
        this.clock = clock;
        this.sessions = sessions;
        this.fetch = new PaperFetch(sessions, this::say);
        this.deeds = deeds;
        deeds.over(this::say);
        this.status = new Status(State.UNREACHABLE, clock.instant(), null, null);
        var options = new WebSocketClientOptions()
                .setMaxFrameSize(MESSAGE_BYTES)
                .setMaxMessageSize(MESSAGE_BYTES)
                .setConnectTimeout(ANSWER_MS)
                .setClosingTimeout(2)
                .setSsl(true);
        settings.trust().ifPresent(options::setTrustOptions);
        this.client = vertx.createWebSocketClient(options);
        loop.runOnContext(ignored -> dial());
    }

    /** Any thread. */
    Status status() {
        return status;
    }

    /** Any thread. */
    URI address() {
        return settings.url();
    }

    private void become(State state, @Nullable String unitName, @Nullable String digits) {
        var before = status;
        if (before.state() != state) LOG.info("province {}: {}", settings.url(), state);
        var since = before.state() == state ? before.since() : clock.instant();
        status = new Status(state, since, unitName, digits);
    }

    private void dial() {
        if (closed || socket != null) return;
        var next = client.webSocket();
        socket = next;
        open = false;
        next.textMessageHandler(text -> ifCurrent(next, () -> onMessage(text)));
        next.pongHandler(pong -> heard = true);
        next.exceptionHandler(broken -> LOG.debug("line to the province: {}", broken.toString()));
        next.closeHandler(ignored -> ifCurrent(next, () -> onClosed(next)));
        next.connect(where())
                .onSuccess(opened -> ifCurrent(next, () -> onOpen(next)))
                .onFailure(no -> ifCurrent(next, () -> onRefused(no)));
    }

    private void ifCurrent(WebSocket one, Runnable action) {
        if (socket == one) action.run();
    }

    private WebSocketConnectOptions where() {
        return new WebSocketConnectOptions()
                .setHost(settings.url().getHost())
                .setPort(settings.port())
                .setSsl(true)
                .setURI("/joined")
                .addSubProtocol(JoinedEndpoint.SUBPROTOCOL)
                .putHeader("Origin", "https://" + settings.url().getRawAuthority())
                .setTimeout(ANSWER_MS);
    }

    private void onOpen(WebSocket now) {
        open = true;
        look(now, 0);
    }

    private void onRefused(Throwable no) {
        var untrusted = no instanceof SSLException || no.getCause() instanceof SSLException;
        if (!(no instanceof UpgradeRejectedException)) LOG.debug("province is not reached: {}", no.toString());
        again(untrusted ? State.UNTRUSTED : State.UNREACHABLE);
    }

    private void onClosed(WebSocket gone) {
        var code = gone.closeStatusCode();
        again(code != null && code == UNAUTHENTICATED ? State.STRANGER : State.UNREACHABLE);
    }

    private void again(State why) {
        hangUp();
        become(why, null, null);
        if (closed) return;
        var pause = pauseMs / 2 + ThreadLocalRandom.current().nextInt(pauseMs / 2 + 1);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
        vertx.setTimer(pause, ignored -> dial());
    }

    /** Hearing nothing between three looks is a loss. */
    private void look(WebSocket now, int unheard) {
        if (unheard >= 3) {
            again(State.UNREACHABLE);
            return;
        }
        heard = false;
        now.writePing(Buffer.buffer()).onFailure(Uplink::gone);
        vertx.setTimer(LOOK_MS, ignored -> ifCurrent(now, () -> look(now, heard ? 0 : unheard + 1)));
    }

    private void onMessage(String text) {
        heard = true;
        try {
            switch (Json.read(text, Says.Down.class)) {
                case Says.Challenge challenge -> onChallenge(challenge);
                case Says.Welcome welcome -> onWelcome(welcome);
                case Says.Session session ->
                    work.execute(() -> {
                        sessions.take(session.session());
                        fetch.next();
                    });
                case Says.Sessions all -> work.execute(() -> sessions.only(Set.copyOf(all.sessions())));
                case Says.Part part -> work.execute(() -> fetch.part(part));
                case Says.NoPart none -> work.execute(() -> fetch.refused(none.sha256()));
                case Says.Done done -> work.execute(() -> deeds.done(done));
                case Says.Refused refused -> onRefused(refused);
            }
        } catch (MalformedJson unread) {
            LOG.warn("the province speaks another language: {}", unread.getMessage());
            again(State.UNREACHABLE);
        }
    }

    private void onChallenge(Says.Challenge challenge) {
        var host = settings.url().getHost();
        var signature = key.sign(Pairing.signed(challenge.nonce(), host));
        send(new Says.Hello(challenge.nonce(), host, key.text(), signature));
    }

    private void onWelcome(Says.Welcome welcome) {
        pauseMs = FIRST_PAUSE_MS;
        var digits = welcome.confirmed() ? null : Pairing.digits(key.fingerprint(), welcome.salt());
        become(welcome.confirmed() ? State.JOINED : State.COMPARE, welcome.unitName(), digits);
        if (welcome.confirmed()) {
            work.execute(fetch::again);
            work.execute(deeds::again);
        }
    }

    private void onRefused(Says.Refused refused) {
        if (refused.later()) {
            var unused = vertx.setTimer(LATER_MS, timer -> work.execute(deeds::again));
        } else {
            work.execute(() -> deeds.refused(refused));
        }
    }

    /** Any thread: whether sessions are shared over the line now. */
    public boolean joined() {
        return status.state() == State.JOINED;
    }

    /** Any thread. */
    private void say(Says.Up message) {
        loop.runOnContext(ignored -> send(message));
    }

    private void send(Says.Up message) {
        if (socket != null && (joined() || message instanceof Says.Hello))
            socket.writeTextMessage(Json.text(message)).onFailure(Uplink::gone);
    }

    private void hangUp() {
        var old = socket;
        socket = null;
        if (old != null && open) old.close().onFailure(Uplink::gone);
    }

    private static void gone(Throwable late) {
        LOG.debug("line to the province: {}", late.toString());
    }

    @Override
    public void close() {
        closed = true;
        work.execute(fetch::close);
        work.close();
        loop.runOnContext(ignored -> {
            hangUp();
            client.close().onFailure(Uplink::gone);
        });
    }
}
