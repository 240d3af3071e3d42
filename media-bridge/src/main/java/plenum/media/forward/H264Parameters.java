package plenum.media.forward;

/** Reads the picture height out of an H.264 sequence parameter set (ITU-T H.264 section 7.3.2.1.1). */
final class H264Parameters {
    private static final int BASELINE = 66;
    private static final int MAIN = 77;
    private static final int EXTENDED = 88;
    private static final int MACROBLOCK = 16;

    private H264Parameters() {}

    /**
     * The height of a sequence parameter set at {@code b[off, off+len)}, its NAL unit header included.
     *
     * @return pixels; 0: cut off, malformed, or of a profile that the bridge does not offer
     */
    static int height(byte[] b, int off, int len) {
        var bits = new NalBits(b, off + 1, len - 1);
        int profile = bits.read(8);
        if (profile != BASELINE && profile != MAIN && profile != EXTENDED) {
            return 0;
        }
        bits.skip(16); // constraints and level
        bits.skipGolomb(2); // seq_parameter_set_id, log2_max_frame_num_minus4
        skipPictureOrder(bits);
        bits.skipGolomb(1); // max_num_ref_frames
        bits.skip(1); // gaps_in_frame_num_value_allowed_flag
        bits.skipGolomb(1); // pic_width_in_mbs_minus1
        int height = cropped(bits, bits.golomb() + 1);
        return bits.exhausted() || height < 0 || height > 16_384 ? 0 : height;
    }

    private static void skipPictureOrder(NalBits bits) {
        int type = bits.golomb();
        if (type == 0) {
            bits.skipGolomb(1);
        } else if (type == 1) {
            bits.skip(1);
            bits.skipGolomb(2);
            bits.skipGolomb(Math.min(bits.golomb(), 255));
        }
    }

    private static int cropped(NalBits bits, int mapUnits) {
        int fields = 2 - bits.read(1); // frame_mbs_only_flag: 2 fields make a frame without
        bits.skip(fields); // mb_adaptive_frame_field_flag, direct_8x8_inference_flag
        int height = fields * MACROBLOCK * mapUnits;
        if (bits.read(1) == 0) {
            return height;
        }
        bits.skipGolomb(2);
        return height - 2 * fields * (bits.golomb() + bits.golomb());
    }
}
