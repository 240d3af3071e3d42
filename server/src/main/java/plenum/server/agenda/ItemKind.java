package plenum.server.agenda;

/** What is done under an item. */
public enum ItemKind {
    PROCEDURE,
    REPORT,
    DISCUSSION,
    QUESTIONING,
    RESOLUTION,
    OTHER
}
