package plenum.server.units;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.UnitId;
import plenum.server.platform.Mongo;
import plenum.server.platform.Mongo.IndexKind;
import plenum.server.platform.RecordTable;

/** Units, bodies, memberships, grants and rule sets in the store. Blocking. */
public final class UnitStore {
    private static final int UNITS = 20_000;
    private static final int MEMBERS = 10_000;
    private static final int GRANTS = 1_000;
    private static final Document NO_ORDER = new Document();
    private final RecordTable<Unit> units;
    private final RecordTable<Body> bodies;
    private final RecordTable<Membership> members;
    private final RecordTable<GrantRow> grants;
    private final RecordTable<RuleSetRow> ruleSets;

    public UnitStore(Mongo mongo) {
        units = new RecordTable<>(
                mongo, "units", Unit.class, unit -> unit.unitId().value());
        bodies = new RecordTable<>(
                mongo, "bodies", Body.class, body -> body.bodyId().value());
        members = new RecordTable<>(mongo, "members", Membership.class, Membership::key);
        grants = new RecordTable<>(mongo, "grants", GrantRow.class, GrantRow::key);
        ruleSets = new RecordTable<>(mongo, "ruleSets", RuleSetRow.class, RuleSetRow::key);
        bodies.index(IndexKind.REPEATABLE, "unitId");
        members.index(IndexKind.REPEATABLE, "bodyId");
        members.index(IndexKind.REPEATABLE, "personId");
        grants.index(IndexKind.REPEATABLE, "personId");
        grants.index(IndexKind.REPEATABLE, "role");
        grants.index(IndexKind.REPEATABLE, "scope");
        ruleSets.index(IndexKind.REPEATABLE, "bodyId");
    }

    /** Every unit that ever was. */
    Map<UnitId, Unit> units() {
        var all = new HashMap<UnitId, Unit>();
        units.find(new Document(), NO_ORDER, UNITS).forEach(unit -> all.put(unit.unitId(), unit));
        return all;
    }

    public Optional<Unit> unit(UnitId unit) {
        return units.get(unit.value());
    }

    public Optional<Body> body(BodyId body) {
        return bodies.get(body.value());
    }

    /** Those of the given ids that are bodies. */
    public List<Body> bodies(Collection<String> ids) {
        var wanted = List.copyOf(ids);
        return wanted.isEmpty()
                ? List.of()
                : bodies.find(new Document("_id", new Document("$in", wanted)), NO_ORDER, wanted.size());
    }

    List<Membership> members(BodyId body) {
        return members.find(new Document("bodyId", body.value()), NO_ORDER, MEMBERS);
    }

    public List<Membership> memberships(PersonId person) {
        return members.find(new Document("personId", person.value()), NO_ORDER, GRANTS);
    }

    public List<Grant> grants(PersonId person) {
        return grants.find(new Document("personId", person.value()), NO_ORDER, GRANTS).stream()
                .map(GrantRow::grant)
                .toList();
    }

    /** How many people hold the role, by scope. */
    Map<String, Long> holders(Role role) {
        return grants.find(new Document("role", role.name()), NO_ORDER, MEMBERS).stream()
                .collect(Collectors.groupingBy(GrantRow::scope, Collectors.counting()));
    }

    /** Who holds the role in the body. */
    List<PersonId> holders(Role role, BodyId body) {
        return grants.find(new Document("role", role.name()).append("scope", body.value()), NO_ORDER, MEMBERS).stream()
                .map(GrantRow::personId)
                .toList();
    }

    /** Who holds any role in one of the scopes. */
    Set<PersonId> holders(Collection<String> scopes) {
        return grants.find(new Document("scope", new Document("$in", scopes)), NO_ORDER, MEMBERS).stream()
                .map(GrantRow::personId)
                .collect(Collectors.toSet());
    }

    List<Body> bodiesOf(Collection<UnitId> units) {
        var wanted = units.stream().map(UnitId::value).toList();
        return bodies.find(new Document("unitId", new Document("$in", wanted)), NO_ORDER, UNITS);
    }

    public void grant(GrantRow row) {
        if (!grants.put(row)) {
            throw new IllegalStateException("grant not written: " + row.key());
        }
    }

    /** All versions, also withdrawn ones, newest first. */
    List<RuleSetRow> ruleSets(BodyId body) {
        return ruleSets.find(new Document("bodyId", body.value()), NO_ORDER, GRANTS).stream()
                .sorted(Comparator.comparing(RuleSetRow::version)
                        .thenComparing(RuleSetRow::validFrom)
                        .reversed())
                .toList();
    }

    /** False when somebody else wrote this version. */
    boolean write(RuleSetRow version) {
        return ruleSets.insert(version);
    }

    /** False when it is not there. */
    boolean rewrite(RuleSetRow version) {
        return ruleSets.replace(new Document("_id", version.key()), version);
    }

    List<Body> bodiesOf(UnitId unit) {
        return bodies.find(new Document("unitId", unit.value()), NO_ORDER, GRANTS);
    }

    Optional<RuleSetRow> ruleSet(RuleSetRow like) {
        return ruleSets.get(like.key());
    }

    /** In an order in which a stop in between leaves nothing that points nowhere. */
    void write(Register register) {
        units.putAll(register.units());
        bodies.putAll(register.bodies());
        ruleSets.putAll(register.ruleSets().stream()
                .filter(row -> ruleSet(row).isEmpty())
                .toList());
        members.putAll(register.members());
        grants.putAll(register.grants());
    }
}
