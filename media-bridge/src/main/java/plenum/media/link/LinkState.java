package plenum.media.link;

import java.util.List;
import plenum.media.api.SourceId;

/**
 * All that one end of a link says: what it has, and what it wants of what the other one has. It is said again and again
 * as a whole, so that nothing needs to be said in order, and a link that was cut is as before when it is back.
 */
public record LinkState(List<Source> sources, List<Want> wants) {
    public static final LinkState NOTHING = new LinkState(List.of(), List.of());

    /** Layers of a source, at most. */
    public static final int LAYERS = 3;

    public LinkState {
        sources = List.copyOf(sources);
        wants = List.copyOf(wants);
    }

    /** A source that may be had, with its layers from small to large. */
    public record Source(SourceId id, List<Layer> layers) {
        public Source {
            layers = List.copyOf(layers);
            if (layers.isEmpty() || layers.size() > LAYERS) {
                throw new IllegalArgumentException("layers");
            }
        }

        /** By it the source is wanted. */
        public int ssrc() {
            return layers.getFirst().ssrc();
        }
    }

    /**
     * @param ssrc under which it crosses the link
     * @param height pixels, 0 to 65,535; 0: it does not flow at present
     * @param kbps measured, 0 to 65,535
     */
    public record Layer(int ssrc, int height, int kbps) {}

    /**
     * @param ssrc of the source's first layer
     * @param height in which anybody beyond this end wants it, pixels; its sender is told
     * @param layers which are to cross the link: bit 0 is the smallest
     */
    public record Want(int ssrc, int height, int layers) {}
}
