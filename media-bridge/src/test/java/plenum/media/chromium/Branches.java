package plenum.media.chromium;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import plenum.media.api.BridgeEvent;
import plenum.media.cascade.Branch;
import plenum.media.cascade.Cascade;
import plenum.media.control.RemoteBridge;
import plenum.media.link.LinkStats;
import plenum.media.link.LinkTicket;
import plenum.media.link.LinkedBridge;
import plenum.media.load.BridgeProcess;
import plenum.media.load.Child;
import plenum.media.testkit.BadLine;
import plenum.media.testkit.TcpDetour;

/**
 * Province, district and commune in three processes, on hosts of their own where that is allowed. The line between the
 * province and the rest carries the link of the bridges and their server's orders; it can be cut.
 */
final class Branches implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<TcpDetour> orders = new ArrayList<>();
    private final Set<String> here = ConcurrentHashMap.newKeySet();
    private final @Nullable Hosts hosts = Hosts.ifAllowed().orElse(null);
    private final LinkedBridge province = remote(start(place("")), false, "province");
    private final LinkedBridge district = remote(detour(start(place("district"))), true, "district");
    private final LinkedBridge commune = remote(detour(start(place("commune"))), true, "commune");
    private @Nullable BadLine line;

    private Place place(String region) {
        return hosts == null ? Place.here(region) : hosts.place(region);
    }

    /** Where browsers can run: at each level, or all on this machine. */
    List<Place> places() {
        return hosts == null ? List.of(Place.HERE) : hosts.places();
    }

    /** @return where it takes orders */
    private InetSocketAddress start(Place place) {
        var java = ProcessHandle.current().info().command().orElse("java");
        var command = List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BridgeProcess.class.getName(),
                BridgeProcess.COLD,
                BridgeProcess.MEDIA + place.media().getHostAddress(),
                BridgeProcess.ORDERS + place.orders().getHostAddress());
        var child = Child.start(place.command(command), -1, ProcessBuilder.Redirect.PIPE);
        open.addFirst(child);
        return new InetSocketAddress(place.orders(), Integer.parseInt(child.awaitLine(BridgeProcess.READY)));
    }

    private InetSocketAddress detour(InetSocketAddress to) {
        var detour = new TcpDetour(to);
        orders.add(detour);
        open.addFirst(detour);
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), detour.port());
    }

    private LinkedBridge remote(InetSocketAddress orders, boolean resumes, String region) {
        var patient = new RemoteBridge.Settings(
                URI.create("ws://" + orders.getAddress().getHostAddress() + ":" + orders.getPort()),
                BridgeProcess.TOKEN,
                Optional.empty(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30), // a busy machine is no lost bridge
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                resumes);
        var remote = new RemoteBridge(vertx, patient);
        return Overheard.listen(remote, event -> note(region, event));
    }

    private void note(String region, BridgeEvent event) {
        if (event instanceof BridgeEvent.Ready || event instanceof BridgeEvent.Resumed) here.add(region);
        if (event instanceof BridgeEvent.Lost) here.remove(region);
    }

    /** All three as one; closes them. */
    Cascade grow() {
        var top = hosts == null ? Overheard.tickets(province, this::overTheLine) : province;
        var branches = List.of(new Branch("district", "", district), new Branch("commune", "district", commune));
        return new Cascade(top, branches, Duration.ofMinutes(5));
    }

    private synchronized LinkTicket overTheLine(LinkTicket ticket) {
        if (line == null) {
            line = new BadLine(ticket.addresses().getFirst().getPort(), 5);
            open.addFirst(line);
        }
        var detour = new InetSocketAddress(InetAddress.getLoopbackAddress(), line.port());
        return new LinkTicket(ticket.id(), List.of(detour), ticket.up(), ticket.down());
    }

    synchronized void cut(boolean now) {
        if (line != null) line.cut(now);
        if (hosts != null) hosts.cut(now);
        orders.forEach(detour -> detour.cut(now));
    }

    /** By the kernel's count; empty where there is no line of its own. */
    OptionalLong bytesDownTheLine() {
        return hosts == null ? OptionalLong.empty() : OptionalLong.of(hosts.bytesDownTheLine());
    }

    /** Waits until all these are reached by their server, or none of them. */
    void await(boolean reached, String... regions) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!List.of(regions).stream().allMatch(region -> here.contains(region) == reached)) {
            if (System.nanoTime() > end) throw new AssertionError("reached are " + here);
            Thread.sleep(20);
        }
    }

    /** What has crossed the line from the province so far. */
    LinkStats downTheLine() {
        return Room.done(province.linkStats(Room.CONFERENCE, "district"));
    }

    /** What has crossed from the district to the commune. */
    LinkStats downToTheCommune() {
        return Room.done(district.linkStats(Room.CONFERENCE, "commune"));
    }

    @Override
    public void close() throws Exception {
        for (var closing : open) closing.close();
        if (hosts != null) hosts.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
