package plenum.server.drafts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Paper;
import plenum.server.agenda.Reach;
import plenum.server.audit.Audit;
import plenum.server.documents.FileName;
import plenum.server.documents.PaperDesk;
import plenum.server.documents.PaperWish;
import plenum.server.documents.VersionWish;
import plenum.server.hall.Hall;
import plenum.server.hall.Lanes;
import plenum.server.kernel.Actor;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;
import plenum.server.platform.Blob;
import plenum.server.platform.Sha256;
import plenum.server.sitting.SessionState;
import plenum.server.sitting.Sitting;
import plenum.server.units.UnitDesk;

/**
 * Who is asked for which papers and how far they are, and the step from a draft to a paper. Blocking: plain virtual
 * threads only.
 */
public final class PreparationDesk {
    /** Of what was due longer ago, units are no longer told. */
    private static final int DAYS_SHOWN = 90;

    private final Lanes lanes;
    private final PaperDesk papers;
    private final UnitDesk units;
    private final DraftStore store;
    private final DraftShelf shelf;
    private final DraftOffices offices;
    private final Audit audit;
    private final InstantSource clock;

    PreparationDesk(
            Lanes lanes,
            PaperDesk papers,
            UnitDesk units,
            DraftStore store,
            DraftShelf shelf,
            DraftOffices offices,
            Audit audit,
            InstantSource clock) {
        this.lanes = lanes;
        this.papers = papers;
        this.units = units;
        this.store = store;
        this.shelf = shelf;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the secretary sees: schema Preparation. @param drafts those that were handed in */
    record Board(List<UnitDesk.Staffed> units, List<AssignmentView> assignments, List<DraftView> drafts) {}

    /** What is asked of the own units for one session: schema PreparationTask. @param opensAt of the first sitting */
    record Task(
            String sessionId,
            String title,
            String bodyName,
            @Nullable Long opensAt,
            boolean ended,
            List<AssignmentView> assignments,
            List<DraftView> drafts,
            List<DraftOfficeView> officeFiles) {}

    record Tasks(List<Task> tasks) {}

    Board board(SessionId session) {
        var hall = lanes.lane(session).hall();
        var drafts = shelf.of(hall);
        var handedIn = drafts.stream()
                .filter(draft -> draft.state().handedIn())
                .sorted(Comparator.comparing(Draft::changedAt))
                .toList();
        return new Board(
                units.staffed(hall.sittings().unitId()),
                views(hall, store.assignments(session), drafts),
                offices.views(session, handedIn));
    }

    /** In the order of the agenda, then of the units' names. */
    private static List<AssignmentView> views(Hall hall, List<Assignment> assignments, List<Draft> drafts) {
        var book = new ItemPlace.Book(hall);
        return assignments.stream()
                .sorted(Comparator.comparingInt(book::order).thenComparing(Assignment::unitName))
                .map(one -> AssignmentView.of(one, book.of(one), drafts))
                .toList();
    }

    /** Soonest due first. */
    Tasks own(Actor actor) {
        var own = store.assignments(DraftRights.units(actor)).stream()
                .filter(one -> !one.due().isBefore(units.today().minusDays(DAYS_SHOWN)))
                .collect(Collectors.groupingBy(Assignment::sessionId));
        return new Tasks(own.values().stream()
                .sorted(Comparator.comparing(PreparationDesk::due))
                .map(this::task)
                .toList());
    }

    private static LocalDate due(List<Assignment> assignments) {
        return assignments.stream()
                .map(Assignment::due)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Task task(List<Assignment> own) {
        var hall = lanes.lane(own.getFirst().sessionId()).hall();
        var mine = own.stream().map(Assignment::unitId).collect(Collectors.toSet());
        var drafts = shelf.of(hall).stream()
                .filter(draft -> mine.contains(draft.unitId()))
                .toList();
        var revisions = drafts.stream().collect(Collectors.toMap(Draft::draftId, Draft::revision));
        var waiting = offices.waiting(hall.session(), drafts).stream()
                .filter(file -> mine.contains(file.unitId()))
                .map(file -> DraftOfficeView.of(file, revisions.get(file.draftId())))
                .toList();
        var facts = hall.sittings();
        return new Task(
                hall.session().value(),
                facts.title(),
                facts.bodyName(),
                facts.sittings().stream()
                        .map(Sitting::startsAt)
                        .min(Comparator.naturalOrder())
                        .map(at -> at.toEpochMilli())
                        .orElse(null),
                facts.state() == SessionState.ENDED,
                views(hall, own, drafts),
                offices.views(hall.session(), drafts),
                waiting);
    }

    /** A unit is asked for papers, or asked otherwise than before. */
    public void assign(
            Actor actor,
            SessionId session,
            ItemId item,
            UnitId unit,
            LocalDate due,
            @Nullable String note,
            String address) {
        var hall = lanes.lane(session).hall();
        refuseEnded(hall);
        var title = hall.agenda()
                .items()
                .find(item)
                .orElseThrow(() -> DraftProblem.NO_SUCH_ITEM.refusal("item " + item))
                .facts()
                .title();
        var staffed = units.staffed(hall.sittings().unitId()).stream()
                .filter(one -> one.unitId().equals(unit))
                .findFirst()
                .orElseThrow(() -> DraftProblem.NO_SUCH_UNIT.refusal("unit " + unit));
        var before = store.assignment(session, item, unit);
        if (due.isBefore(units.today())
                && before.filter(one -> one.due().equals(due)).isEmpty()) {
            throw DraftProblem.BAD_DUE_DATE.refusal("due " + due);
        }
        var words = note == null || note.isBlank() ? null : note.strip();
        var assignment =
                new Assignment(session, item, title, unit, staffed.name(), due, words, actor.person(), clock.instant());
        store.put(assignment);
        note(actor, assignment, "preparation.assigned", address);
    }

    /** Refusal HAS_DRAFTS while the unit has drafts for the item that are not published. */
    void drop(Actor actor, SessionId session, ItemId item, UnitId unit, String address) {
        var hall = lanes.lane(session).hall();
        var drafts = shelf.of(hall);
        if (drafts.stream()
                        .anyMatch(draft -> draft.state() != DraftState.PUBLISHED
                                && draft.itemId().equals(item)
                                && draft.unitId().equals(unit))
                || offices.waiting(session, drafts).stream()
                        .anyMatch(file ->
                                file.itemId().equals(item) && file.unitId().equals(unit))) {
            throw DraftProblem.HAS_DRAFTS.refusal("item " + item + " unit " + unit);
        }
        store.assignment(session, item, unit).filter(store::drop).ifPresent(dropped -> {
            note(actor, dropped, "preparation.dropped", address);
        });
    }

    private void note(Actor actor, Assignment assignment, String action, String address) {
        audit.record(
                actor.person(),
                address,
                action,
                assignment.sessionId() + " " + assignment.itemId(),
                Map.of(
                        "unit", assignment.unitId().value(),
                        "due", assignment.due().toString()));
    }

    /** An approved draft becomes a paper of the session. Asked again, the same paper. */
    Paper publish(Actor actor, SessionId session, PaperId id, Publication wish, String address) {
        return shelf.alone(session, id, () -> {
            var hall = lanes.lane(session).hall();
            var draft = shelf.find(hall, id);
            DraftRights.permit(actor, "publishDraft", hall, draft);
            if (draft.state() == DraftState.PUBLISHED && draft.revision() == wish.revision() + 1) {
                return attached(actor, draft, wish, address);
            }
            DraftShelf.refuseUnseen(draft, wish.revision());
            var unusedState = DraftRules.next(draft, DraftStep.Kind.PUBLISH, null);
            var paper = attached(actor, draft, wish, address);
            var unusedDraft = shelf.step(actor, draft, DraftStep.Kind.PUBLISH, null, address);
            return paper;
        });
    }

    private Paper attached(Actor actor, Draft draft, Publication wish, String address) {
        var session = draft.sessionId();
        var name = FileName.of(draft.file().fileName());
        Supplier<InputStream> bytes = () -> bytes(draft);
        try {
            if (wish.replaces() != null && wish.version() != null) {
                var version = new VersionWish(wish.replaces(), wish.version(), name, null, address);
                return original(actor, draft, papers.replace(actor, session, version, bytes), wish.version());
            }
            var reach = wish.reach() == null ? Reach.EVERYONE : wish.reach();
            var paper = new PaperWish(draft.draftId(), wish.itemId(), draft.facts(), reach, name, null, address);
            return original(actor, draft, papers.attach(actor, session, paper, bytes), 1);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** What the draft was made of stays with the paper. */
    private Paper original(Actor actor, Draft draft, Paper paper, int version) {
        offices.original(draft).ifPresent(file -> {
            var blob = new Blob(new Sha256(file.sha256()), file.bytes());
            papers.madeOf(
                    actor,
                    draft.sessionId(),
                    paper.paperId(),
                    draft.itemId(),
                    version,
                    blob,
                    FileName.of(file.fileName()));
        });
        return paper;
    }

    private InputStream bytes(Draft draft) {
        try {
            return Files.newInputStream(papers.kept(draft.file()).file());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void refuseEnded(Hall hall) {
        if (hall.sittings().state() == SessionState.ENDED) {
            throw DraftProblem.SESSION_ENDED.refusal("session " + hall.session());
        }
    }
}
