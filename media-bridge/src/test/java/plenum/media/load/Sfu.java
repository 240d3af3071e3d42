package plenum.media.load;

/** A bridge in a process of its own, one meeting at a time. Methods block; they belong to the main thread. */
interface Sfu extends AutoCloseable {
    String name();

    /** Of its process. */
    long pid();

    /** Makes a meeting and connects everybody, publishers first; returns when all have their keys. */
    void open(Cell cell, Generator generator);

    /** Ends the meeting. */
    void leave();

    @Override
    void close();
}
