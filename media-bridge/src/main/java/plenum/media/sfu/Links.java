package plenum.media.sfu;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.media.link.LinkTicket;
import plenum.media.net.Route;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtp.Bytes;

/** The links of a bridge: which one a packet is of that comes from no endpoint. Media thread only. */
final class Links {
    private static final int RTCP_SSRC = 4;

    private final Map<Route, LinkEnd> byRoute = new HashMap<>();
    private final Map<Integer, LinkEnd> byId = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();

    /** @return false: it was used before, and its keys must not be used from the beginning again */
    boolean use(LinkTicket ticket) {
        return used.add(ticket.id());
    }

    void add(LinkEnd link) {
        byId.put(link.id(), link);
    }

    void remove(LinkEnd link) {
        byId.remove(link.id(), link);
        byRoute.values().removeIf(other -> other == link);
    }

    /** An authentic packet of the other end has come from there. */
    void found(LinkEnd link, Route route) {
        byRoute.values().removeIf(other -> other == link);
        byRoute.put(route, link);
    }

    /**
     * Whose packet it is: known by where it comes from, or for RTCP, in which each end shows who it is, by its SSRC.
     *
     * @return null: of no link
     */
    @Nullable
    LinkEnd of(byte[] data, int offset, int length, Route from) {
        LinkEnd link = byRoute.get(from);
        return link == null && RtcpReader.isRtcp(data, offset, length)
                ? byId.get(Bytes.i32(data, offset + RTCP_SSRC))
                : link;
    }
}
