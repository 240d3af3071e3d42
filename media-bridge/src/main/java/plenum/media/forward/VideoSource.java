package plenum.media.forward;

import org.jspecify.annotations.Nullable;

/** A camera or screen that the bridge receives: up to three simulcast layers, or one. On the media thread. */
public final class VideoSource {
    public static final int MAX_LAYERS = 3;

    private final VideoLayer[] layers = new VideoLayer[MAX_LAYERS];
    private final KeyFrameBroker broker = new KeyFrameBroker();

    public VideoSource() {
        for (int i = 0; i < MAX_LAYERS; i++) {
            layers[i] = new VideoLayer(this, i);
        }
    }

    /** The layer of an RID: q, h and f, from small to large; the only one without. -1: no such layer. */
    public static int layerOf(@Nullable String rid) {
        if (rid == null) {
            return 0;
        }
        return switch (rid) {
            case "q" -> 0;
            case "h" -> 1;
            case "f" -> 2;
            default -> -1;
        };
    }

    /** @param index 0, the smallest picture, to {@link #MAX_LAYERS} - 1 */
    public VideoLayer layer(int index) {
        return layers[index];
    }

    /**
     * The best layer for a slot: the greatest one not above {@code wanted} whose packets come; when there is none, the
     * greatest one that ever came, since a still screen may send nothing until it is asked.
     *
     * @return null: none
     */
    @Nullable
    VideoLayer best(int wanted, long nowNs) {
        for (int i = wanted; i >= 0; i--) {
            if (layers[i].flows(nowNs)) {
                return layers[i];
            }
        }
        for (int i = wanted; i >= 0; i--) {
            if (layers[i].highest() >= 0) {
                return layers[i];
            }
        }
        return null;
    }

    /** The smallest layer whose packets come, not above another one; that one if none do. */
    VideoLayer smallest(VideoLayer most, long nowNs) {
        for (int i = 0; i < most.index(); i++) {
            if (layers[i].flows(nowNs)) {
                return layers[i];
            }
        }
        return most;
    }

    /**
     * Somebody wishes a key frame of a layer.
     *
     * @return whether the sender is to be asked now
     */
    public boolean wishKeyFrame(int layer, long nowNs) {
        return layers[layer].stream() != null && broker.wish(layer, nowNs);
    }

    void keyFrameCame(int layer) {
        broker.came(layer);
    }

    /** To be called every 20 ms to 1 s. */
    public void tick(long nowNs) {
        for (VideoLayer layer : layers) {
            layer.tick(nowNs);
        }
    }

    /** The source is gone: gives its memory back. */
    public void close() {
        for (VideoLayer layer : layers) {
            layer.release();
        }
    }
}
