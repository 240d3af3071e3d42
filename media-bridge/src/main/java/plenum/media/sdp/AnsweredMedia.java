package plenum.media.sdp;

import java.util.List;

/**
 * An m-line as the browser took it.
 *
 * @param sends the browser will send here
 * @param payloadTypes it took, the one it likes best first; empty: it refused the m-line
 * @param ssrcs it told of, as unsigned numbers; with simulcast by RID it tells none
 */
public record AnsweredMedia(String mid, boolean sends, List<Integer> payloadTypes, List<Long> ssrcs) {
    public AnsweredMedia {
        payloadTypes = List.copyOf(payloadTypes);
        ssrcs = List.copyOf(ssrcs);
    }
}
