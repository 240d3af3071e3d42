package plenum.server.room;

/**
 * A source that a moderator has switched off.
 *
 * @param hold only a moderator can switch it on again
 */
public record Mute(Source source, boolean hold) {}
