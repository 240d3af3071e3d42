package plenum.media.sfu;

import plenum.media.forward.VideoPacket;

/** Where packets of a picture go: a receiver's slot, or another bridge. Media thread only. */
interface Sink {
    /** @param padding bytes behind it, so that the packets of a frame have one size */
    void forward(VideoPacket packet, int padding, long nowNs);

    /** Whether it is to get this layer, as soon as that comes. */
    boolean wants(int layer);
}
