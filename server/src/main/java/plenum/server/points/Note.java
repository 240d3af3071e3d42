package plenum.server.points;

import java.time.Instant;

/** A line about a point, for those who run the conference. @param by name of who wrote it */
public record Note(String text, String by, Instant at) {}
