package plenum.server.minutes;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plenum.server.agenda.Agenda;
import plenum.server.attendance.Attendance;
import plenum.server.ballots.Polls;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Substitute;
import plenum.server.kernel.VoteId;
import plenum.server.sitting.Sittings;

/**
 * A session's course as its journal tells it.
 *
 * @param accounts of the sittings that were opened, in that order
 * @param votes that were opened, in that order
 * @param withdrawn votes that were taken off before they were opened
 * @param polls secret ballots, also those that were only prepared
 * @param online whether the session had an online room
 */
record Proceedings(
        Sittings session,
        Agenda agenda,
        Attendance attendance,
        List<SittingAccount> accounts,
        Map<VoteId, VoteAccount> votes,
        List<Withdrawn> withdrawn,
        Polls polls,
        boolean online,
        JournalEntry last) {

    /** A vote that was not taken. */
    record Withdrawn(String title, String reason, Instant at) {}

    /** The votes that were opened together. */
    List<VoteAccount> batch(BatchId batch) {
        return votes.values().stream()
                .filter(vote -> batch.equals(vote.opened().batch()))
                .toList();
    }

    /** @param entries all from the first; the first is session.prepared */
    static Proceedings of(List<JournalEntry> entries) {
        var gathering = new Gathering(entries.getFirst());
        entries.stream().skip(1).forEach(gathering::hear);
        return gathering.proceedings();
    }

    /** Who ever took an absent member's place, by the substitute's id. */
    Map<PersonId, Substitute> substitutes() {
        var all = new LinkedHashMap<PersonId, Substitute>();
        attendance
                .rollCalls()
                .values()
                .forEach(call -> call.substitutes().values().forEach(one -> all.put(one.personId(), one)));
        return all;
    }

    /** Total number of members on the day on which the sitting was opened. */
    int total(SittingAccount sitting) {
        return session.rules().totalMembersOn(Wording.day(sitting.openedAt()));
    }

    boolean ended() {
        return session.endedAt() != null;
    }
}
