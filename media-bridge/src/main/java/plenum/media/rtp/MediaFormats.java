package plenum.media.rtp;

/** The ids of header extensions (RFC 8285): the bridge makes all offers, so one table serves every connection. */
public final class MediaFormats {
    /** RFC 6464. */
    public static final int AUDIO_LEVEL = 1;

    public static final int ABS_SEND_TIME = 3;
    /** RFC 8852. */
    public static final int RID = 4;
    /** draft-holmer-rmcat-transport-wide-cc-extensions-01. */
    public static final int TRANSPORT_SEQUENCE = 5;
    /** RFC 8852. */
    public static final int REPAIRED_RID = 6;
    /** RFC 9143. */
    public static final int MID = 10;

    private MediaFormats() {}
}
