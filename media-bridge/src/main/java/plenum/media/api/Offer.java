package plenum.media.api;

/**
 * What the browser is to answer. The m-lines never change afterwards: {@code 0} takes its microphone, {@code 1} its
 * camera, {@code 2} its screen; {@code a0}, {@code a1}, … and {@code v0}, {@code v1}, … are the slots of
 * {@link EndpointSpec}, whose content {@link BridgeEvent.SourcesMapped} tells.
 *
 * @param sdp an SDP offer (RFC 8866, RFC 8829) with ICE-lite and all candidates
 */
public record Offer(String sdp) {}
