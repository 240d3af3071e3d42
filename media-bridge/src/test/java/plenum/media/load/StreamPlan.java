package plenum.media.load;

import plenum.media.rtp.Codec;

/**
 * What one source sends.
 *
 * @param packetBytes of an RTP packet with its header, before it is protected
 * @param height of the picture, pixels; 0: a voice
 */
record StreamPlan(int framesPerSecond, int packetsPerFrame, int packetBytes, int height) {
    /** 1.06 Mbit/s, as the cells of media.md have it. */
    static final StreamPlan CAMERA = new StreamPlan(30, 4, 1_100, 360);

    static final StreamPlan VOICE = new StreamPlan(50, 1, 110, 0);
    static final StreamPlan STAGE = new StreamPlan(30, 6, 1_042, 720);
    static final StreamPlan THUMBNAIL = new StreamPlan(15, 1, 1_100, 180);

    boolean video() {
        return height > 0;
    }

    Codec codec() {
        return video() ? Codec.VP8 : Codec.OPUS;
    }

    int packetsPerSecond() {
        return framesPerSecond * packetsPerFrame;
    }
}
