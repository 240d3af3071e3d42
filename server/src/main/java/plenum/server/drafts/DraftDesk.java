package plenum.server.drafts;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plenum.server.access.Access;
import plenum.server.access.AccessProblem;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperFile;
import plenum.server.documents.PaperDesk;
import plenum.server.documents.PaperWish;
import plenum.server.documents.Stage;
import plenum.server.documents.StoredPaper;
import plenum.server.hall.Hall;
import plenum.server.hall.Lanes;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.sitting.SessionState;

/** Where a unit prepares its papers and its head approves them. Blocking: plain virtual threads only. */
final class DraftDesk {
    private static final int MOST_OF_AN_ITEM = 300;
    private static final Set<Role> PREPARERS = EnumSet.of(Role.PREPARER);
    private static final Set<Role> HEADS = EnumSet.of(Role.APPROVER);
    /** The secretary acts for the head of a unit that has none at hand; the steps say who did. */
    private static final Set<Role> APPROVERS = EnumSet.of(Role.APPROVER, Role.SECRETARY);

    private final Lanes lanes;
    private final PaperDesk papers;
    private final DraftStore store;
    private final DraftShelf shelf;
    private final DraftOffices offices;

    DraftDesk(Lanes lanes, PaperDesk papers, DraftStore store, DraftShelf shelf, DraftOffices offices) {
        this.lanes = lanes;
        this.papers = papers;
        this.store = store;
        this.shelf = shelf;
        this.offices = offices;
    }

    /** Whether the actor may bring files for the session at all. Refusal NO_SUCH_DRAFT. */
    void permitUpload(Actor actor, SessionId session) {
        var units = DraftRights.units(actor, Role.PREPARER).toList();
        if (store.assignments(units).stream().noneMatch(one -> one.sessionId().equals(session))) {
            throw DraftProblem.NO_SUCH_DRAFT.refusal("nothing is asked of the units of " + actor.person());
        }
    }

    /** A new draft, or another file for one in work. The same id and bytes again give the same draft. */
    Draft save(Actor actor, SessionId session, DraftWish wish, Supplier<InputStream> file, Consumer<Stage> told)
            throws IOException {
        permitUpload(actor, session);
        refuseUnasked(actor, session, wish);
        refuseOthers(session, wish);
        refuseEnded(session);
        var note = offices.note(actor, session, wish, told);
        var kept = papers.keep(wish.fileName(), wish.announcedBytes(), file, note);
        offices.became(session, wish.draftId(), kept);
        var draft = draft(actor, session, wish, kept);
        if (wish.revision() == null && shelf.begin(actor, draft, wish.address())) {
            return draft;
        }
        return shelf.alone(session, wish.draftId(), () -> replaced(actor, session, wish, kept));
    }

    private void refuseUnasked(Actor actor, SessionId session, DraftWish wish) {
        if (!actor.rolesIn(wish.unitId()).contains(Role.PREPARER)
                || store.assignment(session, wish.itemId(), wish.unitId()).isEmpty()) {
            throw DraftProblem.NOT_ASSIGNED.refusal("item " + wish.itemId() + " unit " + wish.unitId());
        }
        var drafts = store.of(session);
        var there = drafts.stream()
                .filter(draft ->
                        draft.unitId().equals(wish.unitId()) && draft.itemId().equals(wish.itemId()))
                .count();
        var waiting = offices.waiting(session, drafts).stream()
                .filter(file -> file.unitId().equals(wish.unitId())
                        && file.itemId().equals(wish.itemId())
                        && !file.draftId().equals(wish.draftId()))
                .count();
        if (wish.revision() == null && there + waiting >= MOST_OF_AN_ITEM) {
            throw DraftProblem.TOO_MANY_DRAFTS.refusal("at most " + MOST_OF_AN_ITEM);
        }
    }

    /** The id of another unit's draft, or of another item's. */
    private void refuseOthers(SessionId session, DraftWish wish) {
        var draft = store.find(session, wish.draftId());
        var files = store.offices(session, wish.draftId());
        if (draft.filter(one -> !one.unitId().equals(wish.unitId())
                                || !one.itemId().equals(wish.itemId()))
                        .isPresent()
                || files.stream()
                        .anyMatch(one -> !one.unitId().equals(wish.unitId())
                                || !one.itemId().equals(wish.itemId()))) {
            throw DraftProblem.NO_SUCH_DRAFT.refusal("draft " + wish.draftId());
        }
    }

    private Draft draft(Actor actor, SessionId session, DraftWish wish, PaperFile file) {
        var assignment =
                store.assignment(session, wish.itemId(), wish.unitId()).orElseThrow(() -> unasked(wish.draftId()));
        var step = shelf.step(actor, DraftStep.Kind.UPLOAD, null);
        return new Draft(
                session,
                wish.draftId(),
                wish.itemId(),
                wish.unitId(),
                assignment.unitName(),
                wish.facts(),
                file,
                DraftState.DRAFT,
                1,
                step.at(),
                List.of(step));
    }

