package plenum.media.record;

/**
 * A whole picture.
 *
 * @param ms when it was taken, from the beginning of the take
 * @param key whether a player may begin with it
 * @param width pixels; 0: not told
 * @param data of VP8
 */
record Frame(long ms, boolean key, int width, int height, byte[] data) {}
