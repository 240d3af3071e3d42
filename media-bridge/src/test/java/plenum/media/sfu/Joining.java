package plenum.media.sfu;

import static plenum.media.sfu.TestBridge.CONFERENCE;
import static plenum.media.sfu.TestBridge.done;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.ice.Candidate;
import plenum.media.peer.MediaPeer;
import plenum.media.peer.MediaPeers;

/** The place of one participant in a conference, reached over a port of the loopback address. */
record Joining(EmbeddedBridge bridge, MediaPeers peers, EndpointId id, int port) {
    /** Not connected yet. */
    MediaPeer join(Map<String, List<String>> sends, MediaPeer.Listener listener) {
        var spec = new EndpointSpec(2, 2, Permission.ALL, false);
        String offer = done(bridge.openEndpoint(CONFERENCE, id, spec)).sdp();
        var way = List.of(new Candidate(false, 1, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        var peer = peers.answer(offer, way, sends, listener);
        done(bridge.answer(CONFERENCE, id, peer.answer()));
        return peer;
    }

    /** Wants all pictures at this height. */
    void want(int height) {
        done(bridge.constrain(CONFERENCE, id, new ReceiverConstraints(List.of(), Map.of(), height, -1, 0)));
    }
}
