package plenum.server.search;

import java.util.Optional;

/**
 * What a person looks for.
 *
 * @param words as typed; words in quotes stand side by side
 * @param session id, likewise item, which counts within a session only
 * @param limit most papers
 */
record SearchWish(
        String words,
        Optional<String> session,
        Optional<String> item,
        Optional<String> kind,
        Optional<Integer> year,
        int limit) {}
