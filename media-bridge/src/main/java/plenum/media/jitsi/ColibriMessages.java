package plenum.media.jitsi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plenum.media.api.EndpointId;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;

/** What the focus says over a colibri WebSocket. */
final class ColibriMessages {
    private ColibriMessages() {}

    /**
     * What the endpoint wants to see, all of it each time. Until this is said a bridge sends no picture at all.
     *
     * @param pictures how many it can show at once
     */
    static String constraints(ReceiverConstraints wanted, int pictures) {
        var message = new LinkedHashMap<String, Object>();
        message.put("colibriClass", "ReceiverVideoConstraints");
        message.put("lastN", wanted.lastN() < 0 ? pictures : Math.min(wanted.lastN(), pictures));
        message.put(
                "selectedSources",
                wanted.selected().stream().map(SourceId::toString).toList());
        message.put("onStageSources", List.of());
        message.put("defaultConstraints", height(wanted.defaultHeight()));
        message.put(
                "constraints",
                wanted.heights().entrySet().stream()
                        .collect(Collectors.toMap(one -> one.getKey().toString(), one -> height(one.getValue()))));
        message.put("assumedBandwidthBps", wanted.downlinkBps() > 0 ? wanted.downlinkBps() : -1);
        return Json.text(message);
    }

    private static Map<String, Integer> height(int pixels) {
        return Map.of("maxHeight", pixels);
    }

    /** A screen is treated with more care than a camera. */
    static String videoType(EndpointId endpoint, SourceKind kind) {
        return Json.text(Map.of(
                "colibriClass",
                "SourceVideoTypeMessage",
                "sourceName",
                new SourceId(endpoint, kind).toString(),
                "videoType",
                kind == SourceKind.SCREEN ? "desktop" : "camera"));
    }
}
