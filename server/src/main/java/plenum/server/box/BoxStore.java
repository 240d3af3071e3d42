package plenum.server.box;

import java.util.List;
import java.util.Optional;

/**
 * The ballot box's store. What a call has written survives the death of the process when it returns. Rows of a poll are
 * a name and sealed bytes, nothing else: no time, no order, no counter. Blocks; thread-safe.
 */
interface BoxStore {
    List<PollRecord> polls();

    Optional<PollRecord> poll(String poll);

    /** False when there is one of this name. */
    boolean begin(PollRecord poll);

    /** Replaces the one of this name. */
    void put(PollRecord poll);

    /** Keeps the row unless there is one of this name; then that one is returned and nothing has changed. */
    Optional<byte[]> keep(String poll, String name, byte[] sealed);

    Optional<byte[]> row(String poll, String name);

    List<byte[]> rows(String poll);

    long count(String poll);

    /** Removes all rows of the poll. */
    void drop(String poll);
}
