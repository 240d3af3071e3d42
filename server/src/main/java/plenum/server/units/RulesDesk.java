package plenum.server.units;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.server.audit.Audit;
import plenum.server.kernel.Actor;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.RuleSet;

/**
 * The versions of bodies' rules, for those who administer the body's unit. A version is never changed: who changes the
 * rules writes the next one. Blocking.
 */
public final class RulesDesk {
    private final UnitStore store;
    private final UnitDesk units;
    private final People people;
    private final Audit audit;
    private final InstantSource clock;
    private final Function<BodyId, List<SessionRules>> sessions;

    /** @param sessions of a body that are not ended, newest first */
    public RulesDesk(
            UnitStore store,
            UnitDesk units,
            People people,
            Audit audit,
            InstantSource clock,
            Function<BodyId, List<SessionRules>> sessions) {
        this.store = store;
        this.units = units;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.sessions = sessions;
    }

    RulesHistory history(Actor actor, BodyId id) {
        return history(units.administered(actor, id));
    }

    RulesPreview preview(Actor actor, BodyId id, RulesDraft draft) {
        return preview(units.administered(actor, id), draft);
    }

    /**
     * Durable when it returns; holds for sessions that are prepared from its day on.
     *
     * @throws plenum.server.kernel.Refusal RULES_UNFIT, or RULES_CHANGED when somebody wrote a version in between
     */
    RulesHistory write(Actor actor, BodyId id, RulesDraft draft, String address) {
        var body = units.administered(actor, id);
        var faults = faults(body, draft);
        if (!faults.isEmpty()) {
            throw UnitsProblem.RULES_UNFIT.refusal(faults.toString());
        }
        var known = store.ruleSets(id);
        var newest = newest(known);
        var ruleSet = known.isEmpty() ? "quy-tac-" + id : known.getFirst().ruleSetId();
        var row = draft.row(ruleSet, id, newest + 1, new Act(actor.person(), clock.instant()));
        if (draft.base() != newest || !store.write(row)) {
            throw UnitsProblem.RULES_CHANGED.refusal("newest is " + newest + ", draft of " + draft.base());
        }
        record(actor, address, "units.rules-written", row);
        return history(body);
    }

    /** Only before the version's day. The version stays in the history. */
    RulesHistory withdraw(Actor actor, BodyId id, int version, String address) {
        var body = units.administered(actor, id);
        var row = store.ruleSets(id).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> UnitsProblem.NO_SUCH_VERSION.refusal("version " + version + " of " + id));
        if (row.withdrawn() != null || !row.validFrom().isAfter(units.today())) {
            throw UnitsProblem.RULES_IN_FORCE.refusal("version " + version + " of " + id);
        }
        if (!store.rewrite(row.withdrawn(new Act(actor.person(), clock.instant())))) {
            throw UnitsProblem.NO_SUCH_VERSION.refusal("version " + version + " of " + id);
        }
        record(actor, address, "units.rules-withdrawn", row);
        return history(body);
    }

    private void record(Actor actor, String address, String action, RuleSetRow row) {
        var facts = Map.of(
                "version",
                Integer.toString(row.version()),
                "validFrom",
                row.validFrom().toString());
        audit.record(actor.person(), address, action, row.bodyId().value(), facts);
    }

    private static int newest(List<RuleSetRow> versions) {
        return versions.stream().mapToInt(RuleSetRow::version).max().orElse(0);
    }

    private List<RulesFault> faults(Body body, RulesDraft draft) {
        return RulesCheck.faults(draft, body.kind(), units.today(), total(body, draft));
    }

    private int total(Body body, RulesDraft draft) {
        return drafted(body, draft).totalMembersOn(draft.validFrom());
    }

    /** As a session would get it. */
    private RuleSet drafted(Body body, RulesDraft draft) {
        var members =
                draft.totalMembers() == null ? units.seats(body.bodyId(), draft.validFrom()) : draft.totalMembers();
        var first = draft.ballots().matters().getFirst();
        return new RuleSet(
                        "draft",
                        draft.base() + 1,
                        draft.citation(),
                        draft.validFrom(),
                        members,
                        draft.quorum(),
                        first.pass(),
                        first.allowChange(),
                        draft.speechSeconds())
                .with(draft.ballots());
    }

    private RulesPreview preview(Body body, RulesDraft draft) {
        var before = UnitDesk.inForce(store.ruleSets(body.bodyId()), units.today())
                .map(row -> row.on(units.seats(body.bodyId(), units.today())))
                .orElse(null);
        return RulesPreview.of(faults(body, draft), before, drafted(body, draft), sessions.apply(body.bodyId()));
    }

    private RulesHistory history(Body body) {
        var rows = store.ruleSets(body.bodyId());
        return RulesHistory.of(body, rows, units.today(), units.seats(body.bodyId(), units.today()), names(rows));
    }

    private Map<PersonId, String> names(List<RuleSetRow> rows) {
        var ids = rows.stream()
                .flatMap(row -> Stream.of(row.written(), row.withdrawn()))
                .filter(Objects::nonNull)
                .map(Act::by)
                .collect(Collectors.toSet());
        return people.find(ids).values().stream()
                .collect(Collectors.toMap(People.Person::personId, People.Person::name));
    }
}
