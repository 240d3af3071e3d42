package plenum.media.record;

/** The elements of WebM (RFC 9559) that a tape is made of. */
final class Webm {
    static final int EBML = 0x1a45dfa3;
    static final int VOID = 0xec;
    static final int SEGMENT = 0x18538067;
    static final int SEEK_HEAD = 0x114d9b74;
    static final int INFO = 0x1549a966;
    static final int TRACKS = 0x1654ae6b;
    static final int CLUSTER = 0x1f43b675;
    static final int CUES = 0x1c53bb6b;
    static final int DURATION = 0x4489;
    static final int TIMESTAMP = 0xe7;
    static final int SIMPLE_BLOCK = 0xa3;

    static final int VIDEO_TRACK = 1;

    /** The first voice; the others follow. */
    static final int VOICE_TRACK = 2;

    static final int VOICES = 4;

    private static final int SEEK = 0x4dbb;
    private static final int SEEK_ID = 0x53ab;
    private static final int SEEK_POSITION = 0x53ac;
    private static final int TIMESTAMP_SCALE = 0x2ad7b1;
    private static final int MUXING_APP = 0x4d80;
    private static final int WRITING_APP = 0x5741;
    private static final int TRACK_ENTRY = 0xae;
    private static final int TRACK_NUMBER = 0xd7;
    private static final int TRACK_UID = 0x73c5;
    private static final int TRACK_TYPE = 0x83;
    private static final int FLAG_DEFAULT = 0x88;
    private static final int FLAG_LACING = 0x9c;
    private static final int CODEC_ID = 0x86;
    private static final int CODEC_PRIVATE = 0x63a2;
    private static final int SEEK_PRE_ROLL = 0x56bb;
    private static final int VIDEO = 0xe0;
    private static final int PIXEL_WIDTH = 0xb0;
    private static final int PIXEL_HEIGHT = 0xba;
    private static final int AUDIO = 0xe1;
    private static final int SAMPLING_FREQUENCY = 0xb5;
    private static final int CHANNELS = 0x9f;
    private static final int CUE_POINT = 0xbb;
    private static final int CUE_TIME = 0xb3;
    private static final int CUE_TRACK_POSITIONS = 0xb7;
    private static final int CUE_TRACK = 0xf7;
    private static final int CUE_CLUSTER_POSITION = 0xf1;

    private static final int SEEK_HEAD_ROOM = 160;
    private static final long PRE_ROLL_NS = 80_000_000;
    private static final String APP = "Plenum";

    /** Identification header of Opus (RFC 7845 section 5.1): two channels, 48 kHz, nothing to skip. */
    private static final byte[] OPUS_HEAD = {
        'O', 'p', 'u', 's', 'H', 'e', 'a', 'd', 1, 2, 0, 0, (byte) 0x80, (byte) 0xbb, 0, 0, 0, 0, 0
    };

    /** Where in a segment's data the places lie that are filled in at the end. */
    static final int SEEK_HEAD_AT = 0;

    static final int INFO_AT = SEEK_HEAD_ROOM;

    private Webm() {}

    /** What stands before the segment. */
    static Ebml header() {
        var content = new Ebml();
        content.number(0x4286, 1).number(0x42f7, 1).number(0x42f2, 4).number(0x42f3, 8);
        content.text(0x4282, "webm").number(0x4287, 4).number(0x4285, 2);
        return new Ebml().master(EBML, content);
    }

    /** Room for where things are. */
    static Ebml noSeekHead() {
        return new Ebml().nothing(SEEK_HEAD_ROOM);
    }

    /** Positions count from the beginning of the segment's data. */
    static Ebml seekHead(long tracksAt, long cuesAt) {
        var seeks = new Ebml();
        seeks.master(SEEK, seek(INFO, INFO_AT))
                .master(SEEK, seek(TRACKS, tracksAt))
                .master(SEEK, seek(CUES, cuesAt));
        var head = new Ebml().master(SEEK_HEAD, seeks);
        return head.nothing(SEEK_HEAD_ROOM - head.length());
    }

    private static Ebml seek(int id, long at) {
        return new Ebml().number(SEEK_ID, 4, Integer.toUnsignedLong(id)).number(SEEK_POSITION, 8, at);
    }

    /** @param durationMs -1: not known; the element has the same length in both cases */
    static Ebml info(long durationMs) {
        var content = new Ebml();
        content.number(TIMESTAMP_SCALE, 1_000_000).text(MUXING_APP, APP).text(WRITING_APP, APP);
        if (durationMs < 0) {
            content.nothing(2 + 8 + 8);
        } else {
            content.real(DURATION, durationMs);
        }
        return new Ebml().master(INFO, content);
    }

    /**
     * @param width of the first picture, pixels; 0: there was none, and the track is left out, which changes no length
     */
    static Ebml tracks(int width, int height) {
        var video = videoTrack(Math.max(width, 1), Math.max(height, 1));
        var content = width == 0 ? new Ebml().nothing(video.length()) : video;
        for (int i = 0; i < VOICES; i++) {
            content.master(TRACK_ENTRY, voiceTrack(VOICE_TRACK + i));
        }
        return new Ebml().master(TRACKS, content);
    }

    private static Ebml videoTrack(int width, int height) {
        var entry = track(VIDEO_TRACK, 1).text(CODEC_ID, "V_VP8");
        entry.master(VIDEO, new Ebml().number(PIXEL_WIDTH, 2, width).number(PIXEL_HEIGHT, 2, height));
        return new Ebml().master(TRACK_ENTRY, entry);
    }

    private static Ebml voiceTrack(int number) {
        var entry = track(number, 2).text(CODEC_ID, "A_OPUS").binary(CODEC_PRIVATE, OPUS_HEAD, 0, OPUS_HEAD.length);
        entry.number(SEEK_PRE_ROLL, PRE_ROLL_NS);
        return entry.master(AUDIO, new Ebml().real(SAMPLING_FREQUENCY, 48_000).number(CHANNELS, 2));
    }

    private static Ebml track(int number, int type) {
        var first = number <= VOICE_TRACK ? 1 : 0;
        return new Ebml()
                .number(TRACK_NUMBER, number)
                .number(TRACK_UID, number)
                .number(TRACK_TYPE, type)
                .number(FLAG_DEFAULT, 1, first)
                .number(FLAG_LACING, 1, 0);
    }

    /** Where a player may begin. @param clusterAt from the beginning of the segment's data */
    static void cue(Ebml cues, long ms, int track, long clusterAt) {
        var position = new Ebml().number(CUE_TRACK, track).number(CUE_CLUSTER_POSITION, clusterAt);
        cues.master(CUE_POINT, new Ebml().number(CUE_TIME, ms).master(CUE_TRACK_POSITIONS, position));
    }
}
