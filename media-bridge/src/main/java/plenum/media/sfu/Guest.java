package plenum.media.sfu;

import java.util.List;
import plenum.media.api.SourceId;
import plenum.media.link.LinkState;

/** A picture of another bridge, here. */
final class Guest {
    private final Announced announced;
    private final Picture picture;
    private final List<Integer> ssrcs;

    Guest(LinkState.Source source, LinkEnd link, Pictures pictures, Feedback feedback, long nowNs) {
        announced = new Announced(link, source);
        ssrcs = ssrcs(source);
        picture = pictures.open(source.id(), feedback, announced);
        picture.announced(nowNs);
    }

    private static List<Integer> ssrcs(LinkState.Source source) {
        return source.layers().stream().map(LinkState.Layer::ssrc).toList();
    }

    SourceId id() {
        return picture.id();
    }

    Picture picture() {
        return picture;
    }

    List<Integer> ssrcs() {
        return ssrcs;
    }

    int layer(int ssrc) {
        return ssrcs.indexOf(ssrc);
    }

    /** Whether it is still what it was, not another one of the same name. */
    boolean same(LinkState.Source source) {
        return ssrcs.equals(ssrcs(source));
    }

    void now(LinkState.Source source, long nowNs) {
        if (announced.now(source)) {
            picture.layersChanged();
        }
        picture.announced(nowNs);
    }

    LinkState.Want want() {
        return new LinkState.Want(ssrcs.getFirst(), picture.wanted(), picture.needed());
    }
}
