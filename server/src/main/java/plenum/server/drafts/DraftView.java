package plenum.server.drafts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.PaperKind;

/** A draft as its unit and the secretary see it: schema DraftView. @param reason why it was sent back */
record DraftView(
        String draftId,
        String sessionId,
        String itemId,
        String unitId,
        String unitName,
        String title,
        PaperKind kind,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable String summary,
        int pages,
        long bytes,
        String sha256,
        String fileName,
        DraftState state,
        int revision,
        long changedAt,
        @Nullable String reason,
        List<Step> steps,
        @Nullable Original original) {

    /** The office file that its file was made of. */
    record Original(String sha256, String fileName, long bytes) {
        static Original of(DraftOffice file) {
            return new Original(file.sha256(), file.fileName(), file.bytes());
        }
    }

    /** One line of its course. */
    record Step(
            DraftStep.Kind step,
            String name,
            long at,
            @Nullable String reason) {
        static Step of(DraftStep step) {
            return new Step(step.step(), step.name(), step.at().toEpochMilli(), step.reason());
        }
    }

    static DraftView of(Draft draft, Optional<DraftOffice> original) {
        var facts = draft.facts();
        var file = draft.file();
        return new DraftView(
                draft.draftId().value(),
                draft.sessionId().value(),
                draft.itemId().value(),
                draft.unitId().value(),
                draft.unitName(),
                facts.title(),
                facts.kind(),
                facts.number(),
                facts.issuer(),
                facts.summary(),
                file.pages(),
                file.bytes(),
                file.sha256(),
                file.fileName(),
                draft.state(),
                draft.revision(),
                draft.changedAt().toEpochMilli(),
                draft.reason(),
                draft.steps().stream().map(Step::of).toList(),
                original.map(Original::of).orElse(null));
    }
}
