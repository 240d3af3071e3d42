package plenum.server.kernel;

/** Something that happened in a session and was journalled. Its stored name means the same record for ever. */
public interface SessionEvent {}
