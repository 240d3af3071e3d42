package plenum.media.ice;

import plenum.media.net.Route;

/** Hears how the way to a peer fares; on the media thread. */
public interface IceListener {
    /** Packets to the peer go this way from now on; for the first time, or another way than before. */
    void selected(Route route, long nowNs);

    /** Nothing was heard for 5 s. It may come back. */
    void disconnected(long nowNs);

    /** Heard again after {@link #disconnected}. */
    void back(long nowNs);
}
