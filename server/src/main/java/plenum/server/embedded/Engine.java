package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.local.LocalChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes the clients' commands: reads side by side, writes one after the other on one thread, each in the journal
 * before it is executed. Every answer, also that of a read, waits until what it shows is durable.
 */
final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final int READERS = 3;
    /** Writes under one hold of the lock; then readers get their turn. */
    private static final int BATCH = 64;

    private static final int CODE_DISK_FULL = 14031;
    private static final Request STOP = new Request(new LocalChannel(), 0, new Document(), false);

    private final StoreBackend backend;
    private final Journal journal;
    private final DurableGate gate;
    private final Fatal fatal;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final BlockingQueue<Request> writes = new LinkedBlockingQueue<>();
    private final ExecutorService readers;
    private final Thread writer;
    private volatile boolean diskFull;

    Engine(StoreBackend backend, Journal journal, DurableGate gate, Fatal fatal) {
        this.backend = backend;
        this.journal = journal;
        this.gate = gate;
        this.fatal = fatal;
        this.readers = Executors.newFixedThreadPool(
                READERS, Thread.ofPlatform().daemon().name("store-read-", 0).factory());
        this.writer =
                Thread.ofPlatform().daemon().name("store-write").start(() -> fatal.guard(this::writeUntilStopped));
    }

    void submit(Request request) {
        try {
            switch (Admission.kind(request.command())) {
                case READ -> readers.execute(() -> fatal.guard(() -> read(request)));
                case WRITE -> writes.add(request);
            }
        } catch (MongoServerException refused) {
            request.refuse(refused);
        }
    }

    /** Nothing is executed while this is held, and the store's maps stand still. */
    Lock exclusive() {
        return lock.writeLock();
    }

    void refuseWrites(boolean full) {
        if (full != diskFull) LOG.warn("free disk space is {}", full ? "too low: writes are refused" : "enough again");
        diskFull = full;
    }

    /** Takes no more commands and waits for those that were taken. */
    void stop() throws InterruptedException {
        readers.shutdown();
        if (!readers.awaitTermination(10, TimeUnit.SECONDS)) LOG.warn("reads were still running at the end");
        writes.add(STOP); // no interrupt: it would close the store's file under the hands of a command
        writer.join();
    }

    private void read(Request request) {
        try {
            Admission.check(request.command());
        } catch (MongoServerException refused) {
            request.refuse(refused);
            return;
        }
        boolean known = backend.knows(request.database());
        var held = known ? lock.readLock() : lock.writeLock();
        held.lock();
        try {
            var message = request.encoded(backend.execute(request.command()));
            gate.hold(journal.appended(), () -> request.send(message));
        } finally {
            held.unlock();
        }
    }

    private void writeUntilStopped() throws InterruptedException {
        var batch = new ArrayList<Request>(BATCH);
        while (true) {
            batch.add(writes.take());
            writes.drainTo(batch, BATCH - 1);
            int end = batch.indexOf(STOP);
            writeAll(end < 0 ? batch : batch.subList(0, end));
            if (end >= 0) return;
            batch.clear();
        }
    }

    private void writeAll(List<Request> batch) {
        lock.writeLock().lock();
        try {
            for (var request : batch) write(request);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void write(Request request) {
        long sequence;
        try {
            if (diskFull) throw new MongoServerError(CODE_DISK_FULL, "OutOfDiskSpace", "the disk is nearly full");
            Admission.check(request.command());
            sequence = journal.append(request.command());
        } catch (MongoServerException refused) {
            request.refuse(refused);
            return;
        }
        Document reply = backend.execute(request.command());
        var message = request.encoded(reply);
        gate.hold(sequence, () -> request.send(message));
    }
}
