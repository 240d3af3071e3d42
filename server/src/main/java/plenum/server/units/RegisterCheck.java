package plenum.server.units;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Actor;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.UnitId;

/** Holds a whole register against itself and what is stored, before anything of it is written. */
final class RegisterCheck {
    private final Register register;
    private final UnitStore store;
    private final Set<UnitId> units = new HashSet<>();
    private final Set<BodyId> bodies = new HashSet<>();
    private final Set<PersonId> people = new HashSet<>();

    private RegisterCheck(Register register, UnitStore store, People accounts) {
        this.register = register;
        this.store = store;
        var all = new HashMap<>(store.units());
        register.units().forEach(unit -> all.put(unit.unitId(), unit));
        units.addAll(all.keySet());
        new UnitTree(all).cycle().ifPresent(unit -> {
            throw UnitsProblem.CYCLE.refusal("unit " + unit + " is above itself");
        });
        register.bodies().forEach(body -> bodies.add(body.bodyId()));
        store.bodies(missing(bodyIds(register), bodies)).forEach(body -> bodies.add(body.bodyId()));
        register.people().forEach(person -> people.add(person.personId()));
        people.addAll(accounts.find(personIds(register)).keySet());
    }

    /** @throws plenum.server.kernel.Refusal naming the first row that is wrong */
    static void check(Register register, UnitStore store, People accounts) {
        var check = new RegisterCheck(register, store, accounts);
        check.once();
        check.units();
        check.references();
        check.grants();
    }

    private static Set<PersonId> personIds(Register register) {
        return Stream.concat(
                        register.members().stream().map(Membership::personId),
                        register.grants().stream().map(GrantRow::personId))
                .collect(toSet());
    }

    private static Set<String> bodyIds(Register register) {
        var members = register.members().stream().map(member -> member.bodyId().value());
        var rules = register.ruleSets().stream().map(rule -> rule.bodyId().value());
        var grants = register.grants().stream().map(GrantRow::scope);
        return Stream.of(members, rules, grants).flatMap(Function.identity()).collect(toSet());
    }

    private static Set<String> missing(Set<String> wanted, Set<BodyId> known) {
        var missing = new HashSet<>(wanted);
        known.forEach(body -> missing.remove(body.value()));
        return missing;
    }

    private void once() {
        once("unit", register.units().stream().map(Unit::unitId).toList());
        once("body", register.bodies().stream().map(Body::bodyId).toList());
        once(
                "person",
                Stream.concat(Stream.of(Actor.SYSTEM.person()), persons()).toList());
        once("username", register.people().stream().map(PersonRow::username).toList());
        once("membership", register.members().stream().map(Membership::key).toList());
        once("rule set", register.ruleSets().stream().map(RuleSetRow::key).toList());
    }

    private Stream<PersonId> persons() {
        return register.people().stream().map(PersonRow::personId);
    }

    private static void once(String what, List<?> ids) {
        var seen = new HashSet<Object>();
        ids.forEach(id -> {
            if (!seen.add(id)) {
                throw UnitsProblem.GIVEN_TWICE.refusal(what + " " + id);
            }
        });
    }

    private void units() {
        for (var unit : register.units()) {
            if (unit.parentId() != null) {
                known(units, unit.parentId(), UnitsProblem.NO_SUCH_PARENT, "unit " + unit.unitId());
            }
            var successors = unit.successors() == null ? List.<UnitId>of() : unit.successors();
            successors.forEach(next -> known(units, next, UnitsProblem.NO_SUCH_SUCCESSOR, "unit " + unit.unitId()));
            forwards(unit.validFrom(), unit.validTo(), "unit " + unit.unitId());
        }
    }

    private void references() {
        register.bodies()
                .forEach(body -> known(units, body.unitId(), UnitsProblem.NO_SUCH_UNIT, "body " + body.bodyId()));
        register.ruleSets()
                .forEach(rule ->
                        known(bodies, rule.bodyId(), UnitsProblem.NO_SUCH_BODY_HERE, "rule set " + rule.ruleSetId()));
        register.ruleSets().forEach(this::unwritten);
        for (var member : register.members()) {
            known(bodies, member.bodyId(), UnitsProblem.NO_SUCH_BODY_HERE, "membership " + member.key());
            known(people, member.personId(), UnitsProblem.NO_SUCH_PERSON, "membership " + member.key());
            forwards(member.validFrom(), member.validTo(), "membership " + member.key());
        }
    }

    /** A version that is stored stays as it is. */
    private void unwritten(RuleSetRow rule) {
        if (store.ruleSet(rule).filter(known -> !known.says(rule)).isPresent()) {
            throw UnitsProblem.RULES_WRITTEN.refusal("rule set " + rule.key());
        }
    }

    private void grants() {
        for (var grant : register.grants()) {
            known(people, grant.personId(), UnitsProblem.NO_SUCH_PERSON, "grant " + grant.key());
            if (!fits(grant.role(), grant.scope())) {
                throw UnitsProblem.WRONG_SCOPE.refusal("grant " + grant.key());
            }
        }
    }

    private boolean fits(Role role, String scope) {
        return switch (role) {
            case SYSTEM_ADMIN -> scope.equals("*");
            case UNIT_ADMIN, PREPARER, APPROVER ->
                units.stream().anyMatch(unit -> unit.value().equals(scope));
            case DELEGATE, CHAIR, SECRETARY, SCREEN, GUEST, TECHNICIAN ->
                bodies.stream().anyMatch(body -> body.value().equals(scope));
        };
    }

    private static <T> void known(Collection<T> all, T one, UnitsProblem problem, String row) {
        if (!all.contains(one)) {
            throw problem.refusal(row + " names " + one);
        }
    }

    private static void forwards(LocalDate from, @Nullable LocalDate to, String row) {
        if (to != null && to.isBefore(from)) {
            throw UnitsProblem.TIME_REVERSED.refusal(row);
        }
    }
}
