package plenum.media.sfu;

import java.util.List;
import plenum.media.link.LinkState;
import plenum.media.link.LinkState.Layer;

/** What another bridge says of a picture that it has: it comes only as far as it is wanted here. */
final class Announced {
    private static final long BPS_PER_KBPS = 1_000;

    private final LinkEnd origin;
    private List<Layer> layers;

    Announced(LinkEnd origin, LinkState.Source source) {
        this.origin = origin;
        layers = source.layers();
    }

    /** The link over which it comes. */
    LinkEnd origin() {
        return origin;
    }

    /** @return whether other layers are to be had than before */
    boolean now(LinkState.Source source) {
        var before = layers;
        layers = source.layers();
        return !heights(before).equals(heights(layers));
    }

    private static List<Integer> heights(List<Layer> layers) {
        return layers.stream().map(Layer::height).toList();
    }

    /** In pixels; 0: the layer does not flow, not even there. */
    int height(int layer) {
        return layer < layers.size() ? layers.get(layer).height() : 0;
    }

    long bps(int layer) {
        return layer < layers.size() ? layers.get(layer).kbps() * BPS_PER_KBPS : 0;
    }

    boolean flows() {
        return layers.stream().anyMatch(layer -> layer.height() > 0);
    }
}
