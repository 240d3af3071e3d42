package plenum.server.opinions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Item;
import plenum.server.audit.Audit;
import plenum.server.hall.Hall;
import plenum.server.hall.Lanes;
import plenum.server.kernel.Actor;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.sitting.SessionState;

/**
 * Takes delegates' opinions on items, and tells chair and secretary who has given one. What was written before the item
 * was closed and comes after it is taken too, and marked. Blocking: plain virtual threads only.
 */
public final class OpinionDesk {
    /** What took longer than this on its way waited for a network. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);
    /** A tablet's clock may be so much ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final Lanes lanes;
    private final OpinionStore store;
    private final PaperReading papers;
    private final Audit audit;
    private final InstantSource clock;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    /** Refuses a paper that the actor may not read. */
    public interface PaperReading {
        void permit(Actor actor, SessionId session, PaperId paper);
    }

    public OpinionDesk(Lanes lanes, OpinionStore store, PaperReading papers, Audit audit, InstantSource clock) {
        this.lanes = lanes;
        this.store = store;
        this.papers = papers;
        this.audit = audit;
        this.clock = clock;
    }

    /** The own opinions of the actor in the session. */
    List<OpinionView> own(Actor actor, SessionId session) {
        var hall = lanes.lane(session).hall();
        return store.of(session, actor.person()).stream()
                .filter(opinion -> shown(hall, opinion.itemId()).isPresent())
                .map(OpinionView::of)
                .toList();
    }

    /**
     * Takes an opinion; durable when it returns. The same again, or an older word, changes nothing.
     *
     * @return what counts now
     */
    OpinionView give(Actor actor, String address, SessionId session, ItemId itemId, OpinionWish wish) {
        var lock =
                locks[Math.floorMod(Opinion.key(session, itemId, actor.person()).hashCode(), locks.length)];
        lock.lock();
        try {
            return OpinionView.of(taken(actor, address, session, itemId, wish));
        } finally {
            lock.unlock();
        }
    }

    private Opinion taken(Actor actor, String address, SessionId session, ItemId itemId, OpinionWish wish) {
        var hall = lanes.lane(session).hall();
        var item = shown(hall, itemId).orElseThrow(() -> OpinionProblem.NO_SUCH_ITEM.refusal("item " + itemId));
        var known = store.find(session, itemId, actor.person());
        if (known.filter(one -> one.opinionId().equals(wish.opinionId())).isPresent()) {
            return known.get();
        }
        var now = clock.instant();
        check(hall, actor, item, wish, now);
        var opinion = opinion(session, itemId, actor.person(), wish, now, late(hall, itemId, wish, now));
        if (known.isPresent() && !opinion.supersedes(known.get())) {
            return known.get();
        }
        store.put(opinion);
        audit.record(actor.person(), address, "opinions.given", session + "/" + itemId, detail(opinion));
        return opinion;
    }

    private void check(Hall hall, Actor actor, Item item, OpinionWish wish, Instant now) {
        if (!hall.roster().has(actor.person())) {
            throw OpinionProblem.NOT_A_MEMBER.refusal(actor.person() + " is not a member");
        }
        if (wish.stance() != Stance.AGREE && text(wish) == null) {
            throw OpinionProblem.TEXT_NEEDED.refusal(wish.stance() + " without text");
        }
        if (wish.writtenAt().isAfter(now.plus(AHEAD))) {
            throw OpinionProblem.FROM_THE_FUTURE.refusal("written at " + wish.writtenAt());
        }
        if (!open(hall, item.itemId()) && !waited(wish, now)) {
            throw OpinionProblem.CLOSED.refusal("item " + item.itemId() + " is done");
        }
        if (wish.paperId() != null) {
            var paper = new PaperId(wish.paperId());
            if (item.papers().stream().noneMatch(one -> one.paperId().equals(paper))) {
                throw OpinionProblem.NO_SUCH_PAPER.refusal("paper " + paper);
            }
            papers.permit(actor, hall.session(), paper);
        }
    }

    private static Opinion opinion(
            SessionId session, ItemId item, PersonId person, OpinionWish wish, Instant now, boolean late) {
        var paper = wish.paperId() == null ? null : new PaperId(wish.paperId());
        return new Opinion(
                session, item, person, wish.opinionId(), wish.stance(), paper, text(wish), wish.writtenAt(), now, late);
    }

    private static @Nullable String text(OpinionWish wish) {
        return wish.text() == null || wish.text().isBlank() ? null : wish.text().strip();
    }

    private static boolean late(Hall hall, ItemId item, OpinionWish wish, Instant now) {
        return !open(hall, item) || waited(wish, now);
    }

    private static boolean waited(OpinionWish wish, Instant now) {
        return wish.writtenAt().plus(ON_ITS_WAY).isBefore(now);
    }

    /** Until the item is closed, or the session ended. */
    private static boolean open(Hall hall, ItemId item) {
        return hall.sittings().state() != SessionState.ENDED
                && !hall.agenda().done().contains(item);
    }

    private static Optional<Item> shown(Hall hall, ItemId id) {
        var items = hall.agenda().items();
        return hall.sittings().state() == SessionState.DRAFT || items.hidden().contains(id)
                ? Optional.empty()
                : items.all().stream().filter(item -> item.itemId().equals(id)).findFirst();
    }

    private static Map<String, String> detail(Opinion opinion) {
        return Map.of(
                "opinionId", opinion.opinionId(),
                "stance", opinion.stance().name(),
                "writtenAt", opinion.writtenAt().toString(),
                "late", Boolean.toString(opinion.late()));
    }

    /** All items that delegates see, each with all members. */
    OpinionBoard board(SessionId session) {
        var hall = lanes.lane(session).hall();
        var given = new HashMap<String, Opinion>();
        store.of(session).forEach(opinion -> given.put(opinion.key(), opinion));
        return new OpinionBoard(hall.agenda().items().all().stream()
                .filter(item -> shown(hall, item.itemId()).isPresent())
                .map(item -> ofItem(hall, item.itemId(), given))
                .toList());
    }

    private static OpinionBoard.OfItem ofItem(Hall hall, ItemId item, Map<String, Opinion> given) {
        var members = hall.roster().members().stream()
                .map(member -> OpinionBoard.OfMember.of(
                        member, given.get(Opinion.key(hall.session(), item, member.personId()))))
                .toList();
        return new OpinionBoard.OfItem(item.value(), open(hall, item), members);
    }

    /** All opinions on an item as a table for a spreadsheet, who has given none included. */
    String export(Actor actor, String address, SessionId session, ItemId itemId) {
        var hall = lanes.lane(session).hall();
        var item = shown(hall, itemId).orElseThrow(() -> OpinionProblem.NO_SUCH_ITEM.refusal("item " + itemId));
        var given = new HashMap<String, Opinion>();
        store.of(session).forEach(opinion -> given.put(opinion.key(), opinion));
        audit.record(actor.person(), address, "opinions.exported", session + "/" + itemId, Map.of());
        return OpinionSheet.of(hall, item, given);
    }
}
