package plenum.media.record;

import java.time.Instant;

/**
 * A part of a tape without interruption; it lasts until the next one, or the tape's end.
 *
 * @param fromMs where it begins on the tape
 * @param at when that was
 */
public record Stretch(long fromMs, Instant at) {}
