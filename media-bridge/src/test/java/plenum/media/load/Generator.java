package plenum.media.load;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import plenum.media.dtls.DtlsHandshakes;
import plenum.media.dtls.DtlsIdentity;
import plenum.media.dtls.Fingerprint;
import plenum.media.net.MediaLoop;
import plenum.media.net.NettyTransport;
import plenum.media.net.Route;
import plenum.media.net.Transport;

/** The people of one meeting at a time: all their connections are on one media thread. */
final class Generator implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(1);

    private final MediaLoop loop = MediaLoop.start(true);
    private final Transport clock =
            new NettyTransport(NettyTransport.Settings.on(InetAddress.getLoopbackAddress()), loop);
    private final SecureRandom random = new SecureRandom();
    private final DtlsIdentity identity = DtlsIdentity.create();
    private final DtlsHandshakes handshakes = new DtlsHandshakes(identity);
    private final List<Peer> peers = new ArrayList<>(); // media thread
    private Meter meter = new Meter(0); // main thread before the first peer

    Generator() {
        clock.start(new Nobody());
        var unused = clock.every(TICK, this::tick);
    }

    private void tick() {
        long nowNs = System.nanoTime();
        for (int i = 0; i < peers.size(); i++) {
            peers.get(i).tick(nowNs);
        }
    }

    MediaLoop loop() {
        return loop;
    }

    DtlsHandshakes handshakes() {
        return handshakes;
    }

    Fingerprint fingerprint() {
        return identity.fingerprint();
    }

    SecureRandom random() {
        return random;
    }

    /** Of the publisher with this index. */
    static String name(int publisher) {
        return "p" + publisher;
    }

    /** A new meeting: everybody of a cell, publishers first. */
    List<Participant> people(Cell cell) {
        meter = new Meter(cell.streams().size());
        var people = new ArrayList<Participant>();
        int streams = 0;
        for (var plans : cell.publishers()) {
            var sent = new ArrayList<OutStream>();
            for (var plan : plans) {
                sent.add(new OutStream(plan, streams++, random.nextInt(), meter));
            }
            people.add(new Participant(name(people.size()), sent, cell.allToAll()));
        }
        for (int i = 0; i < cell.watchers(); i++) {
            people.add(new Participant("w" + i, List.of(), true));
        }
        return people;
    }

    /** From any thread but the media thread. */
    Peer peer(InetAddress host, List<OutStream> streams, boolean watches) {
        var peer = new Peer(this, host, streams, watches ? new InStreams(meter, random.nextInt()) : null);
        clock.execute(() -> peers.add(peer));
        return peer;
    }

    Meter meter() {
        return meter;
    }

    /** Runs on the media thread and waits for it. */
    <T> T onLoop(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        clock.execute(() -> answer.complete(question.get()));
        return answer.join();
    }

    /** Packets that peers refused. */
    long refused() {
        return onLoop(() -> peers.stream().mapToLong(Peer::refused).sum());
    }

    /** Ends all connections. */
    void leave() {
        List<Peer> gone = onLoop(() -> {
            var all = List.copyOf(peers);
            peers.clear();
            return all;
        });
        gone.forEach(Peer::close);
    }

    @Override
    public void close() {
        leave();
        clock.close();
        loop.close();
    }

    private static final class Nobody implements Transport.Handler {
        @Override
        public void received(byte[] data, int offset, int length, Route from, long nowNs) {}

        @Override
        public void batchDone(long nowNs) {}
    }
}
