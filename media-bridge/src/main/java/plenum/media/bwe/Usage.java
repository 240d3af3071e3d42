package plenum.media.bwe;

/** How a line's queue behaves. */
enum Usage {
    /** It stays as it is. */
    NORMAL,
    /** It grows: more is sent than the line carries. */
    OVER,
    /** It empties. */
    UNDER
}
