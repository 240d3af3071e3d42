package plenum.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperFile;
import plenum.server.agenda.PaperKind;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;

final class DraftRulesTest {
    private static final String WHY = "Thiếu phụ lục";
    private static final Set<DraftState> IN_WORK = EnumSet.of(DraftState.DRAFT, DraftState.REJECTED);

    @Test
    void isChangedOnlyWhileTheUnitWorksOnIt() {
        for (var step : List.of(DraftStep.Kind.REPLACE, DraftStep.Kind.EDIT)) {
            begins(step, IN_WORK);
            assertThat(DraftRules.next(draft(DraftState.REJECTED), step, null)).isEqualTo(DraftState.REJECTED);
        }
    }

    @Test
    void isSubmittedApprovedAndPublishedInThisOrder() {
        begins(DraftStep.Kind.SUBMIT, IN_WORK);
        begins(DraftStep.Kind.TAKE_BACK, EnumSet.of(DraftState.SUBMITTED));
        begins(DraftStep.Kind.APPROVE, EnumSet.of(DraftState.SUBMITTED));
        begins(DraftStep.Kind.PUBLISH, EnumSet.of(DraftState.APPROVED));
        begins(DraftStep.Kind.REJECT, EnumSet.of(DraftState.SUBMITTED, DraftState.APPROVED));
    }

    @Test
    void isNotSubmittedWithoutAnIssuingBody() {
        refused(draft(DraftState.DRAFT, null), DraftStep.Kind.SUBMIT, null, "drafts:issuer-missing");
    }

    @Test
    void isSentBackWithAReasonOnly() {
        for (var none : new String[] {"", "  "}) {
            refused(draft(DraftState.SUBMITTED), DraftStep.Kind.REJECT, none, "drafts:reason-missing");
        }
        refused(draft(DraftState.SUBMITTED), DraftStep.Kind.REJECT, null, "drafts:reason-missing");
    }

    @Test
    void saysWhyItWasSentBackUntilItIsHandedInAgain() {
        var back = draft(DraftState.SUBMITTED).after(step(DraftStep.Kind.REJECT, WHY), DraftState.REJECTED);
        assertThat(back.reason()).isEqualTo(WHY);
        var edited = back.after(step(DraftStep.Kind.EDIT, null), DraftState.REJECTED);
        assertThat(edited.reason()).isEqualTo(WHY);
        assertThat(edited.after(step(DraftStep.Kind.SUBMIT, null), DraftState.SUBMITTED)
                        .reason())
                .isNull();
    }

    @Test
    void rememberItsNewestStepsOnly() {
        var long200 = IntStream.range(0, 200)
                .boxed()
                .reduce(
                        draft(DraftState.DRAFT),
                        (draft, n) -> draft.after(step(DraftStep.Kind.EDIT, null), DraftState.DRAFT),
                        (one, other) -> other);
        assertThat(long200.steps()).hasSize(60);
        assertThat(long200.revision()).isEqualTo(201);
    }

    private static void begins(DraftStep.Kind step, Set<DraftState> where) {
        for (var state : DraftState.values()) {
            if (where.contains(state)) {
                assertThat(DraftRules.next(draft(state), step, WHY)).isNotNull();
            } else {
                assertThatThrownBy(() -> DraftRules.next(draft(state), step, WHY))
                        .as(step + " from " + state)
                        .isInstanceOf(Refusal.class);
            }
        }
    }

    private static void refused(Draft draft, DraftStep.Kind step, @Nullable String reason, String code) {
        assertThatThrownBy(() -> DraftRules.next(draft, step, reason)).hasMessageStartingWith(code);
    }

    private static DraftStep step(DraftStep.Kind kind, @Nullable String reason) {
        return new DraftStep(kind, new PersonId("p"), "Người p", Instant.EPOCH, reason);
    }

    private static Draft draft(DraftState state) {
        return draft(state, "Sở Tài chính");
    }

    private static Draft draft(DraftState state, @Nullable String issuer) {
        return new Draft(
                new SessionId("s"),
                new PaperId("d"),
                new ItemId("i"),
                new UnitId("so-tc"),
                "Sở Tài chính",
                new PaperFacts("Tờ trình", PaperKind.SUBMISSION, null, issuer, null),
                new PaperFile(1, 1, "0".repeat(64), "a.pdf"),
                state,
                1,
                Instant.EPOCH,
                List.of());
    }
}
