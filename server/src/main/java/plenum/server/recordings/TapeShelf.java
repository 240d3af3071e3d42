package plenum.server.recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.peer.MediaPeers;
import plenum.media.record.Take;
import plenum.media.record.Tape;
import plenum.server.conference.Tapes;
import plenum.server.hall.Lanes;
import plenum.server.journal.Journal;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.BlobStore;

/**
 * Tapes that are being written, in a directory of their own, until they are kept with all other bytes. Thread-safe;
 * blocking.
 */
public final class TapeShelf implements Tapes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TapeShelf.class);
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_-]{1,64})~([A-Za-z0-9_-]{1,64})\\.webm");

    private final Path directory;
    private final Period kept;
    private final FilmStore films;
    private final BlobStore blobs;
    private final Journal journal;
    private final InstantSource clock;
    private final MediaPeers peers = new MediaPeers();
    private final ReentrantLock keeping = new ReentrantLock(); // one at a time: it reads and writes a whole film

    /** @param kept how long a recording is kept before somebody has to decide what becomes of it */
    public TapeShelf(
            Path directory, Period kept, FilmStore films, BlobStore blobs, Journal journal, InstantSource clock)
            throws IOException {
        this.directory = Files.createDirectories(directory);
        this.kept = kept;
        this.films = films;
        this.blobs = blobs;
        this.journal = journal;
        this.clock = clock;
    }

    private Path path(SessionId session, RecordingId recording) {
        return directory.resolve(session + "~" + recording + ".webm");
    }

    @Override
    public Tape open(SessionId session, RecordingId recording) throws IOException {
        films.begin(Film.begun(session, recording, clock.instant()));
        return Tape.open(path(session, recording));
    }

    @Override
    public Take take(Tape tape, String offer) {
        return tape.take(peers, offer, clock);
    }

    @Override
    public void ended(SessionId session, RecordingId recording) {
        keeping.lock();
        try {
            keep(session, recording);
        } catch (IOException failed) {
            LOG.error("recording {} of {} is still on its tape", recording, session, failed);
        } finally {
            keeping.unlock();
        }
    }

    private void keep(SessionId session, RecordingId recording) throws IOException {
        var path = path(session, recording);
        if (Files.notExists(path)) {
            return; // it is kept already
        }
        var content = Tape.finish(path);
        var marks = Marks.of(journal, session, recording);
        var now = clock.instant();
        var film = films.find(session, recording).orElseGet(() -> Film.begun(session, recording, now));
        var until = now.atZone(ZoneOffset.UTC).plus(kept).toInstant();
        if (content.durationMs() == 0) {
            films.put(film.kept(0, 0, null, List.of(), marks, until));
        } else {
            try (var in = Files.newInputStream(path)) {
                var blob = blobs.put(in);
                films.put(film.kept(
                        content.durationMs(), blob.bytes(), blob.sha256(), content.stretches(), marks, until));
            }
        }
        Tape.delete(path);
    }

    /** After a start: keeps what a server that was stopped has left on tapes of recordings that are over. */
    public void catchUp(Lanes lanes) {
        try (var tapes = Files.list(directory)) {
            for (var tape : tapes.toList()) {
                over(tape, lanes);
            }
        } catch (IOException unreadable) {
            LOG.error("the tapes in {} cannot be looked at", directory, unreadable);
        }
    }

    private void over(Path tape, Lanes lanes) {
        var name = NAME.matcher(String.valueOf(tape.getFileName()));
        if (!name.matches()) {
            return;
        }
        var session = new SessionId(name.group(1));
        var recording = new RecordingId(name.group(2));
        try {
            var current = lanes.lane(session).hall().recording().current();
            if (!current.equals(Optional.of(recording))) {
                ended(session, recording);
            }
        } catch (RuntimeException failed) {
            LOG.error("tape {} is left where it is", tape.getFileName(), failed);
        }
    }

    @Override
    public void close() {
        peers.close();
    }
}
