package plenum.media.srtp;

import org.jspecify.annotations.Nullable;

/** The windows of a peer's streams by SSRC: a hash table with linear probing, at most half full. */
final class Streams {
    private final int limit;
    private int[] ssrcs = new int[16];
    private @Nullable ReplayWindow[] windows = new ReplayWindow[16];
    private int count;
    private long uses;

    /** @param limit how many streams at most */
    Streams(int limit) {
        this.limit = limit;
    }

    @Nullable
    ReplayWindow find(int ssrc) {
        return windows[slot(ssrc)];
    }

    /** Makes a window the one used last. */
    void use(ReplayWindow window) {
        window.use(++uses);
    }

    boolean full() {
        return count == limit;
    }

    /** Adds a stream that is not there and for which there is room. */
    void add(int ssrc, ReplayWindow window) {
        if (2 * (count + 1) > ssrcs.length) {
            rebuild(2 * ssrcs.length);
        }
        int slot = slot(ssrc);
        ssrcs[slot] = ssrc;
        windows[slot] = window;
        count++;
    }

    /** Forgets the stream that was not used for longest. */
    void forgetOldest() {
        int oldest = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < windows.length; i++) {
            var window = windows[i];
            if (window != null && window.lastUse() < least) {
                least = window.lastUse();
                oldest = i;
            }
        }
        if (oldest >= 0) {
            windows[oldest] = null;
            count--;
            rebuild(windows.length);
        }
    }

    private void rebuild(int size) {
        var oldSsrcs = ssrcs;
        var oldWindows = windows;
        ssrcs = new int[size];
        windows = new ReplayWindow[size];
        for (int i = 0; i < oldWindows.length; i++) {
            if (oldWindows[i] != null) {
                int slot = slot(oldSsrcs[i]);
                ssrcs[slot] = oldSsrcs[i];
                windows[slot] = oldWindows[i];
            }
        }
    }

    /** @return where the stream is, or would be */
    private int slot(int ssrc) {
        int mask = windows.length - 1;
        int at = (ssrc * 0x9e3779b9) >>> 16 & mask;
        while (windows[at] != null && ssrcs[at] != ssrc) {
            at = at + 1 & mask;
        }
        return at;
    }
}
