package plenum.server.recordings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.media.record.Stretch;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Sha256;

/**
 * A recording as the desk keeps it.
 *
 * @param startedAt when it was begun
 * @param stretches where on it what time begins
 * @param marks what happened in the session meanwhile, in order
 * @param sha256 names its bytes; absent: there are none as yet
 * @param published whether guests may see it
 * @param keptUntil after that day only those who conduct see it, until they have decided; absent: not finished
 */
record Film(
        SessionId sessionId,
        RecordingId recordingId,
        State state,
        Instant startedAt,
        long durationMs,
        long bytes,
        @Nullable String sha256,
        List<Stretch> stretches,
        List<Mark> marks,
        boolean published,
        @Nullable Instant keptUntil) {
    /** What has become of the tape. */
    enum State {
        RECORDING,
        READY,
        /** Nothing was ever on it. */
        EMPTY
    }

    Film {
        stretches = List.copyOf(stretches);
        marks = List.copyOf(marks);
    }

    static Film begun(SessionId session, RecordingId recording, Instant at) {
        return new Film(session, recording, State.RECORDING, at, 0, 0, null, List.of(), List.of(), false, null);
    }

    static String key(SessionId session, RecordingId recording) {
        return session + "/" + recording;
    }

    String key() {
        return key(sessionId, recordingId);
    }

    Film kept(long duration, long size, @Nullable Sha256 name, List<Stretch> parts, List<Mark> all, Instant until) {
        var now = name == null ? State.EMPTY : State.READY;
        var hex = name == null ? null : name.hex();
        return new Film(sessionId, recordingId, now, startedAt, duration, size, hex, parts, all, published, until);
    }

    Film changed(boolean shown, Instant until) {
        return new Film(
                sessionId, recordingId, state, startedAt, durationMs, bytes, sha256, stretches, marks, shown, until);
    }

    boolean expired(Instant now) {
        return keptUntil != null && now.isAfter(keptUntil);
    }

    /** Where on the film a moment is; what was not recorded is at the next thing that was. */
    long placeOf(Instant at) {
        long place = 0;
        for (int i = 0; i < stretches.size(); i++) {
            var stretch = stretches.get(i);
            if (at.isBefore(stretch.at())) break;
            long end = i + 1 < stretches.size() ? stretches.get(i + 1).fromMs() : durationMs;
            place = Math.min(
                    end, stretch.fromMs() + at.toEpochMilli() - stretch.at().toEpochMilli());
        }
        return Math.min(place, durationMs);
    }
}
