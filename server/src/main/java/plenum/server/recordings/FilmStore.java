package plenum.server.recordings;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Mongo;
import plenum.server.platform.Mongo.IndexKind;
import plenum.server.platform.RecordTable;

/** Recordings in the collection of that name. Blocking. */
public final class FilmStore {
    private static final int MOST = 1_000;

    private final RecordTable<Film> films;

    public FilmStore(Mongo mongo) {
        films = new RecordTable<>(mongo, "recordings", Film.class, Film::key);
        films.index(IndexKind.REPEATABLE, "sessionId");
    }

    Optional<Film> find(SessionId session, RecordingId recording) {
        return films.get(Film.key(session, recording));
    }

    /** In the order in which they were begun. */
    List<Film> of(SessionId session) {
        return films.find(new Document("sessionId", session.value()), new Document("startedAt", 1), MOST);
    }

    /** Nothing happens when there is one. */
    void begin(Film film) {
        var unused = films.insert(film);
    }

    void put(Film film) {
        if (!films.put(film)) {
            throw new IllegalStateException("recording not written: " + film.key());
        }
    }

    void delete(Film film) {
        var unused = films.delete(new Document("_id", film.key()));
    }
}
