package plenum.server.drafts;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperFile;
import plenum.server.audit.Audit;
import plenum.server.hall.Hall;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;

/**
 * Drafts as they stand, and the one way to change one: a step of the rules, written only over what was read, and into
 * the audit. Blocking.
 */
final class DraftShelf {
    private final DraftStore store;
    private final Audit audit;
    private final InstantSource clock;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    DraftShelf(DraftStore store, Audit audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refusal NO_SUCH_DRAFT. */
    Draft find(Hall hall, PaperId draft) {
        return store.find(hall.session(), draft)
                .map(found -> settled(hall, found))
                .orElseThrow(() -> DraftProblem.NO_SUCH_DRAFT.refusal("draft " + draft));
    }

    List<Draft> of(Hall hall) {
        return store.of(hall.session()).stream()
                .map(found -> settled(hall, found))
                .toList();
    }

    /** One that became a paper just before the server was stopped is published, too. */
    private Draft settled(Hall hall, Draft draft) {
        var agenda = hall.agenda();
        var paper = draft.draftId();
        if (draft.state() != DraftState.APPROVED
                || (agenda.items().find(paper).isEmpty()
                        && agenda.recalled(paper).isEmpty())) {
            return draft;
        }
        var next = draft.after(step(Actor.SYSTEM, DraftStep.Kind.PUBLISH, null), DraftState.PUBLISHED);
        return store.replace(draft, next)
                ? next
                : store.find(draft.sessionId(), paper).orElse(next);
    }

    /** Nobody else takes a step with the draft meanwhile. */
    <T> T alone(SessionId session, PaperId draft, Supplier<T> work) {
        var lock = locks[Math.floorMod(Draft.key(session, draft).hashCode(), locks.length)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** @param revision that the actor has seen; Refusal CHANGED when there is a newer one */
    static void refuseUnseen(Draft draft, int revision) {
        if (draft.revision() != revision) {
            throw DraftProblem.CHANGED.refusal("revision " + draft.revision() + ", not " + revision);
        }
    }

    Draft step(Actor actor, Draft draft, DraftStep.Kind kind, @Nullable String reason, String address) {
        return step(actor, draft, kind, reason, draft.facts(), draft.file(), address);
    }

    Draft step(
            Actor actor,
            Draft draft,
            DraftStep.Kind kind,
            @Nullable String reason,
            PaperFacts facts,
            PaperFile file,
            String address) {
        var next = draft.after(step(actor, kind, reason), DraftRules.next(draft, kind, reason), facts, file);
        if (!store.replace(draft, next)) {
            throw DraftProblem.CHANGED.refusal("another step was faster");
        }
        note(actor, next, kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), address);
        return next;
    }

    /** False when the id is taken. */
    boolean begin(Actor actor, Draft draft, String address) {
        if (!store.insert(draft)) {
            return false;
        }
        note(actor, draft, "upload", address);
        return true;
    }

    void drop(Actor actor, Draft draft, String address) {
        var unused = DraftRules.next(draft, DraftStep.Kind.EDIT, null);
        if (!store.delete(draft)) {
            throw DraftProblem.CHANGED.refusal("another step was faster");
        }
        note(actor, draft, "drop", address);
    }

    DraftStep step(Actor actor, DraftStep.Kind kind, @Nullable String reason) {
        return new DraftStep(kind, actor.person(), actor.name(), clock.instant(), reason);
    }

    private void note(Actor actor, Draft draft, String action, String address) {
        var reason = draft.reason();
        audit.record(
                actor.person(),
                address,
                "drafts." + action,
                draft.sessionId() + " " + draft.draftId(),
                Map.of(
                        "unit", draft.unitId().value(),
                        "item", draft.itemId().value(),
                        "title", draft.facts().title(),
                        "sha256", draft.file().sha256(),
                        "revision", Integer.toString(draft.revision()),
                        "reason", reason == null ? "" : reason));
    }
}
