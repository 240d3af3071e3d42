package plenum.media.sfu;

/** How much a growing count has grown since it was last looked at. */
final class Growth {
    private long before;

    /** @param now the count; one that falls, as when its source began anew, has not grown */
    long since(long now) {
        long growth = Math.max(0, now - before);
        before = now;
        return growth;
    }
}
