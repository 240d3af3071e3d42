package plenum.server.sitting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.Member;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.UnitId;

/** What happened to the session and its sittings. */
public sealed interface SittingEvent extends SessionEvent {
    /**
     * The first entry of every journal.
     *
     * @param bodyKind absent in journals from before committees: a council
     */
    record SessionPrepared(
            BodyId bodyId,
            String bodyName,
            UnitId unitId,
            String unitName,
            String title,
            int number,
            SessionKind kind,
            RuleSet rules,
            List<Member> members,
            @Nullable BodyKind bodyKind)
            implements SittingEvent {
        public SessionPrepared {
            members = List.copyOf(members);
        }

        /** Of a council. */
        public SessionPrepared(
                BodyId bodyId,
                String bodyName,
                UnitId unitId,
                String unitName,
                String title,
                int number,
                SessionKind kind,
                RuleSet rules,
                List<Member> members) {
            this(bodyId, bodyName, unitId, unitName, title, number, kind, rules, members, null);
        }
    }

    record SessionRenamed(String title) implements SittingEvent {}

    record SessionPublished() implements SittingEvent {}

    record SessionEnded() implements SittingEvent {}

    /** A newer version of the body's rules, before any sitting was opened. */
    record RulesTaken(RuleSet rules) implements SittingEvent {}

    record SittingPlanned(SittingId sittingId, String title, LocalDate date, Instant startsAt)
            implements SittingEvent {}

    record SittingChanged(SittingId sittingId, String title, LocalDate date, Instant startsAt)
            implements SittingEvent {}

    record SittingDropped(SittingId sittingId) implements SittingEvent {}

    /** @param overrideReason the chair's, when the roll call was not approved or the quorum not met */
    record SittingOpened(
            SittingId sittingId,
            long present,
            long needed,
            @Nullable String overrideReason) implements SittingEvent {}

    record SittingEnded(SittingId sittingId) implements SittingEvent {}
}
