package plenum.server.demo;

/** What happens at an item; the values of the contract (openapi.yaml). */
public enum ItemKind {
    PROCEDURE,
    REPORT,
    DISCUSSION,
    QUESTIONING,
    RESOLUTION
}
