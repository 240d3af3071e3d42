package plenum.server.sitting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SittingId;

/** What may be asked about the session and its sittings. */
public sealed interface SittingCommand {
    record RenameSession(String title) implements SittingCommand {}

    record PublishSession() implements SittingCommand {}

    record EndSession() implements SittingCommand {}

    /** The desk's own, from what holds for the body: HTTP operation takeRules. */
    record TakeRules(RuleSet rules) implements SittingCommand {}

    record PlanSitting(SittingId sittingId, String title, LocalDate date, Instant startsAt) implements SittingCommand {}

    record ChangeSitting(SittingId sittingId, String title, LocalDate date, Instant startsAt)
            implements SittingCommand {}

    record DropSitting(SittingId sittingId) implements SittingCommand {}

    record OpenSitting(SittingId sittingId, @Nullable String overrideReason) implements SittingCommand {}

    record EndSitting(SittingId sittingId) implements SittingCommand {}
}
