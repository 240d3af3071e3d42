package plenum.server.minutes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Agenda;
import plenum.server.agenda.AgendaEvent;
import plenum.server.attendance.Attendance;
import plenum.server.attendance.AttendanceEvent;
import plenum.server.attendance.Presence;
import plenum.server.ballots.PollEvent;
import plenum.server.ballots.Polls;
import plenum.server.floor.FloorEvent;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.VoteId;
import plenum.server.room.Room;
import plenum.server.room.RoomEvent;
import plenum.server.sitting.SittingEvent;
import plenum.server.sitting.Sittings;
import plenum.server.voting.VotingEvent;

/** Hears a journal entry by entry and notes what belongs into the minutes. */
final class Gathering {
    private final List<SittingAccount> accounts = new ArrayList<>();
    private final Map<VoteId, String> titles = new HashMap<>();
    private final Map<VoteId, VoteAccount> votes = new LinkedHashMap<>();
    private final Set<BatchId> batches = new HashSet<>();
    private final List<Proceedings.Withdrawn> withdrawn = new ArrayList<>();
    private Sittings session;
    private Agenda agenda = Agenda.EMPTY;
    private Attendance attendance = Attendance.NONE;
    private Room room = Room.NONE;
    private Polls polls = Polls.NONE;
    private boolean online;
    private @Nullable SittingAccount open;
    private JournalEntry last;

    Gathering(JournalEntry first) {
        if (!(first.event() instanceof SittingEvent.SessionPrepared prepared)) {
            throw new IllegalArgumentException("a journal begins with session.prepared");
        }
        session = Sittings.prepared(prepared);
        last = first;
    }

    Proceedings proceedings() {
        return new Proceedings(
                session,
                agenda,
                attendance,
                List.copyOf(accounts),
                Collections.unmodifiableMap(votes),
                List.copyOf(withdrawn),
                polls,
                online,
                last);
    }

    void hear(JournalEntry entry) {
        switch (entry.event()) {
            case SittingEvent event -> sitting(event, entry);
            case AgendaEvent event -> agenda(event, entry.at());
            case AttendanceEvent event -> attendance(event, entry.at());
            case FloorEvent event -> floor(event, entry.at());
            case VotingEvent event -> voting(event, entry.at());
            case PollEvent event -> poll(event, entry.at());
            case RoomEvent event -> room(event, entry.at());
            default -> {}
        }
        duties(entry);
        last = entry;
    }

    private void sitting(SittingEvent event, JournalEntry entry) {
        session = session.apply(event, entry.at());
        switch (event) {
            case SittingEvent.SittingOpened opened -> open = opened(opened, entry);
            case SittingEvent.SittingEnded ended -> ended(entry);
            default -> {}
        }
    }

    private SittingAccount opened(SittingEvent.SittingOpened event, JournalEntry entry) {
        var account = new SittingAccount(
                event.sittingId(),
                entry.at(),
                entry.by(),
                event.present(),
                event.needed(),
                event.overrideReason(),
                present(event.sittingId()));
        accounts.add(account);
        room.people().participants().forEach(account::cameOnline);
        return account;
    }

    private void ended(JournalEntry entry) {
        if (open != null) {
            duty(entry, open);
            open.ended(entry.at());
            open = null;
        }
    }

    private void agenda(AgendaEvent event, Instant at) {
        agenda = agenda.apply(event, at);
        if (open == null) {
            return;
        }
        switch (event) {
            case AgendaEvent.ItemOpened opened -> open.itemOpened(opened.itemId(), at);
            case AgendaEvent.ItemClosed closed -> open.itemClosed(at);
            default -> {}
        }
    }

    private void attendance(AttendanceEvent event, Instant at) {
        var before = open == null ? Set.<PersonId>of() : present(open.sittingId());
        attendance = attendance.apply(event, at);
        if (open == null) {
            return;
        }
        var now = present(open.sittingId());
        var arrived = session.roster().members().stream()
                .map(member -> member.personId())
                .filter(person -> now.contains(person) && !before.contains(person))
                .toList();
        if (!arrived.isEmpty()) {
            open.arrived(arrived, at);
        }
        if (event instanceof AttendanceEvent.Marked marked
                && before.contains(marked.personId())
                && !now.contains(marked.personId())) {
            open.happened(new Happening.Left(marked.personId(), at, marked.reason()));
        }
    }

