package plenum.server.search;

/** Names of the fields of the index. A page is a document, and each paper has one more with its title: page 0. */
final class Fields {
    static final String KEY = "key";
    static final String PRINT = "print";
    static final String SEEN_BY = "seenBy";
    static final String SESSION = "session";
    static final String ITEM = "item";
    static final String KIND = "kind";
    static final String YEAR = "year";
    static final String PAGE = "page";
    static final String NUMBER = "number";
    static final String TITLE = "title";
    static final String TITLE_EXACT = "titleExact";
    static final String TEXT = "text";
    /** Two words side by side, without marks. */
    static final String TEXT_PAIRS = "textPairs";
    /** Words, and two words side by side, with their marks. */
    static final String TEXT_EXACT = "textExact";
    /** The first letters of each word, without marks. */
    static final String TEXT_STARTS = "textStarts";

    private Fields() {}
}