    private static RuntimeException unasked(PaperId draft) {
        return DraftProblem.NOT_ASSIGNED.refusal("draft " + draft);
    }

    /** Another file; what is written about it stays. */
    private Draft replaced(Actor actor, SessionId session, DraftWish wish, PaperFile file) {
        var before = permitted(actor, "saveDraft", session, wish.draftId(), PREPARERS);
        if (before.file().sha256().equals(file.sha256())) {
            return before;
        }
        DraftShelf.refuseUnseen(before, wish.revision() == null ? 0 : wish.revision());
        return shelf.step(actor, before, DraftStep.Kind.REPLACE, null, before.facts(), file, wish.address());
    }

    Draft edit(Actor actor, SessionId session, PaperId id, int revision, PaperFacts facts, String address) {
        refuseEnded(session);
        var clean = PaperWish.cleaned(facts);
        return shelf.alone(session, id, () -> {
            var before = permitted(actor, "editDraft", session, id, PREPARERS);
            if (before.facts().equals(clean)) {
                return before;
            }
            DraftShelf.refuseUnseen(before, revision);
            return shelf.step(actor, before, DraftStep.Kind.EDIT, null, clean, before.file(), address);
        });
    }

    void drop(Actor actor, SessionId session, PaperId id, int revision, String address) {
        var unused = shelf.alone(session, id, () -> {
            var draft = permitted(actor, "dropDraft", session, id, PREPARERS);
            DraftShelf.refuseUnseen(draft, revision);
            shelf.drop(actor, draft, address);
            offices.dropAll(session, id);
            return draft;
        });
    }

    /** Submit and take back, or approve and send back. */
    Draft move(
            Actor actor,
            SessionId session,
            PaperId id,
            DraftStep.Kind kind,
            int revision,
            @Nullable String reason,
            String address) {
        return shelf.alone(session, id, () -> {
            var draft = permitted(actor, "moveDraft", session, id, roles(kind));
            refuseEnded(session);
            DraftShelf.refuseUnseen(draft, revision);
            return shelf.step(actor, draft, kind, reason == null ? null : reason.strip(), address);
        });
    }

    private static Set<Role> roles(DraftStep.Kind kind) {
        return kind == DraftStep.Kind.APPROVE || kind == DraftStep.Kind.REJECT ? APPROVERS : PREPARERS;
    }

    StoredPaper open(Actor actor, SessionId session, PaperId id) {
        return papers.kept(permitted(
                        actor,
                        "draftContent",
                        session,
                        id,
                        Access.of("draftContent").roles())
                .file());
    }

    DraftView view(Draft draft) {
        return offices.view(draft);
    }

    /** To the secretary only what a draft that was handed in was made of. */
    DraftOffice officeFile(Actor actor, SessionId session, PaperId id, String sha256) {
        var file = store.office(session, id, sha256)
                .orElseThrow(() -> DraftProblem.NO_SUCH_DRAFT.refusal("no office file " + sha256 + " of " + id));
        if (ofUnit(actor, file, PREPARERS) || ofUnit(actor, file, HEADS)) {
            return file;
        }
        var roles = Access.of("draftOfficeFile").roles();
        var draft = permitted(actor, "draftOfficeFile", session, id, roles);
        return offices.original(draft)
                .filter(file::equals)
                .orElseThrow(() -> DraftProblem.NO_SUCH_DRAFT.refusal("an earlier office file of " + id));
    }

    /** One that waits for a PDF is forgotten. */
    void dropOfficeFile(Actor actor, SessionId session, PaperId id, String sha256) {
        var unused = shelf.alone(session, id, () -> {
            var file = officeFile(actor, session, id, sha256);
            if (!ofUnit(actor, file, PREPARERS)) {
                throw AccessProblem.NOT_PERMITTED.refusal("only who prepares drops " + sha256);
            }
            offices.drop(file);
            return file;
        });
    }

    private static boolean ofUnit(Actor actor, DraftOffice file, Set<Role> roles) {
        return !Collections.disjoint(actor.rolesIn(file.unitId()), roles);
    }

    private Draft permitted(Actor actor, String operation, SessionId session, PaperId id, Set<Role> roles) {
        var hall = hall(session, id);
        var draft = shelf.find(hall, id);
        DraftRights.permit(actor, operation, hall, draft, roles);
        return draft;
    }

    /** A session is not asked for before it is known that it has the draft: a stranger must not tell them apart. */
    private Hall hall(SessionId session, PaperId id) {
        if (store.find(session, id).isEmpty()) {
            throw DraftProblem.NO_SUCH_DRAFT.refusal("draft " + id);
        }
        return lanes.lane(session).hall();
    }

    private void refuseEnded(SessionId session) {
        if (lanes.lane(session).hall().sittings().state() == SessionState.ENDED) {
            throw DraftProblem.SESSION_ENDED.refusal("session " + session);
        }
    }
}
