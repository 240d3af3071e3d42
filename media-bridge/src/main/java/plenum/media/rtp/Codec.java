package plenum.media.rtp;

import org.jspecify.annotations.Nullable;

/** A media format that the bridge offers, with its payload types; the numbers are those of Jitsi. */
public enum Codec {
    OPUS(111, -1, 48_000),
    VP8(100, 96, 90_000),
    VP9(101, 97, 90_000),
    /** 42e01f, packetization-mode 1. */
    H264(107, 99, 90_000),
    AV1(41, 42, 90_000);

    private static final Codec[] BY_PAYLOAD_TYPE = new Codec[128];
    private static final Codec[] BY_RTX_PAYLOAD_TYPE = new Codec[128];

    static {
        for (Codec codec : values()) {
            BY_PAYLOAD_TYPE[codec.payloadType] = codec;
            if (codec.rtxPayloadType >= 0) {
                BY_RTX_PAYLOAD_TYPE[codec.rtxPayloadType] = codec;
            }
        }
    }

    private final int payloadType;
    private final int rtxPayloadType;
    private final int clockRateHz;

    Codec(int payloadType, int rtxPayloadType, int clockRateHz) {
        this.payloadType = payloadType;
        this.rtxPayloadType = rtxPayloadType;
        this.clockRateHz = clockRateHz;
    }

    /** @return null for a payload type that is not offered, or is a retransmission's */
    public static @Nullable Codec of(int payloadType) {
        return BY_PAYLOAD_TYPE[payloadType & 0x7f];
    }

    /** @return whose packets this payload type retransmits (RFC 4588), or null */
    public static @Nullable Codec ofRtx(int payloadType) {
        return BY_RTX_PAYLOAD_TYPE[payloadType & 0x7f];
    }

    public int payloadType() {
        return payloadType;
    }

    /** Of its retransmissions (RFC 4588), -1 without. */
    public int rtxPayloadType() {
        return rtxPayloadType;
    }

    /** Of RTP timestamps. */
    public int clockRateHz() {
        return clockRateHz;
    }

    public boolean video() {
        return this != OPUS;
    }
}
