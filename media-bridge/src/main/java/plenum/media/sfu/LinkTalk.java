package plenum.media.sfu;

import java.util.List;
import plenum.media.link.LinkPages;
import plenum.media.link.LinkState;
import plenum.media.rtcp.RtcpWriter;

/** Says to the other end of a link what holds here: at once when it changes, twice more soon after, then regularly. */
final class LinkTalk {
    /** "PLNK" */
    static final int NAME = 0x504c_4e4b;

    private static final long SOON_NS = 50_000_000;
    private static final long REGULAR_NS = 500_000_000;
    private static final int SOON = 2;

    private final Wire wire;
    private final int ssrc;
    private final RtcpWriter writer;
    private LinkState said = LinkState.NOTHING;
    private List<byte[]> pages;
    private int round;
    private int soon;
    private long saidNs;
    private boolean begun;

    LinkTalk(Wire wire, byte[] scratch, int ssrc) {
        this.wire = wire;
        this.ssrc = ssrc;
        writer = new RtcpWriter(scratch, 0, scratch.length);
        pages = LinkPages.write(said, round);
    }

    /** Every 5 to 20 ms. */
    void tick(LinkState now, long nowNs) {
        if (!now.equals(said)) {
            said = now;
            pages = LinkPages.write(now, ++round);
            soon = SOON;
            say(nowNs);
        } else if (!begun || nowNs - saidNs >= (soon > 0 ? SOON_NS : REGULAR_NS)) {
            soon = Math.max(0, soon - 1);
            say(nowNs);
        }
    }

    private void say(long nowNs) {
        begun = true;
        saidNs = nowNs;
        for (byte[] page : pages) {
            writer.clear();
            if (writer.application(ssrc, 0, NAME, page)) {
                wire.sendRtcp(writer.buffer(), 0, writer.length());
            }
        }
    }
}
