package plenum.server.search;

import java.util.List;

/**
 * A paper that was found, best pages first.
 *
 * @param pages how many of its pages have the words
 */
record Found(PaperKey key, long pages, List<Hit> hits) {
    Found {
        hits = List.copyOf(hits);
    }

    /** @param page from 1 */
    record Hit(int page, List<Piece> snippet) {
        Hit {
            snippet = List.copyOf(snippet);
        }
    }

    /** @param hit whether these are the words that were looked for */
    record Piece(String text, boolean hit) {}
}
