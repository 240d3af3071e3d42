package plenum.media.sfu;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import plenum.media.bwe.Allocation;
import plenum.media.bwe.SendBandwidth;
import plenum.media.bwe.Wish;
import plenum.media.forward.RelayedVideo;

/**
 * Shares a link's line: voices come first, then the stage, small and then full, then all other pictures. What is beyond
 * a picture's share is not offered to the other end, which therefore does not ask for it. Media thread only.
 */
final class LinkShares {
    /** What a voice takes of the line, with headers. */
    private static final long VOICE_BPS = 50_000;

    private final Allocation stages = new Allocation();
    private final Allocation others = new Allocation();
    private final Downlink downlink;
    private final int ssrc;
    private int sequence;

    /** @param ssrc of padding */
    LinkShares(Downlink downlink, int ssrc) {
        this.downlink = downlink;
        this.ssrc = ssrc;
    }

    /** @param voices how many cross */
    void share(Collection<Relay> relays, int voices, long nowNs) {
        SendBandwidth line = downlink.bandwidth();
        relays.forEach(relay -> relay.wish(nowNs));
        int tallest = relays.stream().mapToInt(Relay::height).max().orElse(0);
        Predicate<Relay> stage = relay -> relay.screen() || relay.height() == tallest;
        long fixed = VOICE_BPS * Math.max(1, voices)
                + relays.stream().mapToLong(relay -> relay.besidesBps(nowNs)).sum();
        long left = Math.max(0, line.estimateBps() - fixed);
        allocate(stages, wishes(relays, stage), left, nowNs);
        allocate(others, wishes(relays, stage.negate()), Math.max(0, left - stages.grantedBps()), nowNs);
        line.want(fixed + stages.wantedBps() + others.wantedBps());
        relays.forEach(relay -> relay.granted(nowNs));
    }

    private static List<Wish> wishes(Collection<Relay> relays, Predicate<Relay> which) {
        return relays.stream()
                .filter(which.and(relay -> relay.height() > 0))
                .map(Relay::wish)
                .toList();
    }

    private static void allocate(Allocation allocation, List<Wish> wishes, long bps, long nowNs) {
        var unused = allocation.allocate(wishes, wishes.size(), bps, nowNs);
    }

    /** Sends what is needed to learn whether the line carries more. */
    void probe(long nowNs) {
        int due = downlink.bandwidth().probeBytes(nowNs);
        while (due > 0) {
            int length = RelayedVideo.padding(due, ssrc, sequence++, downlink.scratch());
            downlink.sendOnce(length, nowNs);
            due -= length;
        }
    }
}
