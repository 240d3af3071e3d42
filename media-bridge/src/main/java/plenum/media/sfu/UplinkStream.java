package plenum.media.sfu;

import plenum.media.api.SourceKind;

/**
 * What an SSRC of an endpoint carries, with its retransmissions or without.
 *
 * @param layer of the source, 0 the smallest
 */
record UplinkStream(SourceKind kind, int layer) {}
