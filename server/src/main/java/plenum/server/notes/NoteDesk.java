package plenum.server.notes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.server.hall.Lanes;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Member;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.Roster;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Json;
import plenum.server.platform.Problems;

/**
 * Keeps what people write on papers. The last change of a mark wins, by the tablets' clock, so that the order in which
 * two tablets of one person send does not matter; a text that would be gone by it, since neither tablet had seen the
 * other's, stays as a mark of its own. Blocking: plain virtual threads only.
 */
public final class NoteDesk {
    private static final int PAGE = 500;
    private static final int MOST_SHARED = 5_000;
    private final Lanes lanes;
    private final NoteStore store;
    private final PaperReading papers;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    public NoteDesk(Lanes lanes, NoteStore store, PaperReading papers) {
        this.lanes = lanes;
        this.store = store;
        this.papers = papers;
    }

    /**
     * Takes changes in; durable when it returns. The same changes again, or older ones, change nothing.
     *
     * @return what was refused and why; the rest is kept
     */
    Written write(Actor actor, SessionId session, List<Mark> marks) {
        var refused = new ArrayList<Written.Refused>();
        var wanted = new ArrayList<Mark>();
        var checked = new HashSet<PaperId>();
        var roster = lanes.lane(session).hall().roster();
        for (var mark : marks) {
            try {
                check(actor, session, roster, mark, checked);
                wanted.add(mark.settled());
            } catch (Refusal refusal) {
                refused.add(new Written.Refused(mark.markId(), Problems.body(refusal.problem())));
            }
        }
        var last = alone(actor.person(), () -> keep(actor.person(), session, wanted, refused));
        return new Written(last, refused);
    }

    /** Changes after {@code since}, oldest first, tombstones too. */
    Changes changes(Actor actor, SessionId session, long since) {
        var rows = alone(actor.person(), () -> store.changed(actor.person(), session, since, PAGE));
        var last = rows.isEmpty() ? since : rows.getLast().seq();
        var marks = rows.stream().map(MarkRow::mark).filter(mark -> mark.kind() != MarkKind.READ);
        return new Changes(marks.toList(), last, rows.size() == PAGE);
    }

    /** What others share with the actor now, on papers that the actor may read. */
    SharedMarks shared(Actor actor, SessionId session) {
        var roster = lanes.lane(session).hall().roster();
        var readable = new LinkedHashMap<PaperId, Boolean>();
        return new SharedMarks(store.shared(session, MOST_SHARED).stream()
                .filter(row -> sees(actor.person(), row, roster))
                .filter(row -> readable(actor, session, row.mark(), readable))
                .map(row -> new SharedMarks.SharedMark(
                        row.personId(),
                        roster.nameOf(row.personId()),
                        row.mark().forOthers()))
                .toList());
    }

    private void check(Actor actor, SessionId session, Roster roster, Mark mark, Set<PaperId> readable) {
        MarkShape.check(mark);
        if (mark.deleted()) {
            return;
        }
        if (mark.paperId() != null && !readable.contains(mark.paperId())) {
            papers.permit(actor, session, mark.paperId());
            readable.add(mark.paperId());
        }
        if (mark.sharing() != null) {
            check(actor.person(), roster, mark.sharing());
        }
    }

    private static void check(PersonId owner, Roster roster, Sharing sharing) {
        if (sharing.group() && !roster.has(owner)) {
            throw NoteProblem.NO_GROUP.refusal(owner + " is not a member");
        }
        sharing.persons().stream()
                .filter(person -> !roster.has(person))
                .findFirst()
                .ifPresent(stranger -> {
                    throw NoteProblem.NO_SUCH_PERSON.refusal(stranger + " is not a member");
                });
    }

