package plenum.server.documents;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How much memory this process and its children need at most while it is open: what lives on the heap after
 * collections, beyond what lived before; and the most that any one child ever had in memory, as Linux counts it.
 */
final class Footprint implements AutoCloseable {
    private static final long MIB = 1L << 20;
    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
            .toList();
    private final long before;
    private volatile long live;
    private volatile long child;
    private volatile boolean closed;
    private final Thread watch;

    Footprint() {
        System.gc();
        before = alive();
        watch = Thread.ofPlatform().daemon().name("footprint").start(this::look);
    }

    private void look() {
        while (!closed) {
            live = Math.max(live, alive() - before);
            ProcessHandle.current().descendants().forEach(process -> child = Math.max(child, most(process.pid())));
            LockSupport.parkNanos(20_000_000);
        }
    }

    private long alive() {
        return pools.stream()
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    /** Bytes; 0 for a process that has ended. */
    private static long most(long process) {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0)
                    * 1024;
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }

    long heap() {
        return live / MIB;
    }

    long child() {
        return child / MIB;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watch);
    }
}
