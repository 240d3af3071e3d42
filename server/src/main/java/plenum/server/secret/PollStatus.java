package plenum.server.secret;

/**
 * What everybody may know of a poll while it runs.
 *
 * @param definition hash
 * @param issued tokens given out; 0 before the casting
 * @param cast ballots in the box
 */
public record PollStatus(String poll, String definition, Phase phase, int issued, long cast) {}
