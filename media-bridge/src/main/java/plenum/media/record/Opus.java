package plenum.media.record;

/** Packets of Opus as far as a tape must know them (RFC 6716 section 3). */
final class Opus {
    /** A tape is divided into cells of so many milliseconds: what a packet mostly holds. */
    static final int CELL_MS = 20;

    /** So many cells of silence fit into one packet. */
    static final int MOST_SILENT = 6;

    /** Full band, 20 ms, one channel; the number of frames follows. */
    private static final int SILENT_TOC = 0xf8;

    private static final int COUNTED = 3;

    private Opus() {}

    /** @return cells that the packet fills, at least 1 */
    static int cells(byte[] packet, int offset, int length) {
        if (length == 0) {
            return 1;
        }
        int toc = packet[offset] & 0xff;
        int frames = switch (toc & 3) {
            case 0 -> 1;
            case COUNTED -> length > 1 ? packet[offset + 1] & 0x3f : 1;
            default -> 2;
        };
        return Math.max(1, frames * frameMicros(toc >> 3) / (1_000 * CELL_MS));
    }

    /** @param config 0 to 31 */
    private static int frameMicros(int config) {
        if (config < 12) {
            return config % 4 == 3 ? 60_000 : 10_000 << config % 4;
        }
        return config < 16 ? 10_000 << config % 2 : 2_500 << config % 4;
    }

    /** A packet in which nothing is heard. @param cells 1 to {@link #MOST_SILENT} */
    static byte[] silence(int cells) {
        if (cells == 1) {
            return new byte[] {(byte) SILENT_TOC, (byte) 0xff, (byte) 0xfe};
        }
        var packet = new byte[2 + 2 * cells];
        packet[0] = (byte) (SILENT_TOC | COUNTED);
        packet[1] = (byte) cells;
        for (int i = 2; i < packet.length; i += 2) {
            packet[i] = (byte) 0xff;
            packet[i + 1] = (byte) 0xfe;
        }
        return packet;
    }
}
