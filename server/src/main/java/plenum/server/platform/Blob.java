package plenum.server.platform;

/** Bytes that are kept for good, named by what they are. */
public record Blob(Sha256 sha256, long bytes) {}
