package plenum.server.notes;

/** What a mark is. */
public enum MarkKind {
    INK(true),
    HIGHLIGHT(true),
    NOTE(true),
    BOOKMARK(true),
    /** Nobody's any more: who opened a paper is known to the desk of papers. Stored ones still decode. */
    READ(true),
    /** A page of the notebook of the session; may point to a paper and page. */
    NOTEBOOK(false);

    private final boolean onPaper;

    MarkKind(boolean onPaper) {
        this.onPaper = onPaper;
    }

    boolean onPaper() {
        return onPaper;
    }
}
