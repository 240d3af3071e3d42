package plenum.server.drafts;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import plenum.server.agenda.PaperFile;
import plenum.server.documents.FileName;
import plenum.server.documents.OfficeNote;
import plenum.server.documents.Stage;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.office.OfficeProblem;
import plenum.server.platform.Blob;

/** The office files that drafts were made of, and those that wait for a PDF in their place. Blocking. */
final class DraftOffices {
    private final DraftStore store;
    private final InstantSource clock;

    DraftOffices(DraftStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** One at a time waits for its PDF: what a unit brings in its place makes the one before forgotten. */
    private final class Noted implements OfficeNote {
        private final Actor actor;
        private final SessionId session;
        private final DraftWish wish;
        private final Consumer<Stage> told;

        private Noted(Actor actor, SessionId session, DraftWish wish, Consumer<Stage> told) {
            this.actor = actor;
            this.session = session;
            this.wish = wish;
            this.told = told;
        }

        @Override
        public void begun(Blob original, FileName name) {
            var sha256 = original.sha256().hex();
            waiting(session, wish.draftId())
                    .filter(before -> !before.sha256().equals(sha256))
                    .ifPresent(store::drop);
            store.put(new DraftOffice(
                    session,
                    wish.draftId(),
                    wish.itemId(),
                    wish.unitId(),
                    sha256,
                    original.bytes(),
                    name.value(),
                    wish.facts(),
                    actor.person(),
                    clock.instant(),
                    null,
                    null));
        }

        @Override
        public void failed(OfficeProblem problem) {
            waiting(session, wish.draftId()).ifPresent(file -> store.put(file.failed(problem.code())));
        }

        @Override
        public void told(Stage stage) {
            told.accept(stage);
        }
    }

    OfficeNote note(Actor actor, SessionId session, DraftWish wish, Consumer<Stage> told) {
        return new Noted(actor, session, wish, told);
    }

    private Optional<DraftOffice> waiting(SessionId session, PaperId draft) {
        return store.offices(session, draft).stream()
                .filter(file -> file.pdf() == null)
                .findFirst();
    }

    /** A PDF is there, made of the one that waits or in its place. */
    void became(SessionId session, PaperId draft, PaperFile pdf) {
        waiting(session, draft).ifPresent(file -> store.put(file.became(pdf.sha256())));
    }

    /** The draft's file, when it was made of one. */
    Optional<DraftOffice> original(Draft draft) {
        return original(draft, store.offices(draft.sessionId(), draft.draftId()));
    }

    private static Optional<DraftOffice> original(Draft draft, Collection<DraftOffice> files) {
        return files.stream()
                .filter(file -> draft.draftId().equals(file.draftId())
                        && draft.file().sha256().equals(file.pdf()))
                .max(Comparator.comparing(DraftOffice::at));
    }

    DraftView view(Draft draft) {
        return DraftView.of(draft, original(draft));
    }

    List<DraftView> views(SessionId session, List<Draft> drafts) {
        var files = store.offices(session);
        return drafts.stream()
                .map(draft -> DraftView.of(draft, original(draft, files)))
                .toList();
    }

    /** Those that no draft has become of, oldest first. @param drafts of the session */
    List<DraftOffice> waiting(SessionId session, Collection<Draft> drafts) {
        var there = drafts.stream().map(Draft::draftId).collect(Collectors.toSet());
        return store.offices(session).stream()
                .filter(file -> waits(file, there))
                .sorted(Comparator.comparing(DraftOffice::at))
                .toList();
    }

    private static boolean waits(DraftOffice file, Set<PaperId> drafts) {
        return file.pdf() == null || !drafts.contains(file.draftId());
    }

    /** Refusal NO_ORIGINAL when it does not wait. */
    void drop(DraftOffice file) {
        var there = store.find(file.sessionId(), file.draftId()).stream()
                .map(Draft::draftId)
                .collect(Collectors.toSet());
        if (!waits(file, there)) {
            throw OfficeProblem.NO_ORIGINAL.refusal("a draft was made of it");
        }
        store.drop(file);
    }

    void dropAll(SessionId session, PaperId draft) {
        store.offices(session, draft).forEach(store::drop);
    }
}
