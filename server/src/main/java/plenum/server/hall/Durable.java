package plenum.server.hall;

/**
 * The newest state that is safe on disk.
 *
 * @param journalHash hash of the batch that ends at {@code hall.seq()}
 */
public record Durable(Hall hall, String journalHash) {}
