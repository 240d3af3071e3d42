package plenum.media.sfu;

/** What the media thread counts, since the start. */
final class Counters {
    /** Authenticated packets received. */
    long in;

    /** Packets sent. */
    long out;

    /** Packets thrown away: of strangers, malformed, not authentic, replayed. */
    long dropped;
}
