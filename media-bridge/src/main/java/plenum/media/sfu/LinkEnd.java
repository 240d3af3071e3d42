package plenum.media.sfu;

import java.util.List;
import java.util.stream.Stream;
import plenum.media.link.LinkPages;
import plenum.media.link.LinkState;
import plenum.media.link.LinkStats;
import plenum.media.net.Route;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtcp.RtcpVisitor;
import plenum.media.rtp.RtpPacket;

/**
 * One end of a link between two bridges that carry the same conference: gives what the other one wants of what is here,
 * and has its voices and pictures here. Both ends are alike; {@code doc/cascade.md} tells why. Media thread only.
 */
final class LinkEnd implements RtcpVisitor {
    private static final long LOOK_NS = 100_000_000;

    private final int id;
    private final Links links;
    private final LinkWire wire;
    private final Downlink downlink;
    private final Feedback feedback;
    private final LinkTalk talk;
    private final LinkReports reports;
    private final LinkVoices voices;
    private final Pictures everything;
    private final LinkPictures pictures;
    private final LinkShares shares;
    private final RtpPacket packet = new RtpPacket();
    private LinkPages pages = new LinkPages();
    private List<LinkState.Source> offered = List.of();
    /** Something is told or wanted that was not: what is offered may be another thing. */
    private boolean look;

    private int changes;
    private long lookedNs;
    private long nowNs;

    LinkEnd(int id, Shared shared, Voices voices, Pictures pictures, LinkWire wire) {
        this.id = id;
        this.wire = wire;
        links = shared.links();
        downlink = new Downlink(wire, shared.scratch());
        feedback = new Feedback(wire, shared.scratch(), id);
        talk = new LinkTalk(wire, shared.scratch(), id);
        reports = new LinkReports(wire, shared.clock(), shared.scratch(), id);
        shares = new LinkShares(downlink, shared.ssrc());
        this.voices = new LinkVoices(this, voices, downlink, shared::ssrc);
        everything = pictures;
        this.pictures = new LinkPictures(this, pictures, downlink, feedback, shared::ssrc);
    }

    /** The SSRC of its RTCP. */
    int id() {
        return id;
    }

    /** Takes a packet that came from the other end, as it seems. */
    void received(byte[] data, int offset, int length, Route from, long nowNs) {
        if (RtcpReader.isRtcp(data, offset, length)) {
            rtcp(data, offset, length, from, nowNs);
        } else {
            rtp(data, offset, length, nowNs);
        }
    }

    private void rtcp(byte[] data, int offset, int length, Route from, long nowNs) {
        int clear = wire.openRtcp(data, offset, length, from, nowNs);
        if (clear >= 0) {
            links.found(this, from);
            this.nowNs = nowNs;
            var unused = RtcpReader.read(data, offset, clear, this);
        }
    }

    private void rtp(byte[] data, int offset, int length, long nowNs) {
        int clear = wire.open(data, offset, length, nowNs);
        if (clear < 0 || !packet.parse(data, offset, clear)) {
            return;
        }
        feedback.arrived(packet, nowNs);
        if (!voices.take(packet, nowNs)) {
            pictures.take(packet, nowNs);
        }
    }

    @Override
    public void nack(int mediaSsrc, int sequence) {
        var unused = downlink.repeat(mediaSsrc, sequence, nowNs);
    }

    @Override
    public void pictureLoss(int mediaSsrc) {
        pictures.pictureLoss(mediaSsrc, nowNs);
    }

    @Override
    public void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {
        if (ssrc == id) {
            reports.heard(ntp, nowNs);
        }
        Stream.concat(voices.incoming(), pictures.incoming())
                .filter(stream -> stream.ssrc() == ssrc)
                .forEach(stream -> stream.senderReport(ntp, rtpTimestamp, nowNs));
    }

    @Override
    public void reportBlock(
            int reporter,
            int ssrc,
            int fractionLost,
            int cumulativeLost,
            int highestSequence,
            int jitter,
            int lastSenderReport,
            int delay) {
        reports.told(lastSenderReport, delay, nowNs);
        downlink.bandwidth().report(fractionLost, 0, reports.roundTripNs(), nowNs);
    }

    @Override
    public void transportFeedback(byte[] buffer, int fciOffset, int fciLength) {
        downlink.feedback(buffer, fciOffset, fciLength, nowNs);
    }

    @Override
    public void application(int subtype, int name, byte[] buffer, int offset, int length) {
        LinkState told = name == LinkTalk.NAME ? pages.take(buffer, offset, length) : null;
        if (told != null) {
            voices.host(sources(told, false), nowNs);
            pictures.host(sources(told, true), nowNs);
            pictures.wanted(told.wants(), nowNs);
            shares.share(pictures.relays(), voices.crossing(), nowNs);
            look = true;
        }
    }

    private static List<LinkState.Source> sources(LinkState told, boolean video) {
        return told.sources().stream()
                .filter(source -> source.id().kind().video() == video)
                .toList();
    }

    /** Every 5 to 20 ms. */
    void tick(long nowNs) {
        if (wire.silent(nowNs)) {
            forget(nowNs);
        }
        if (look || changes != everything.changes() || nowNs - lookedNs >= LOOK_NS) {
            look = false;
            changes = everything.changes();
            lookedNs = nowNs;
            shares.share(pictures.relays(), voices.crossing(), nowNs);
            offered = Stream.concat(voices.look().stream(), pictures.look(nowNs).stream())
                    .toList();
        }
        talk.tick(new LinkState(offered, pictures.wants()), nowNs);
        if (wire.up()) {
            feedback.tick(voices.guests(), pictures.guests(), reports.roundTripNs(), nowNs);
            reports.tick(voices, pictures, nowNs);
            downlink.tick(nowNs);
            shares.probe(nowNs);
        }
    }

    /** The other end cannot be reached: what is here goes on by itself. */
    private void forget(long nowNs) {
        pages = new LinkPages();
        voices.forget();
        pictures.forget(nowNs);
    }

    LinkStats stats() {
        var carried = Stream.concat(voices.carried().stream(), pictures.carried().stream());
        return new LinkStats(wire.up(), downlink.bytes(), reports.roundTripNs(), carried.toList());
    }

    void close(long nowNs) {
        links.remove(this);
        voices.close();
        pictures.close(nowNs);
    }
}
