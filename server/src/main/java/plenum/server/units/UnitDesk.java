package plenum.server.units;

import java.text.Collator;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.server.access.AccessProblem;
import plenum.server.access.StrangerProblem;
import plenum.server.kernel.Actor;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.Member;
import plenum.server.kernel.Role;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.UnitId;

/** What people may know of units and bodies. Blocking. */
public final class UnitDesk {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private final UnitStore store;
    private final People people;
    private final InstantSource clock;

    public UnitDesk(UnitStore store, People people, InstantSource clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    /** The units that the person belongs to or administers and all below them, valid on the day, by level and name. */
    List<Unit> units(Actor actor, LocalDate day) {
        var tree = new UnitTree(store.units());
        var visible = actor.administersSystem()
                ? tree.all().stream().map(Unit::unitId).toList()
                : tree.withBelow(own(actor.grants()));
        return visible.stream()
                .flatMap(id -> tree.find(id).stream())
                .filter(unit -> unit.validOn(day))
                .sorted(Comparator.comparing(Unit::level).thenComparing(Unit::name, vietnamese()))
                .toList();
    }

    /** Whether the actor administers the unit itself, one above it, or the system. */
    boolean administers(Actor actor, UnitId unit) {
        var tree = new UnitTree(store.units());
        return tree.find(unit).isPresent()
                && (actor.administersSystem()
                        || tree.withBelow(administered(actor)).contains(unit));
    }

    private static List<UnitId> administered(Actor actor) {
        return actor.grants().stream()
                .filter(grant -> grant.role() == Role.UNIT_ADMIN)
                .map(grant -> new UnitId(grant.scope()))
                .toList();
    }

    /** Whether the actor administers one of the units in which the grants are held, or one above it. */
    public boolean administers(Actor actor, Collection<Grant> held) {
        var tree = new UnitTree(store.units());
        var reach = tree.withBelow(administered(actor));
        return own(held).stream().anyMatch(reach::contains);
    }

    /** A unit that can be asked for papers: how many people prepare and approve there. */
    public record Staffed(UnitId unitId, String name, int preparers, int approvers) {}

    /** Units at or below the given one, valid today, in which somebody prepares papers; by name. */
    public List<Staffed> staffed(UnitId top) {
        var tree = new UnitTree(store.units());
        var preparers = store.holders(Role.PREPARER);
        var approvers = store.holders(Role.APPROVER);
        return tree.withBelow(List.of(top)).stream()
                .filter(id -> preparers.containsKey(id.value()))
                .flatMap(id -> tree.find(id).stream())
                .filter(unit -> unit.validOn(today()))
                .map(unit -> new Staffed(
                        unit.unitId(),
                        unit.name(),
                        preparers.getOrDefault(unit.unitId().value(), 0L).intValue(),
                        approvers.getOrDefault(unit.unitId().value(), 0L).intValue()))
                .sorted(Comparator.comparing(Staffed::name, vietnamese()))
                .toList();
    }

    /**
     * A unit at or below another.
     *
     * @param level 0 for that one itself
     * @param above all units above it up to the root, the nearest first
     */
    public record Below(UnitId unitId, String name, int level, List<UnitId> above) {
        public Below {
            above = List.copyOf(above);
        }
    }

    /** Units at or below the given one, valid today, by level and name. */
    public List<Below> below(UnitId top) {
        var tree = new UnitTree(store.units());
        return tree.withBelow(List.of(top)).stream()
                .flatMap(id -> tree.find(id).stream())
                .filter(unit -> unit.level() != Unit.Level.OFFICE && unit.validOn(today()))
                .map(unit -> below(tree, unit, top))
                .sorted(Comparator.comparing(Below::level).thenComparing(Below::name, vietnamese()))
                .toList();
    }

    private static Below below(UnitTree tree, Unit unit, UnitId top) {
        var above = tree.above(unit);
        return new Below(unit.unitId(), unit.name(), unit.unitId().equals(top) ? 0 : above.indexOf(top) + 1, above);
    }

    /** People with a role in the unit, in one below it, or in a body of these; by name. */
    public List<People.Person> people(UnitId top) {
        var below = new UnitTree(store.units()).withBelow(List.of(top));
        var bodies = store.bodiesOf(below).stream().map(body -> body.bodyId().value());
        var scopes = Stream.concat(below.stream().map(UnitId::value), bodies).toList();
        return people.find(store.holders(scopes)).values().stream()
                .sorted(Comparator.comparing(People.Person::name, vietnamese())
                        .thenComparing(person -> person.personId().value()))
                .toList();
    }

    private Set<UnitId> own(Collection<Grant> grants) {
        var scopes = grants.stream()
                .collect(Collectors.partitioningBy(grant -> grant.role().ofUnit()));
        var administered = scopes.getOrDefault(true, List.of()).stream().map(grant -> new UnitId(grant.scope()));
        var bodies = scopes.getOrDefault(false, List.of()).stream()
                .map(Grant::scope)
                .filter(scope -> !scope.equals("*"))
                .collect(Collectors.toSet());
        return Stream.concat(administered, store.bodies(bodies).stream().map(Body::unitId))
                .collect(Collectors.toSet());
    }

    public Body body(BodyId body) {
        return store.body(body).orElseThrow(() -> StrangerProblem.UNITS_NO_SUCH_BODY.refusal("no such body: " + body));
    }

    public Unit unit(UnitId unit) {
        return store.unit(unit).orElseThrow(() -> UnitsProblem.NO_SUCH_UNIT.refusal("no such unit: " + unit));
    }

    /** Members on the day, in the order of groups and seats. */
    public List<Member> members(BodyId body, LocalDate day) {
        var rows = store.members(body).stream().filter(row -> row.validOn(day)).toList();
        var known = people.find(rows.stream().map(Membership::personId).toList());
        var chairs = Set.copyOf(store.holders(Role.CHAIR, body));
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(known.get(row.personId()))
                        .map(person -> member(row, person, chairs.contains(row.personId()))))
                .sorted(Comparator.comparing((Member member) -> natural(member.group()))
                        .thenComparing(member -> natural(member.seat()))
                        .thenComparing(member -> member.personId().value()))
                .toList();
    }

