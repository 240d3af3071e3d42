package plenum.server.recordings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.AgendaEvent;
import plenum.server.ballots.PollEvent;
import plenum.server.floor.FloorEvent;
import plenum.server.journal.Journal;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.SessionId;
import plenum.server.recording.RecordingEvent;
import plenum.server.voting.VotingEvent;

/** The marks of one recording, found in the session's journal. */
final class Marks {
    private static final int PAGE = 2_000;

    private final RecordingId recording;
    private final List<Mark> marks = new ArrayList<>();
    private @Nullable Mark item; // that is dealt with
    private @Nullable Mark speech; // that is held
    private @Nullable Instant begun;
    private boolean over;

    private Marks(RecordingId recording) {
        this.recording = recording;
    }

    /** Blocking. */
    static List<Mark> of(Journal journal, SessionId session, RecordingId recording) {
        var marks = new Marks(recording);
        var page = journal.read(session, 0, PAGE);
        while (!page.isEmpty() && !marks.over) {
            page.forEach(marks::take);
            page = journal.read(session, page.getLast().seq(), PAGE);
        }
        return List.copyOf(marks.marks);
    }

    private void take(JournalEntry entry) {
        if (over) {
            return;
        }
        if (entry.event() instanceof RecordingEvent event) {
            recording(event, entry.at());
            return;
        }
        mark(entry.event(), entry.at()).ifPresent(mark -> {
            remember(mark);
            if (begun != null) marks.add(mark);
        });
        forget(entry.event());
    }

    private void recording(RecordingEvent event, Instant at) {
        if (event instanceof RecordingEvent.Started started
                && started.recordingId().equals(recording)) {
            begun = at;
            if (item != null) marks.add(item);
            if (speech != null) marks.add(speech);
        }
        over = begun != null && event instanceof RecordingEvent.Stopped;
    }

    private static Optional<Mark> mark(SessionEvent event, Instant at) {
        return Optional.ofNullable(
                switch (event) {
                    case AgendaEvent.ItemOpened opened ->
                        new Mark(at, Mark.Kind.ITEM, opened.itemId().value(), null);
                    case FloorEvent.Granted granted ->
                        new Mark(at, Mark.Kind.SPEECH, granted.personId().value(), granted.name());
                    case VotingEvent.Opened opened ->
                        new Mark(at, Mark.Kind.VOTE, opened.voteId().value(), null);
                    case PollEvent.IssueOpened opened ->
                        new Mark(at, Mark.Kind.POLL, opened.pollId().value(), null);
                    default -> null;
                });
    }

    private void remember(Mark mark) {
        if (mark.kind() == Mark.Kind.ITEM) item = mark;
        if (mark.kind() == Mark.Kind.SPEECH) speech = mark;
    }

    private void forget(SessionEvent event) {
        if (event instanceof AgendaEvent.ItemClosed) item = null;
        if (event instanceof FloorEvent.SpeechEnded) speech = null;
    }
}
