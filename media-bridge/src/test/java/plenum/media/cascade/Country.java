package plenum.media.cascade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plenum.media.api.BridgeEvent;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Permission;

/**
 * A conference of all 3,321 communes: the real {@link Cascade} over 375 modelled bridges - the centre, 34 provinces,
 * each with ten clusters of about ten communes - and what its links and bridges then carry. Everybody sees the stage in
 * full and eight small pictures and hears three voices ({@code doc/cascade.md}).
 */
final class Country implements AutoCloseable {
    static final int COMMUNES = 3_321;
    static final int PROVINCES = 34;
    static final int CLUSTERS = 10; // of a province
    /** Packets a second: a stage of 30 frames of 6, small pictures of 15 frames of 1, voices. */
    static final int STAGE = 180;

    static final int SMALL = 15;
    static final int VOICE = 50;

    private static final ConferenceId ROOM = new ConferenceId("country");
    private static final EndpointSpec SPEC = new EndpointSpec(3, 9, Permission.ALL, false);

    private final ModelBridge.Net net = new ModelBridge.Net();
    private final Map<String, ModelBridge> bridges = new LinkedHashMap<>(); // by region, the centre first
    private final Map<EndpointId, String> regions = new LinkedHashMap<>();
    private final Map<EndpointId, Integer> sources = new LinkedHashMap<>(); // packets a second
    private final Cascade cascade;

    Country() {
        var branches = new ArrayList<Branch>();
        var root = bridge("");
        people("", 9);
        for (int province = 0; province < PROVINCES; province++) {
            var region = "p" + province;
            branches.add(new Branch(region, "", bridge(region)));
            people(region, 1);
            for (int cluster = 0; cluster < CLUSTERS; cluster++) {
                var below = region + "c" + cluster;
                branches.add(new Branch(below, region, bridge(below)));
                people(below, communes(province * CLUSTERS + cluster));
            }
        }
        cascade = new Cascade(root, branches, Duration.ofMillis(200));
        cascade.listen(this::on);
        cascade.openConference(ROOM).toCompletableFuture().join();
        regions.keySet().forEach(this::open);
        onStage(person("", 0));
        await(this::whole);
    }

    private ModelBridge bridge(String region) {
        var made = new ModelBridge(net, region);
        bridges.put(region, made);
        return made;
    }

    /** All communes, as evenly as can be. */
    private static int communes(int cluster) {
        int clusters = PROVINCES * CLUSTERS;
        return COMMUNES * (cluster + 1) / clusters - COMMUNES * cluster / clusters;
    }

    private void people(String region, int number) {
        IntStream.range(0, number).forEach(index -> regions.put(person(region, index), region));
    }

    static EndpointId person(String region, int index) {
        return new EndpointId("x" + region + "-" + index);
    }

    /** As the server does: whoever is gone gets another place. */
    private void on(BridgeEvent event) {
        if (event instanceof BridgeEvent.Expired expired) {
            var unused = Thread.startVirtualThread(() -> open(expired.endpoint()));
        }
    }

    private void open(EndpointId endpoint) {
        var region = regions.getOrDefault(endpoint, "");
        var unused = cascade.openEndpoint(ROOM, endpoint, SPEC.in(region))
                .toCompletableFuture()
                .join();
    }

    /** From now on this one is on stage; eight of the centre are small, three voices are theirs. */
    void onStage(EndpointId speaker) {
        sources.clear();
        IntStream.range(1, 9).forEach(index -> sources.put(person("", index), index < 4 ? SMALL + VOICE : SMALL));
        sources.put(speaker, STAGE);
    }

    ModelBridge bridgeOf(String region) {
        var found = bridges.get(region);
        if (found == null) throw new IllegalArgumentException(region);
        return found;
    }

    List<String> regions() {
        return List.copyOf(bridges.keySet());
    }

    int people() {
        return regions.size();
    }

    int opened() {
        return net.opened();
    }

    // what is carried --------------------------------------------------------------------------------------------

    /** Waits until it is so. */
    void await(BooleanSupplier fact) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        synchronized (net) {
            while (!fact.getAsBoolean()) {
                if (System.nanoTime() > end) throw new AssertionError("in vain: " + reached() + " are reached");
                try {
                    net.wait(100);
                } catch (InterruptedException stopped) {
                    throw new AssertionError(stopped);
                }
            }
        }
    }

    /** Whether everybody is at one bridge and all these bridges are joined. */
    boolean whole() {
        return reached() == regions.size();
    }

    private int reached() {
        return inTree().stream()
                .map(ModelBridge::endpoints)
                .flatMap(Set::stream)
                .collect(Collectors.toSet())
                .size();
    }

    /** The centre and those with a way to it. */
    private Set<ModelBridge> inTree() {
        var centre = bridgeOf("");
        return bridges.values().stream()
                .filter(bridge -> bridge == centre || way(bridge).contains(centre))
                .collect(Collectors.toSet());
    }

    /** Bridges above, the next one first. */
    private static List<ModelBridge> way(ModelBridge from) {
        var way = new ArrayList<ModelBridge>();
        for (var next = from.above();
                next.isPresent() && !way.contains(next.get());
                next = next.get().above()) {
            way.add(next.get());
        }
        return way;
    }

    /**
     * Packets a second.
     *
     * @param out of each bridge, by region
     * @param down each bridge's line from above, by region
     * @param up each bridge's line to above
     */
    record Carried(Map<String, Integer> out, Map<String, Integer> down, Map<String, Integer> up) {
        int mostOut() {
            return out.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        }
    }

    /** Each source crosses a link once, if anybody behind it is there to see or hear it. */
    Carried carried() {
        synchronized (net) {
            var carried = new Carried(new HashMap<>(), new HashMap<>(), new HashMap<>());
            inTree().forEach(bridge -> carried.out.merge(bridge.name(), toOwn(bridge), Integer::sum));
            inTree().forEach(bridge -> bridge.above().ifPresent(upper -> link(bridge, upper, carried)));
            return carried;
        }
    }

    private int toOwn(ModelBridge bridge) {
        return bridge.endpoints().stream()
                .mapToInt(who -> all() - sources.getOrDefault(who, 0))
                .sum();
    }

    private int all() {
        return sources.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void link(ModelBridge lower, ModelBridge upper, Carried carried) {
        var behind = behind(lower);
        int up = sources.keySet().stream()
                .filter(behind::contains)
                .mapToInt(this::rate)
                .sum();
        int down = behind.isEmpty() ? 0 : all() - up;
        carried.down.put(lower.name(), down);
        carried.up.put(lower.name(), up);
        carried.out.merge(upper.name(), down, Integer::sum);
        carried.out.merge(lower.name(), up, Integer::sum);
    }

    private int rate(EndpointId source) {
        return sources.getOrDefault(source, 0);
    }

    private Set<EndpointId> behind(ModelBridge lower) {
        var people = new HashSet<>(lower.endpoints());
        bridges.values().stream()
                .filter(bridge -> way(bridge).contains(lower))
                .forEach(bridge -> people.addAll(bridge.endpoints()));
        return people;
    }

    @Override
    public void close() {
        cascade.close();
    }
}
