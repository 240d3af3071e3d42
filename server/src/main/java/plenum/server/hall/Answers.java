package plenum.server.hall;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plenum.server.hall.Drafting.Key;

/** The newest answers that left no entry: refusals and wishes already fulfilled. In memory only; one thread. */
final class Answers {
    private static final int REMEMBERED = 16_384;

    private final Map<Key, Answer> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
            return size() > REMEMBERED;
        }
    };

    void put(Key key, Answer answer) {
        answers.put(key, answer);
    }

    Optional<Answer> get(Key key) {
        return Optional.ofNullable(answers.get(key));
    }
}
