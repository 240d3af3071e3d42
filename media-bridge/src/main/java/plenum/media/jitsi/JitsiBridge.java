package plenum.media.jitsi;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeException.Kind;
import plenum.media.api.BridgeStats;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.MediaBridge;
import plenum.media.api.Offer;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;

/**
 * One or many Jitsi Videobridges as one bridge, driven by a focus of our own over Colibri2 and the colibri WebSocket.
 * It is ready while one of them is well; when one fails, its endpoints expire and their new offers come from another. A
 * conference is at the bridges of the regions in which its endpoints are, joined by relays along the tree.
 *
 * <p>A Videobridge does not do all that ours does: no {@link BridgeEvent.AudioLevels} and no
 * {@link BridgeEvent.SourceActive} are told, nobody gets his own media back, {@link BridgeStats#dropped} is 0.
 */
public final class JitsiBridge implements MediaBridge {
    private final Parts parts;
    private final List<Home> homes;
    private final Choice choice;
    private final Map<ConferenceId, JitsiConference> conferences = new ConcurrentHashMap<>();
    private boolean ready;

    /** Looks at the bridges from {@link #listen} on. */
    public JitsiBridge(JitsiSettings settings) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.patience())
                .build();
        parts = new Parts(settings, http, timer(), new Announcer());
        homes = settings.sites().stream()
                .map(site -> home(site, settings, http))
                .toList();
        choice = new Choice(homes, settings.region());
    }

    private static ScheduledExecutorService timer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("jitsi-timer").factory());
    }

    private Home home(JitsiSettings.Site site, JitsiSettings settings, HttpClient http) {
        var bridge = new Videobridge(site, http, settings.patience());
        return new Home(bridge, site, settings, this::changed);
    }

    // the bridge -------------------------------------------------------------------------------------------------

    @Override
    public synchronized CompletionStage<Void> openConference(ConferenceId conference) {
        if (!ready) return CompletableFuture.failedFuture(away());
        conferences.computeIfAbsent(conference, fresh -> new JitsiConference(fresh, parts, choice));
        return nothing();
    }

    @Override
    public synchronized CompletionStage<Void> closeConference(ConferenceId conference) {
        if (!ready) return CompletableFuture.failedFuture(away());
        var known = conferences.remove(conference);
        return known == null ? nothing() : known.close();
    }

    @Override
    public CompletionStage<Offer> openEndpoint(ConferenceId conference, EndpointId endpoint, EndpointSpec spec) {
        return in(conference, known -> known.openEndpoint(endpoint, spec));
    }

    @Override
    public CompletionStage<Void> answer(ConferenceId conference, EndpointId endpoint, String sdp) {
        return in(conference, known -> known.answer(endpoint, sdp));
    }

    @Override
    public synchronized CompletionStage<Void> closeEndpoint(ConferenceId conference, EndpointId endpoint) {
        if (!ready) return CompletableFuture.failedFuture(away());
        var known = conferences.get(conference);
        return known == null ? nothing() : known.closeEndpoint(endpoint);
    }

    @Override
    public CompletionStage<Void> permit(ConferenceId conference, EndpointId endpoint, Permission permission) {
        return in(conference, known -> known.permit(endpoint, permission));
    }

    @Override
    public CompletionStage<Void> constrain(
            ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints) {
        return in(conference, known -> known.constrain(endpoint, constraints));
    }

    /** Conferences and endpoints of this focus; packets of all bridges, as they counted them a few seconds ago. */
    @Override
    public synchronized CompletionStage<BridgeStats> stats() {
        if (!ready) return CompletableFuture.failedFuture(away());
        var endpoints =
                conferences.values().stream().mapToInt(JitsiConference::size).sum();
        var in = homes.stream().mapToLong(home -> home.load().packetsIn()).sum();
        var out = homes.stream().mapToLong(home -> home.load().packetsOut()).sum();
        return CompletableFuture.completedFuture(new BridgeStats(conferences.size(), endpoints, in, out, 0));
    }

    @Override
    public void listen(Consumer<BridgeEvent> listener) {
        parts.announcer().listener(listener);
        homes.forEach(Home::start);
    }

    /** Ends every conference, as far as the bridges answer in a few seconds. */
    @Override
    public void close() {
        homes.forEach(Home::close);
        var closing = closeAll().toArray(CompletableFuture<?>[]::new);
        var ignored = CompletableFuture.allOf(closing)
                .completeOnTimeout(null, parts.settings().patience().toMillis(), MILLISECONDS)
                .handle((done, failed) -> done)
                .join();
        parts.timer().shutdownNow();
        parts.http().shutdownNow();
        parts.announcer().close();
    }

    private synchronized List<CompletableFuture<Void>> closeAll() {
        ready = false;
        var closing = conferences.values().stream()
                .map(one -> one.close().toCompletableFuture())
                .toList();
        conferences.clear();
        return closing;
    }

    private synchronized <T> CompletionStage<T> in(
            ConferenceId conference, Function<JitsiConference, CompletionStage<T>> call) {
        if (!ready) return CompletableFuture.failedFuture(away());
        var known = conferences.get(conference);
        if (known != null) return call.apply(known);
        return CompletableFuture.failedFuture(new BridgeException(Kind.UNKNOWN, "no conference " + conference));
    }

    private static CompletionStage<Void> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    private static BridgeException away() {
        return new BridgeException(Kind.UNAVAILABLE, "no Videobridge is well");
    }

    // the bridges ------------------------------------------------------------------------------------------------

    /** Names of those that conferences may go to now. */
    List<String> wellBridges() {
        return homes.stream().filter(Home::well).map(Home::name).toList();
    }

    private void changed(Home home, Pulse.Change change) {
        if (change == Pulse.Change.WELL) well(home);
        else failed(home);
    }

    private synchronized void well(Home home) {
        if (ready) return;
        ready = true;
        parts.announcer().tell(new BridgeEvent.Ready(home.name()));
    }

    private synchronized void failed(Home home) {
        conferences.values().forEach(one -> one.failed(home));
        if (!ready || homes.stream().anyMatch(Home::well)) return;
        parts.announcer().tell(new BridgeEvent.Lost(home.name()));
        var ignored = closeAll(); // whatever was open is gone; what lives on is tidied up when a bridge is back
    }
}
