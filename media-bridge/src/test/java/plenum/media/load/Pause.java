package plenum.media.load;

/** Waiting of the main thread. */
final class Pause {
    private Pause() {}

    static void ms(long duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
