package plenum.server.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plenum.server.audit.Audit;
import plenum.server.hall.Lanes;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.platform.BlobStore;
import plenum.server.platform.Sha256;

/**
 * Recordings of sessions: who may see which, and what the secretary makes of them. Blocking: plain virtual threads
 * only.
 */
public final class FilmDesk {
    private static final Set<Role> CONDUCT =
            Collections.unmodifiableSet(EnumSet.of(Role.SECRETARY, Role.CHAIR, Role.TECHNICIAN));
    private static final int MOST_YEARS = 100;

    private final Lanes lanes;
    private final FilmStore films;
    private final BlobStore blobs;
    private final Audit audit;
    private final InstantSource clock;
    private final Tickets tickets;

    public FilmDesk(Lanes lanes, FilmStore films, BlobStore blobs, Audit audit, InstantSource clock) {
        this.lanes = lanes;
        this.films = films;
        this.blobs = blobs;
        this.audit = audit;
        this.clock = clock;
        this.tickets = new Tickets(clock);
    }

    /** Who watches must ask anew: the person's sign-ins have ended. */
    public void revoke(PersonId person) {
        tickets.revoke(person);
    }

    /** Those that a person with these roles may see. */
    List<FilmView> list(SessionId session, Set<Role> roles) {
        return films.of(session).stream()
                .filter(film -> visible(film, roles))
                .map(this::view)
                .toList();
    }

    private FilmView view(Film film) {
        return new FilmView(
                film.recordingId().value(),
                film.state(),
                film.startedAt().toEpochMilli(),
                film.durationMs(),
                film.bytes(),
                film.published(),
                film.keptUntil() == null ? null : film.keptUntil().toEpochMilli(),
                film.expired(clock.instant()));
    }

    /** Members see what is ready, guests what is published, and neither what is only waiting for a decision. */
    private boolean visible(Film film, Set<Role> roles) {
        if (!Collections.disjoint(roles, CONDUCT)) return true;
        var ready = film.state() == Film.State.READY && !film.expired(clock.instant());
        return ready && (roles.contains(Role.DELEGATE) || film.published());
    }

    private Film find(SessionId session, RecordingId recording, Set<Role> roles) {
        return films.find(session, recording)
                .filter(film -> visible(film, roles))
                .orElseThrow(() -> FilmProblem.NO_SUCH_RECORDING.refusal("recording " + recording));
    }

    private static Film ready(Film film) {
        if (film.state() != Film.State.READY) throw FilmProblem.NOT_READY.refusal("state " + film.state());
        return film;
    }

    List<ChapterView> chapters(SessionId session, RecordingId recording, Set<Role> roles) {
        var film = ready(find(session, recording, roles));
        var hall = lanes.lane(session).hall();
        return Chapters.of(hall, film, roles.contains(Role.SECRETARY) || roles.contains(Role.CHAIR));
    }

    /** Lets the actor's player in for a few minutes. @param again the same person goes on watching */
    String open(Actor actor, String address, SessionId session, RecordingId recording, Set<Role> roles, boolean again) {
        var unused = ready(find(session, recording, roles));
        if (!again) {
            audit.record(actor.person(), address, "recordings.opened", Film.key(session, recording), Map.of());
        }
        return tickets.issue(session, recording, actor.person());
    }

    /** A recording's bytes. */
    record Bytes(Path file, long length, Sha256 sha256) {}

    Bytes bytes(SessionId session, RecordingId recording, String ticket) {
        if (!tickets.good(ticket, session, recording)) throw FilmProblem.NOT_OPENED.refusal("no good ticket");
        var film = ready(films.find(session, recording)
                .orElseThrow(() -> FilmProblem.NO_SUCH_RECORDING.refusal("recording " + recording)));
        var sha256 = new Sha256(String.valueOf(film.sha256()));
        var file = blobs.find(sha256).orElseThrow(() -> new IllegalStateException("no bytes of " + film.key()));
        return new Bytes(file, film.bytes(), sha256);
    }

    /** What a secretary makes of a recording. @param keptUntil start of a day */
    record Wish(boolean published, Instant keptUntil) {}

    FilmView change(Actor actor, String address, SessionId session, RecordingId recording, Wish wish, Set<Role> roles) {
        var film = ready(find(session, recording, roles));
        var now = clock.instant();
        var last = now.atZone(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant();
        var same = wish.keptUntil().equals(film.keptUntil());
        if (!same && (!wish.keptUntil().isAfter(now) || wish.keptUntil().isAfter(last))) {
            throw FilmProblem.BAD_DAY.refusal("kept until " + wish.keptUntil());
        }
        var changed = film.changed(wish.published(), wish.keptUntil());
        films.put(changed);
        if (film.published() != wish.published()) tickets.revoke(recording);
        audit.record(
                actor.person(),
                address,
                "recordings.changed",
                film.key(),
                Map.of("published", String.valueOf(wish.published()), "keptUntil", String.valueOf(wish.keptUntil())));
        return view(changed);
    }

    /** For good. */
    void delete(Actor actor, String address, SessionId session, RecordingId recording, Set<Role> roles) {
        var film = find(session, recording, roles);
        if (film.state() == Film.State.RECORDING) throw FilmProblem.NOT_READY.refusal("state " + film.state());
        audit.record(
                actor.person(),
                address,
                "recordings.deleted",
                film.key(),
                Map.of("sha256", String.valueOf(film.sha256())));
        tickets.revoke(recording);
        films.delete(film);
        if (film.sha256() != null) {
            remove(new Sha256(film.sha256()));
        }
    }

    private void remove(Sha256 sha256) {
        try {
            blobs.remove(sha256);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
