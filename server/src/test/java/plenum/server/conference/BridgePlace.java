package plenum.server.conference;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import plenum.media.control.RemoteBridge;
import plenum.media.testkit.TcpDetour;
import plenum.server.testkit.PlenumProcess;

/** A bridge in a process of its own, always at the same address, behind a control channel that can be slow. */
final class BridgePlace implements AutoCloseable {
    private static final String SECRET = "a-secret-of-both-ends";

    private final String secretFile;
    private PlenumProcess process;
    private final int port;
    private final TcpDetour channel;
    private final RemoteBridge remote;

    /** @param secretFile with {@link #SECRET} */
    BridgePlace(Vertx vertx, Path secretFile, boolean resuming) {
        this.secretFile = secretFile.toString();
        process = start(0);
        port = process.port();
        channel = new TcpDetour(port);
        remote = remote(vertx, resuming);
    }

    static String secret() {
        return SECRET;
    }

    private PlenumProcess start(int at) {
        return PlenumProcess.start("bridge", "--token-file", secretFile, "--control", "127.0.0.1:" + at);
    }

    /** As the server sees it. */
    RemoteBridge remote() {
        return remote;
    }

    /** Whether somebody is at it. */
    boolean works() {
        return remote.stats()
                .handle((stats, failure) -> failure == null && stats.endpoints() > 0)
                .toCompletableFuture()
                .join();
    }

    private RemoteBridge remote(Vertx vertx, boolean resuming) {
        var settings =
                RemoteBridge.Settings.usual(URI.create("ws://127.0.0.1:" + channel.port()), SECRET, Optional.empty());
        return new RemoteBridge(vertx, resuming ? settings.resuming() : settings);
    }

    void kill() {
        process.kill9();
    }

    void startAgain() {
        process = start(port);
    }

    /** Waits until the server has found it. */
    void awaitReached() {
        for (int tries = 0; !reached(); tries++) {
            if (tries > 600) throw new AssertionError("not reached: " + process.log());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private boolean reached() {
        return remote.stats()
                .handle((stats, failure) -> failure == null)
                .toCompletableFuture()
                .join();
    }

    void freeze() {
        process.freeze();
    }

    void thaw() {
        process.thaw();
    }

    /** From now on everything that it says comes so late. */
    void answerLate(long ms) {
        channel.delay(ms);
    }

    @Override
    public void close() {
        channel.close();
        process.close();
    }
}
