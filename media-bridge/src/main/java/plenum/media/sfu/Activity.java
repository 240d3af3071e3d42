package plenum.media.sfu;

import plenum.media.api.BridgeEvent;
import plenum.media.api.ConferenceId;
import plenum.media.api.SourceId;

/** Whether packets of a source come; tells when that changes. */
final class Activity {
    static final long SILENCE_NS = 2_000_000_000L;

    private final ConferenceId conference;
    private final SourceId source;
    private final Announcer announcer;
    private boolean active;
    private long seenNs;

    Activity(ConferenceId conference, SourceId source, Announcer announcer) {
        this.conference = conference;
        this.source = source;
        this.announcer = announcer;
    }

    /** A permitted packet came. @return whether it is the first */
    boolean seen(long nowNs) {
        seenNs = nowNs;
        return become(true);
    }

    /** @return whether nothing has come for so long that it ends now */
    boolean silent(long nowNs) {
        return active && nowNs - seenNs >= SILENCE_NS && become(false);
    }

    /** @return whether it was active: it is not permitted any more, or gone */
    boolean end() {
        return become(false);
    }

    /** Its sender was told to begin again: the silence until now does not count. */
    void expect(long nowNs) {
        seenNs = nowNs;
    }

    boolean active() {
        return active;
    }

    private boolean become(boolean now) {
        if (active == now) {
            return false;
        }
        active = now;
        announcer.tell(new BridgeEvent.SourceActive(conference, source, now));
        return true;
    }
}
