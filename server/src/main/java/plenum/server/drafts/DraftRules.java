package plenum.server.drafts;

import org.jspecify.annotations.Nullable;

/** The way of a draft: draft, submitted, approved or sent back, published. Pure. */
final class DraftRules {
    private DraftRules() {}

    /** The state after the step. Refusal when the draft is not where the step begins. */
    static DraftState next(Draft draft, DraftStep.Kind step, @Nullable String reason) {
        return switch (step) {
            case UPLOAD, REPLACE, EDIT -> inWork(draft);
            case SUBMIT -> submitted(draft);
            case TAKE_BACK -> from(draft, DraftState.SUBMITTED, DraftState.DRAFT);
            case APPROVE -> from(draft, DraftState.SUBMITTED, DraftState.APPROVED);
            case REJECT -> rejected(draft, reason);
            case PUBLISH -> published(draft);
        };
    }

    private static DraftState inWork(Draft draft) {
        if (!draft.state().inWork()) {
            throw DraftProblem.NOT_IN_WORK.refusal("it is " + draft.state());
        }
        return draft.state();
    }

    private static DraftState submitted(Draft draft) {
        var unused = inWork(draft);
        if (draft.facts().issuer() == null) {
            throw DraftProblem.ISSUER_MISSING.refusal("no issuing body");
        }
        return DraftState.SUBMITTED;
    }

    private static DraftState from(Draft draft, DraftState before, DraftState after) {
        if (draft.state() != before) {
            throw DraftProblem.NOT_SUBMITTED.refusal("it is " + draft.state());
        }
        return after;
    }

    /** Also what its head approved can be sent back, until it is published. */
    private static DraftState rejected(Draft draft, @Nullable String reason) {
        if (draft.state() != DraftState.SUBMITTED && draft.state() != DraftState.APPROVED) {
            throw DraftProblem.NOT_SUBMITTED.refusal("it is " + draft.state());
        }
        if (reason == null || reason.isBlank()) {
            throw DraftProblem.REASON_MISSING.refusal("sent back without a reason");
        }
        return DraftState.REJECTED;
    }

    private static DraftState published(Draft draft) {
        if (draft.state() != DraftState.APPROVED) {
            throw DraftProblem.NOT_APPROVED.refusal("it is " + draft.state());
        }
        return DraftState.PUBLISHED;
    }
}
