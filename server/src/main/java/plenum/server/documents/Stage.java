package plenum.server.documents;

/** What the server does with a file that has come whole. */
public enum Stage {
    /** Another office file is being converted. */
    WAITING,
    CONVERTING,
    CHECKING
}