    private long keep(PersonId person, SessionId session, List<Mark> wanted, List<Written.Refused> refused) {
        var known = new HashMap<String, MarkRow>();
        var fresh = new LinkedHashMap<String, Mark>();
        var copies = new HashSet<String>();
        var sent = wanted.stream().map(Mark::markId).collect(Collectors.toSet());
        known.putAll(store.find(person, session, sent));
        var waiting = new ArrayDeque<>(wanted);
        while (!waiting.isEmpty()) {
            var mark = waiting.remove();
            var id = mark.markId();
            if (copies.contains(id)) {
                known.putAll(store.find(person, session, List.of(id)));
            }
            var stored = Optional.ofNullable(known.get(id)).map(MarkRow::mark);
            var now = Optional.ofNullable(fresh.get(id)).or(() -> stored).orElse(mark);
            var merged = now.with(mark);
            if (!merged.equals(stored.orElse(null))) {
                fresh.put(id, merged);
            }
            merged.lost(mark.wins(now) ? now : mark).ifPresent(copy -> {
                copies.add(copy.markId());
                waiting.addFirst(copy);
            });
        }
        return put(person, session, known, fresh, copies, refused);
    }

    /** Who has no room left may still erase, and what was written twice is kept. */
    private long put(
            PersonId person,
            SessionId session,
            Map<String, MarkRow> known,
            Map<String, Mark> fresh,
            Set<String> copies,
            List<Written.Refused> refused) {
        var before = store.ledger(person, session);
        if (after(before, rows(before, fresh.values()), known).full()) {
            var tooMuch = fresh.values().stream()
                    .filter(mark -> !mark.deleted() && !copies.contains(mark.markId()))
                    .toList();
            tooMuch.forEach(mark -> refused.add(full(mark)));
            fresh.values().removeAll(tooMuch);
        }
        var rows = rows(before, fresh.values());
        if (rows.isEmpty()) {
            return before.seq();
        }
        var after = after(before, rows, known);
        store.put(after);
        store.putAll(rows);
        return after.seq();
    }

    private static Written.Refused full(Mark mark) {
        return new Written.Refused(mark.markId(), Problems.body(NoteProblem.FULL.because("no room for this mark")));
    }

    private static Ledger after(Ledger before, List<MarkRow> rows, Map<String, MarkRow> known) {
        var replaced = rows.stream()
                .flatMap(row -> Stream.ofNullable(known.get(row.mark().markId())))
                .toList();
        var more = bytes(rows) - bytes(replaced);
        return before.plus(rows.size(), rows.size() - replaced.size(), more);
    }

    private static long bytes(List<MarkRow> rows) {
        return rows.stream().mapToLong(MarkRow::bytes).sum();
    }

    private static List<MarkRow> rows(Ledger before, Collection<Mark> marks) {
        var rows = new ArrayList<MarkRow>();
        for (var mark : marks) {
            var seq = before.seq() + rows.size() + 1;
            var bytes = Json.bytes(mark).length;
            rows.add(new MarkRow(before.personId(), before.sessionId(), seq, mark.shared(), bytes, mark));
        }
        return rows;
    }

    private static boolean sees(PersonId reader, MarkRow row, Roster roster) {
        var sharing = row.mark().sharing();
        if (sharing == null || row.personId().equals(reader)) {
            return false;
        }
        return sharing.persons().contains(reader) || (sharing.group() && sameGroup(reader, row.personId(), roster));
    }

    private static boolean sameGroup(PersonId one, PersonId other, Roster roster) {
        var group = roster.find(one).map(Member::group);
        return group.isPresent() && group.equals(roster.find(other).map(Member::group));
    }

    private boolean readable(Actor actor, SessionId session, Mark mark, Map<PaperId, Boolean> known) {
        return mark.paperId() == null
                || known.computeIfAbsent(mark.paperId(), paper -> permitted(actor, session, paper));
    }

    private boolean permitted(Actor actor, SessionId session, PaperId paper) {
        try {
            papers.permit(actor, session, paper);
            return true;
        } catch (Refusal hidden) {
            return false;
        }
    }

    private interface Work<T> {
        T run();
    }

    /** One change or reading of a person's marks at a time: a reader never sees number 7 before number 6. */
    private <T> T alone(PersonId person, Work<T> work) {
        var lock = locks[Math.floorMod(person.hashCode(), locks.length)];
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }
}
