package plenum.media.record;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;

/** One voice of those heard at a time: its packets by the cells of the take that they fill. Media thread only. */
final class VoiceSlot {
    private static final long PATIENCE_NS = 250_000_000;
    private static final long CELL_NS = Opus.CELL_MS * 1_000_000L;
    private static final int MOST = 500;
    private static final int SILENT = 127;

    /** So far may a voice drift from its place before it is put right. */
    private static final int DRIFT_CELLS = 4;

    /** @param cells that it fills */
    record Said(byte[] packet, int cells, int level) {}

    private final Order order;
    private final Pace pace = new Pace(Codec.OPUS.clockRateHz());
    private final TreeMap<Long, Said> cells = new TreeMap<>();
    private final long startNs;
    private long following = -1;
    private double level = SILENT;
    private int quiet;

    /** @param startNs when the take begins */
    VoiceSlot(int ssrc, long startNs) {
        this.startNs = startNs;
        order = new Order(ssrc, Codec.OPUS, PATIENCE_NS);
    }

    Order order() {
        return order;
    }

    void take(RtpPacket packet, long nowNs) {
        if (packet.payloadType() == Codec.OPUS.payloadType()) {
            order.take(packet, false, nowNs);
        }
    }

    /** Puts what has come into its cells. */
    void look(long nowNs) {
        for (var piece = order.next(nowNs); piece != null; piece = order.next(nowNs)) {
            if (piece.payload().length > 0) {
                place(piece);
            }
        }
    }

    private void place(Order.Piece piece) {
        long moment = pace.momentNs(piece.timestamp(), piece.arrivedNs()) - startNs;
        long measured = Math.floorDiv(moment + CELL_NS / 2, CELL_NS);
        boolean follows = following >= 0 && !piece.lost() && Math.abs(measured - following) <= DRIFT_CELLS;
        long cell = Math.max(0, follows ? following : Math.max(measured, following));
        int count = Opus.cells(piece.payload(), 0, piece.payload().length);
        cells.put(cell, new Said(piece.payload(), count, piece.level()));
        following = cell + count;
        if (cells.size() > MOST) {
            cells.clear();
        }
    }

    /** What is said from this cell on, null: nothing; what should have been said before is lost. */
    @Nullable
    Said at(long cell) {
        cells.headMap(cell).clear();
        var said = cells.remove(cell);
        quiet = said == null ? quiet + 1 : 0;
        int heard = said == null ? SILENT : said.level() < 0 ? 50 : said.level();
        level += (heard - level) / (heard < level ? 4 : 16);
        return said;
    }

    /** How loud it has been lately, by RFC 6464: 0 is the loudest. */
    double level() {
        return level;
    }

    /** For how many cells nothing was said. */
    int quiet() {
        return quiet;
    }
}
