package plenum.media.bwe;

/**
 * One picture that one receiver wants: in which layers it exists, how large it is wanted, and which layer is granted.
 * Kept by the receiver for as long as it may want the source; on the media thread.
 */
public final class Wish {
    /** Nothing is granted. */
    public static final int NONE = -1;

    private static final int MAX_LAYERS = 4;

    /** Of the difference, this part is taken over each time. */
    private static final int FALL = 16;

    private static final int SCREEN_RISE = 8;

    /** A layer serves a tile that is taller than its picture by up to a sixth. */
    private static final double TALLER = 7.0 / 6;

    private final boolean screen;
    private final int[] heights = new int[MAX_LAYERS];
    private final long[] rates = new long[MAX_LAYERS];
    private int wanted;
    private boolean stage;
    private boolean fresh = true;
    private int top = NONE;
    private int plan = NONE;
    private int granted = NONE;

    /** @param screen a shared screen, not a camera */
    public Wish(boolean screen) {
        this.screen = screen;
    }

    /**
     * Tells of a layer; layers are ascending in height, for a screen also in frame rate.
     *
     * @param index 0 is the lowest
     * @param height of its pictures, pixels; 0: the layer does not exist now
     * @param bps measured, to be told every 100 ms; 0: not known
     */
    public void layer(int index, int height, long bps) {
        rates[index] = heights[index] == 0 ? firstBps(height, bps) : follow(rates[index], bps);
        heights[index] = height;
    }

    /** A camera's layer that has just begun is measured too low. */
    private long firstBps(int height, long bps) {
        return screen && bps > 0 ? bps : Math.max(bps, usualBps(height));
    }

    /** A camera's greatest need counts; a screen may exceed its average when a page is turned. */
    private long follow(long before, long bps) {
        if (bps <= before) {
            return before + (bps - before) / FALL;
        }
        return screen ? before + (bps - before) / SCREEN_RISE : bps;
    }

    /** @param height the greatest wanted height, pixels; 0: not wanted */
    public void want(int height, boolean onStage) {
        fresh |= height != wanted || onStage != stage;
        wanted = height;
        stage = onStage;
    }

    /** The layer to send, or {@link #NONE}. */
    public int granted() {
        return granted;
    }

    /** Whether nothing larger is wanted of what there is than what is granted. */
    public boolean met() {
        return granted >= top;
    }

    boolean screen() {
        return screen;
    }

    boolean stage() {
        return stage;
    }

    boolean wanted() {
        return wanted > 0;
    }

    int height(int layer) {
        return heights[layer];
    }

    long bps(int layer) {
        return layer == NONE ? 0 : rates[layer];
    }

    /** Begins a new round. */
    void begin(boolean allowed) {
        plan = NONE;
        top = allowed && wanted() ? sufficient() : NONE;
    }

    /** The lowest layer that is tall enough, else the tallest. */
    private int sufficient() {
        int best = NONE;
        for (int layer = 0; layer < MAX_LAYERS; layer++) {
            if (heights[layer] == 0) {
                continue;
            }
            if (best != NONE && heights[best] * TALLER >= wanted && !finer(layer, best)) {
                return best;
            }
            best = layer;
        }
        return best;
    }

    /** Of a screen's layers of the same height the later ones have more frames. */
    private boolean finer(int layer, int than) {
        return screen && heights[layer] == heights[than];
    }

    /** The layer beyond which the wish does not go. */
    int top() {
        return top;
    }

    int plan() {
        return plan;
    }

    void plan(int layer) {
        plan = layer;
    }

    /** The next layer that exists above the planned one, {@link #NONE}: no more. */
    int next() {
        for (int layer = plan + 1; layer <= top; layer++) {
            if (heights[layer] > 0) {
                return layer;
            }
        }
        return NONE;
    }

    /** Wanted differently since the last round: a change that the viewer made does not wait. */
    boolean fresh() {
        return fresh;
    }

    /** Whether the round takes away what the viewer still wants. */
    boolean lowered() {
        return plan < Math.min(granted, top);
    }

    /** @return whether it changed */
    boolean grant() {
        boolean changed = granted != plan;
        granted = plan;
        fresh = false;
        return changed;
    }

    private static long usualBps(int height) {
        if (height <= 180) {
            return 150_000;
        }
        if (height <= 360) {
            return 500_000;
        }
        return height <= 720 ? 1_700_000 : 3_000_000;
    }
}
