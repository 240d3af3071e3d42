package plenum.server.box;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** A ballot box whose store a thief reads along, and its keys too if he comes before they are destroyed. */
public final class StolenBox {
    private final MemoryStore store = new MemoryStore(new Random(1));
    private final Path keys;
    private final BallotBox box;

    /** A row as the store's log has it. */
    public record Row(String name, byte[] sealed) {}

    /** @param keys directory of its keystore */
    public StolenBox(Path keys) throws IOException {
        this.keys = keys;
        this.box = new BallotBox(store, Keystore.open(keys));
    }

    public BallotBox box() {
        return box;
    }

    /** Every row in the order in which it came. */
    public List<Row> log() {
        return store.log().stream()
                .map(row -> new Row(row.name(), row.sealed()))
                .toList();
    }

    /** With the poll's keys, as long as they are there: from a token's message to the row's name. */
    public Function<byte[], String> naming(String poll) {
        try {
            return PollKeys.read(Files.readString(keys.resolve(poll + ".keys")))::nameOf;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
