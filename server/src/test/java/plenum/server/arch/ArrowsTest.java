package plenum.server.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The arrows between the packages of server/doc/architecture.md. Think about the layering before changing this table.
 */
class ArrowsTest {
    private static final String ROOT = "plenum.server.";
    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("plenum.server");

    /** {@code app} wires everything and has no row. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("kernel", Set.of()),
            entry("platform", Set.of("kernel")),
            entry("embedded", Set.of()),
            entry("form", Set.of()),
            // what tablets, box and strangers agree on: JDK only
            entry("secret", Set.of()),
            entry("issuer", Set.of("kernel", "platform", "secret")),
            // carries sealed bytes and can read none
            entry("relay", Set.of("secret")),
            // a process of its own: knows nobody, so nothing of the hall, the register or the issuer
            entry("box", Set.of("kernel", "platform", "secret")),
            entry("demo", Set.of("kernel", "form")),
            entry("tls", Set.of()),
            entry("sitting", Set.of("kernel")),
            entry("attendance", Set.of("kernel")),
            entry("agenda", Set.of("kernel")),
            entry("floor", Set.of("kernel")),
            entry("voting", Set.of("kernel")),
            entry("ballots", Set.of("kernel")),
            entry("screen", Set.of("kernel")),
            entry("room", Set.of("kernel")),
            entry("stage", Set.of("kernel")),
            entry("recording", Set.of("kernel")),
            entry("follow", Set.of("kernel")),
            entry("points", Set.of("kernel")),
            entry("checkpoint", Set.of("kernel")),
            entry("journal", Set.of("kernel", "platform")),
            entry(
                    "hall",
                    Set.of(
                            "kernel",
                            "journal",
                            "sitting",
                            "attendance",
                            "agenda",
                            "floor",
                            "voting",
                            "ballots",
                            "screen",
                            "room",
                            "stage",
                            "recording",
                            "follow",
                            "points",
                            "checkpoint")),
            entry("access", Set.of("kernel", "hall")),
            entry("http", Set.of("kernel", "platform", "access")),
            // points: whose bridge is the one of their point's unit
            entry(
                    "conference",
                    Set.of(
                            "kernel",
                            "platform",
                            "hall",
                            "access",
                            "live",
                            "room",
                            "journal",
                            "sitting",
                            "points",
                            "recording",
                            "stage")),
            entry("live", Set.of("kernel", "platform", "hall", "access")),
            entry("audit", Set.of("kernel", "platform")),
            entry("identity", desk("units")),
            entry("units", desk()),
            // a checkpoint at each step of a vote and of a poll
            entry("notary", desk("hall", "journal", "checkpoint", "sitting", "voting", "ballots")),
            // attendance: the desk looks up who may take a member's place
            entry("sessions", desk("units", "hall", "journal", "sitting", "agenda", "attendance", "points")),
            // the register tells the hall who can be invited, and the index whom an invitation concerns
            entry("invitations", desk("units", "sessions", "hall", "sitting", "points")),
            // a device's secret goes with its sign-in, so the desk ends that too
            // a signature is checked like a ballot's; the socket is as any
            entry(
                    "joined",
                    desk("units", "keys", "live", "hall", "sessions", "points", "documents", "agenda", "sitting")),
            entry("pack", desk("hall", "agenda", "identity")),
            entry("keys", desk("hall", "voting")),
            // between hall, issuer and ballot box: what a poll decides and who signs is all it knows
            entry("booth", desk("hall", "ballots", "keys", "secret", "issuer")),
            entry("notes", desk("hall")),
            entry("opinions", desk("hall", "agenda", "sitting")),
            // the director writes tapes, the journal tells what is on them; bytes go out like papers'
            entry(
                    "recordings",
                    desk(
                            "hall",
                            "journal",
                            "recording",
                            "agenda",
                            "floor",
                            "voting",
                            "ballots",
                            "conference",
                            "documents")),
            // the font of the words across a page
            entry("renditions", Set.of("platform", "form")),
            // the serif font of forms: it has all letters of Vietnamese
            entry("office", Set.of("kernel", "form")),
            entry("documents", desk("hall", "agenda", "sitting", "renditions", "office", "units")),
            // what a unit has prepared becomes a paper through the desk of papers; the office file it was made of goes
            // with it
            entry("drafts", desk("units", "hall", "agenda", "sitting", "documents", "office")),
            entry("search", desk("hall", "agenda", "sitting", "documents", "renditions")),
            entry(
                    "minutes",
                    desk(
                            "journal",
                            "hall",
                            "form",
                            "sitting",
                            "attendance",
                            "points",
                            "stage",
                            "agenda",
                            "floor",
                            "voting",
                            "ballots",
                            "screen",
                            "room",
                            "checkpoint")));

    private static Set<String> desk(String... named) {
        var all = new HashSet<>(Set.of("kernel", "platform", "audit", "http", "access"));
        all.addAll(List.of(named));
        return all;
    }

    /** Packages that hold rules only: no store, no socket, no clock, no JSON. */
    private static final List<String> PURE = List.of(
            "kernel",
            "sitting",
            "attendance",
            "agenda",
            "floor",
            "voting",
            "ballots",
            "screen",
            "room",
            "stage",
            "recording",
            "follow",
            "points",
            "checkpoint");

    @TestFactory
    Stream<DynamicTest> everyPackageUsesOnlyWhatItsRowAllows() {
        return MAY_USE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> checkRow(row.getKey(), row.getValue())));
    }

    @Test
    void everyPackageHasARow() {
        var packages = CODE.stream().map(ArrowsTest::packageOf).filter(name -> !name.equals("app"));
        assertThat(packages.distinct()).allSatisfy(name -> assertThat(MAY_USE).containsKey(name));
    }

    @TestFactory
    Stream<DynamicTest> rulesKnowOnlyTheJavaPlatformAndPersistentMaps() {
        return PURE.stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> classes()
                                .that()
                                .resideInAPackage(ROOT + name)
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(
                                        "java.lang..",
                                        "java.util..",
                                        "java.time..",
                                        "java.text..",
                                        "org.pcollections..",
                                        "org.jspecify..",
                                        "com.google.errorprone..",
                                        ROOT + "kernel",
                                        ROOT + name)
                                .check(CODE)));
    }

    @Test
    void rulesNeverAskTheClock() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE.stream().map(name -> ROOT + name).toArray(String[]::new))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(CODE);
    }

    /** Phases of a secret poll move by orders of its committee: a clock that jumps changes nothing. */
    @Test
    void aSecretPollNeverAsksTheClock() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "secret", ROOT + "issuer", ROOT + "box")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Instant.class, InstantSource.class, Clock.class, Date.class, LocalDate.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(CODE);
    }

    private static void checkRow(String name, Set<String> allowed) {
        var forbidden = new ArrayList<String>();
        for (var other : packages()) {
            if (!other.equals(name) && !allowed.contains(other)) {
                forbidden.add(ROOT + other + "..");
            }
        }
        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden.toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CODE);
    }

    private static Set<String> packages() {
        var all = new TreeSet<>(MAY_USE.keySet());
        all.add("app");
        return all;
    }

    private static String packageOf(JavaClass type) {
        var rest = type.getPackageName().substring(ROOT.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }
}
