package plenum.server.units;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BallotRules;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Share;

/**
 * A body and all versions of its rules: the schema RuleSetHistory.
 *
 * @param today in Viet Nam
 * @param members how many people are members today
 * @param versions newest first
 */
record RulesHistory(
        BodyId bodyId, String bodyName, Body.Kind kind, LocalDate today, int members, List<Version> versions) {

    /** Where a version stands. */
    enum State {
        IN_FORCE,
        COMING,
        PAST,
        WITHDRAWN
    }

    /** @param writtenBy name of the administrator; absent when it came with a register */
    record Version(
            int version,
            State state,
            String citation,
            LocalDate validFrom,
            @Nullable Integer totalMembers,
            Share quorum,
            int speechSeconds,
            BallotRules ballots,
            @Nullable String writtenBy,
            @Nullable Instant writtenAt,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt) {}

    /** @param rows newest first */
    static RulesHistory of(
            Body body, List<RuleSetRow> rows, LocalDate today, int members, Map<PersonId, String> names) {
        var current = UnitDesk.inForce(rows, today).map(RuleSetRow::version).orElse(0);
        var versions = rows.stream()
                .map(row -> version(row, state(row, current, today), names))
                .toList();
        return new RulesHistory(body.bodyId(), body.name(), body.kind(), today, members, versions);
    }

    private static State state(RuleSetRow row, int current, LocalDate today) {
        if (row.withdrawn() != null) {
            return State.WITHDRAWN;
        }
        if (row.version() == current) {
            return State.IN_FORCE;
        }
        return row.validFrom().isAfter(today) ? State.COMING : State.PAST;
    }

    private static Version version(RuleSetRow row, State state, Map<PersonId, String> names) {
        var written = row.written();
        var withdrawn = row.withdrawn();
        return new Version(
                row.version(),
                state,
                row.citation(),
                row.validFrom(),
                row.totalMembers(),
                row.quorum(),
                row.speechSeconds(),
                row.on(1).decisions(),
                written == null ? null : names.get(written.by()),
                written == null ? null : written.at(),
                withdrawn == null ? null : names.get(withdrawn.by()),
                withdrawn == null ? null : withdrawn.at());
    }
}
