package plenum.server.box;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A store that remembers, and that can end the process before or after any write: what was written then is there, and
 * nobody was told. It also keeps, in order, every row that was ever written, as a thief of its log would have them.
 */
final class MemoryStore implements BoxStore {
    /** The process is dead. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("killed");
        }
    }

    /** A row as it came. */
    record Row(String name, byte[] sealed) {}

    private final Map<String, PollRecord> polls = new LinkedHashMap<>();
    private final Map<String, Map<String, byte[]>> rows = new LinkedHashMap<>();
    private final List<Row> log = new ArrayList<>();
    private final Random random;
    private int oneIn;

    MemoryStore(Random random) {
        this.random = random;
    }

    /** From now on one write in so many ends the process; 0: none. */
    void crashOneIn(int writes) {
        oneIn = writes;
    }

    List<Row> log() {
        return log;
    }

    private void mayCrash() {
        if (oneIn > 0 && random.nextInt(2 * oneIn) == 0) throw new Crash();
    }

    void write(Runnable change) {
        mayCrash();
        change.run();
        mayCrash();
    }

    @Override
    public List<PollRecord> polls() {
        return List.copyOf(polls.values());
    }

    @Override
    public Optional<PollRecord> poll(String poll) {
        return Optional.ofNullable(polls.get(poll));
    }

    @Override
    public boolean begin(PollRecord poll) {
        if (polls.containsKey(poll.poll())) return false;
        write(() -> polls.put(poll.poll(), poll));
        return true;
    }

    @Override
    public void put(PollRecord poll) {
        write(() -> polls.put(poll.poll(), poll));
    }

    @Override
    public Optional<byte[]> keep(String poll, String name, byte[] sealed) {
        var before = row(poll, name);
        if (before.isPresent()) return before;
        write(() -> {
            rows.computeIfAbsent(poll, one -> new LinkedHashMap<>()).put(name, sealed);
            log.add(new Row(name, sealed));
        });
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> row(String poll, String name) {
        return Optional.ofNullable(rows.getOrDefault(poll, Map.of()).get(name));
    }

    @Override
    public List<byte[]> rows(String poll) {
        return List.copyOf(rows.getOrDefault(poll, Map.of()).values());
    }

    @Override
    public long count(String poll) {
        return rows(poll).size();
    }

    @Override
    public void drop(String poll) {
        write(() -> rows.remove(poll));
    }
}