    private Set<PersonId> present(SittingId sitting) {
        return new LinkedHashSet<>(attendance.of(sitting).people(Presence.PRESENT));
    }

    private void floor(FloorEvent event, Instant at) {
        if (open == null) {
            return;
        }
        switch (event) {
            case FloorEvent.Granted granted ->
                open.happened(new Happening.Speech(granted.personId(), granted.name(), at, null));
            case FloorEvent.SpeechEnded ended -> open.speechEnded(ended.personId(), at);
            default -> {}
        }
    }

    private void room(RoomEvent event, Instant at) {
        room = room.apply(event, at);
        online |= room.open();
        if (open != null && event instanceof RoomEvent.Joined joined) {
            room.people().participant(joined.personId()).ifPresent(open::cameOnline);
        }
    }

    private void voting(VotingEvent event, Instant at) {
        switch (event) {
            case VotingEvent.Prepared prepared -> titles.put(prepared.voteId(), prepared.title());
            case VotingEvent.Opened opened -> opened(opened, at);
            case VotingEvent.Held held -> votes.computeIfPresent(held.voteId(), (id, vote) -> vote.held(held, at));
            case VotingEvent.Resumed resumed ->
                votes.computeIfPresent(resumed.voteId(), (id, vote) -> vote.resumed(at));
            case VotingEvent.Closed closed ->
                votes.computeIfPresent(closed.voteId(), (id, vote) -> vote.closed(closed, at));
            case VotingEvent.Declared declared ->
                votes.computeIfPresent(declared.voteId(), (id, vote) -> vote.declared(at));
            case VotingEvent.Voided voided ->
                votes.computeIfPresent(voided.voteId(), (id, vote) -> vote.voided(voided, at));
            case VotingEvent.Dropped dropped -> titles.remove(dropped.voteId());
            case VotingEvent.Withdrawn gone ->
                withdrawn.add(new Proceedings.Withdrawn(titles.getOrDefault(gone.voteId(), ""), gone.reason(), at));
            case VotingEvent.Countersigned signed ->
                votes.computeIfPresent(
                        signed.voteId(),
                        (id, vote) -> vote.enteredByHand(signed).answered(signed.personId()));
            case VotingEvent.BallotCast cast ->
                votes.computeIfPresent(cast.voteId(), (id, vote) -> vote.answered(cast.personId()));
            case VotingEvent.Entered entered -> {}
            case VotingEvent.EntryEnded ended -> {}
        }
    }

    private void poll(PollEvent event, Instant at) {
        polls = polls.apply(event, at);
        if (open != null && event instanceof PollEvent.IssueOpened) {
            open.happened(new Happening.PollTaken(event.pollId()));
        }
    }

    private void opened(VotingEvent.Opened event, Instant at) {
        votes.put(event.voteId(), VoteAccount.opened(titles.getOrDefault(event.voteId(), ""), event, at));
        if (open == null) {
            return;
        }
        if (event.batch() == null) {
            open.happened(new Happening.VoteTaken(event.voteId()));
        } else if (batches.add(event.batch())) {
            open.happened(new Happening.BatchTaken(event.batch()));
        }
    }

    private void duties(JournalEntry entry) {
        if (open != null && isDuty(entry)) {
            duty(entry, open);
        }
    }

    private static void duty(JournalEntry entry, SittingAccount account) {
        if (entry.roles().contains(Role.CHAIR)) {
            account.chaired(entry.by());
        } else if (entry.roles().contains(Role.SECRETARY)) {
            account.assisted(entry.by());
        }
    }

    /** What a person does for the sitting, not as a delegate for oneself. */
    private static boolean isDuty(JournalEntry entry) {
        return switch (entry.event()) {
            case SittingEvent event -> true;
            case AgendaEvent event -> true;
            case AttendanceEvent.Marked event -> true;
            case AttendanceEvent.Approved event -> true;
            case FloorEvent.Granted event -> true;
            case FloorEvent.SpeechExtended event -> true;
            case VotingEvent.BallotCast event -> false;
            case VotingEvent.EntryEnded event -> false;
            case VotingEvent event -> true;
            case PollEvent.CountKeyed event -> false;
            case PollEvent event -> true;
            default -> false;
        };
    }
}
