package plenum.media.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the packages of the bridge. Think about the layering before changing this table. */
class ArrowsTest {
    private static final String ROOT = "plenum.media.";
    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("plenum.media");

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("api", Set.of()),
            entry("net", Set.of()),
            entry("rtp", Set.of()),
            entry("stun", Set.of()),
            entry("srtp", Set.of()),
            entry("sdp", Set.of("rtp")),
            entry("rtcp", Set.of("rtp")),
            entry("ice", Set.of("net", "stun")),
            entry("dtls", Set.of("net", "srtp")),
            entry("forward", Set.of("rtp", "rtcp")),
            entry("bwe", Set.of("rtp", "rtcp")),
            entry("speaker", Set.of("rtp")),
            entry("link", Set.of("api", "srtp")),
            entry("peer", Set.of("net", "ice", "dtls", "srtp", "rtcp")),
            entry("record", Set.of("peer", "rtp", "rtcp", "forward", "bwe")), // any bridge: a receiver like others
            entry(
                    "sfu",
                    Set.of(
                            "api", "net", "rtp", "stun", "srtp", "sdp", "rtcp", "ice", "dtls", "forward", "bwe",
                            "speaker", "link")),
            entry("control", Set.of("api", "link", "srtp")), // tickets with their keys travel
            entry("cascade", Set.of("api", "link")),
            entry("jitsi", Set.of("api", "rtp", "sdp"))); // SDP as browsers answer ours, numbers of formats

    @TestFactory
    Stream<DynamicTest> everyPackageUsesOnlyWhatItsRowAllows() {
        return MAY_USE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> checkRow(row.getKey(), row.getValue())));
    }

    @Test
    void everyPackageHasARow() {
        assertThat(CODE.stream().map(ArrowsTest::packageOf).distinct())
                .allSatisfy(name -> assertThat(MAY_USE).containsKey(name));
    }

    private static void checkRow(String name, Set<String> allowed) {
        var forbidden = MAY_USE.keySet().stream()
                .filter(other -> !other.equals(name) && !allowed.contains(other))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .check(CODE);
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
    }
}