    private static Member member(Membership row, People.Person person, boolean presides) {
        var chair = presides ? Boolean.TRUE : null;
        return new Member(row.personId(), person.name(), person.title(), row.group(), row.seat(), chair);
    }

    /** People who are guests of the body and have an account, by name. */
    public List<People.Person> guests(BodyId body) {
        return people.find(store.holders(Role.GUEST, body)).values().stream()
                .sorted(Comparator.comparing(People.Person::name, vietnamese())
                        .thenComparing(person -> person.personId().value()))
                .toList();
    }

    /** The newest rules in force on the day, with the number of members that holds then. */
    public RuleSet rules(BodyId body, LocalDate day) {
        var row = inForce(store.ruleSets(body), day)
                .orElseThrow(() -> UnitsProblem.NO_RULES.refusal("body " + body + " has no rules on " + day));
        if (row.totalMembers() != null) {
            return row.on(row.totalMembers());
        }
        var members = seats(body, day);
        if (members == 0) {
            throw UnitsProblem.NO_MEMBERS.refusal("body " + body + " has no members on " + day);
        }
        return row.on(members);
    }

    static Optional<RuleSetRow> inForce(List<RuleSetRow> versions, LocalDate day) {
        return versions.stream()
                .filter(version -> version.holdsOn(day))
                .max(Comparator.comparing(RuleSetRow::validFrom).thenComparing(RuleSetRow::version));
    }

    /** How many people are members on the day. */
    int seats(BodyId body, LocalDate day) {
        return (int) store.members(body).stream()
                .filter(member -> member.validOn(day))
                .map(Membership::personId)
                .distinct()
                .count();
    }

    /** The unit's own bodies by name, for those who administer it. */
    List<Body> bodies(Actor actor, UnitId unit) {
        permit(actor, unit);
        return store.bodiesOf(unit).stream()
                .sorted(Comparator.comparing(Body::name, vietnamese()))
                .toList();
    }

    /** Refuses who administers nothing; to who administers other units the unit does not exist. */
    void permit(Actor actor, UnitId unit) {
        permitAdministrator(actor);
        if (!administers(actor, unit)) {
            throw UnitsProblem.UNKNOWN_UNIT.refusal("no such unit among the administrator's: " + unit);
        }
    }

    private static void permitAdministrator(Actor actor) {
        if (!actor.administersSystem() && administered(actor).isEmpty()) {
            throw AccessProblem.NOT_PERMITTED.refusal("for administrators of the unit only");
        }
    }

    /** The body, when the actor administers its unit; else as if it did not exist. */
    Body administered(Actor actor, BodyId body) {
        permitAdministrator(actor);
        return store.body(body)
                .filter(known -> administers(actor, known.unitId()))
                .orElseThrow(() -> StrangerProblem.UNITS_NO_SUCH_BODY.refusal("no such body: " + body));
    }

    /** Numbers in a text compare by value: "A2" before "A10". */
    private static String natural(String text) {
        return DIGITS.matcher(text)
                .replaceAll(digits -> "0".repeat(Math.max(0, 9 - digits.group().length())) + digits.group());
    }

    private static Comparator<String> vietnamese() {
        var collator = Collator.getInstance(Locale.of("vi"));
        return Comparator.comparing(Function.<String>identity(), collator::compare);
    }
}
