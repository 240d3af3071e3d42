package plenum.server.sitting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.Roster;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.UnitId;
import plenum.server.sitting.SittingEvent.SessionPrepared;

/** The session's own facts, its members and its sittings in the order of their planned start. */
public record Sittings(
        BodyId bodyId,
        String bodyName,
        UnitId unitId,
        String unitName,
        String title,
        int number,
        SessionKind kind,
        RuleSet rules,
        Roster roster,
        BodyKind bodyKind,
        @Nullable Instant publishedAt,
        @Nullable Instant endedAt,
        List<Sitting> sittings) {

    public Sittings {
        sittings = List.copyOf(sittings);
    }

    public static Sittings prepared(SessionPrepared first) {
        return new Sittings(
                first.bodyId(),
                first.bodyName(),
                first.unitId(),
                first.unitName(),
                first.title(),
                first.number(),
                first.kind(),
                first.rules(),
                new Roster(first.members()),
                first.bodyKind() == null ? BodyKind.COUNCIL : first.bodyKind(),
                null,
                null,
                List.of());
    }

    public SessionState state() {
        if (endedAt != null) {
            return SessionState.ENDED;
        }
        if (publishedAt == null) {
            return SessionState.DRAFT;
        }
        return sittings.stream().allMatch(sitting -> sitting.state() == Sitting.State.PLANNED)
                ? SessionState.PUBLISHED
                : SessionState.RUNNING;
    }

    public Optional<Sitting> find(SittingId id) {
        return sittings.stream()
                .filter(sitting -> sitting.sittingId().equals(id))
                .findFirst();
    }

    public Optional<Sitting> open() {
        return sittings.stream()
                .filter(sitting -> sitting.state() == Sitting.State.OPEN)
                .findFirst();
    }

    public Sittings apply(SittingEvent event, Instant at) {
        return switch (event) {
            case SessionPrepared first -> prepared(first);
            case SittingEvent.SessionRenamed sessionRenamed -> titled(sessionRenamed.title());
            case SittingEvent.RulesTaken taken -> under(taken.rules());
            case SittingEvent.SessionPublished unused -> stamped(at, endedAt);
            case SittingEvent.SessionEnded unused -> stamped(publishedAt, at);
            case SittingEvent.SittingPlanned sittingPlanned ->
                planned(new Sitting(
                        sittingPlanned.sittingId(),
                        sittingPlanned.title(),
                        sittingPlanned.date(),
                        sittingPlanned.startsAt(),
                        null,
                        null));
            case SittingEvent.SittingChanged sittingChanged ->
                planned(changed(
                        sittingChanged.sittingId(),
                        sittingChanged.title(),
                        sittingChanged.date(),
                        sittingChanged.startsAt()));
            case SittingEvent.SittingDropped sittingDropped -> with(without(sittingDropped.sittingId()));
            case SittingEvent.SittingOpened opened -> each(opened.sittingId(), sitting -> sitting.opened(at));
            case SittingEvent.SittingEnded sittingEnded -> each(sittingEnded.sittingId(), sitting -> sitting.ended(at));
        };
    }

    private Sitting changed(SittingId id, String name, LocalDate date, Instant start) {
        return find(id).orElseThrow().changed(name, date, start);
    }

    private List<Sitting> without(SittingId id) {
        return sittings.stream()
                .filter(sitting -> !sitting.sittingId().equals(id))
                .toList();
    }

    private Sittings planned(Sitting sitting) {
        var all = new ArrayList<>(without(sitting.sittingId()));
        var index = 0;
        while (index < all.size() && !all.get(index).startsAt().isAfter(sitting.startsAt())) {
            index++;
        }
        all.add(index, sitting);
        return with(all);
    }

    private Sittings each(SittingId id, UnaryOperator<Sitting> change) {
        return with(sittings.stream()
                .map(sitting -> sitting.sittingId().equals(id) ? change.apply(sitting) : sitting)
                .toList());
    }

    private Sittings with(List<Sitting> newSittings) {
        return new Sittings(
                bodyId,
                bodyName,
                unitId,
                unitName,
                title,
                number,
                kind,
                rules,
                roster,
                bodyKind,
                publishedAt,
                endedAt,
                newSittings);
    }

    private Sittings under(RuleSet newRules) {
        return new Sittings(
                bodyId,
                bodyName,
                unitId,
                unitName,
                title,
                number,
                kind,
                newRules,
                roster,
                bodyKind,
                publishedAt,
                endedAt,
                sittings);
    }

    private Sittings titled(String newTitle) {
        return new Sittings(
                bodyId,
                bodyName,
                unitId,
                unitName,
                newTitle,
                number,
                kind,
                rules,
                roster,
                bodyKind,
                publishedAt,
                endedAt,
                sittings);
    }

    private Sittings stamped(@Nullable Instant published, @Nullable Instant ended) {
        return new Sittings(
                bodyId, bodyName, unitId, unitName, title, number, kind, rules, roster, bodyKind, published, ended,
                sittings);
    }
}
