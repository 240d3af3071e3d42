package plenum.media.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All communes of the country in one conference, by simulation: what lines and bridges carry, and when one fails. */
class CountryTest {
    /** Everything that is to be seen and heard, packets a second. */
    private static final int ALL = Country.STAGE + 8 * Country.SMALL + 3 * Country.VOICE;

    /** Microseconds of a core for a packet out ({@code doc/load.md}, 221 sites). */
    private static final double COST = 4.1;

    private final Country country = new Country();

    @AfterEach
    void close() {
        country.close();
    }

    @Test
    void everyLineCarriesEachStreamOnceAndNoBridgeIsBusy() {
        var carried = country.carried();
        assertThat(country.people()).isEqualTo(9 + Country.PROVINCES + Country.COMMUNES);
        assertThat(carried.down()).hasSize(Country.PROVINCES * (1 + Country.CLUSTERS));
        assertThat(carried.down().values()).containsOnly(ALL);
        assertThat(carried.up().values()).containsOnly(0);
        int nineButTheirOwn = 9 * ALL - ALL;
        assertThat(carried.out()).containsEntry("", Country.PROVINCES * ALL + nineButTheirOwn);
        report("all", carried);
        assertThat(carried.mostOut() * COST).isLessThan(100_000); // a tenth of a core
    }

    @Test
    void aCommuneOnStageGoesUpOnceAtEachLevelAndDownToAllOthers() {
        country.onStage(Country.person("p7c3", 0));
        var carried = country.carried();
        assertThat(carried.up()).containsEntry("p7c3", Country.STAGE).containsEntry("p7", Country.STAGE);
        assertThat(carried.down()).containsEntry("p7c3", ALL - Country.STAGE).containsEntry("p7c4", ALL);
        assertThat(carried.up()).containsEntry("p8", 0).containsEntry("p7c4", 0);
        report("a commune on stage", carried);
    }

    @Test
    void aDeadClusterCostsItsOwnCommunesOneCall() {
        int before = country.opened();
        int own = country.bridgeOf("p7c3").endpoints().size();
        country.bridgeOf("p7c3").kill();
        country.await(country::whole);
        assertThat(country.opened() - before).isEqualTo(own);
        assertThat(country.bridgeOf("p7").endpoints()).hasSize(own + 1);
    }

    @Test
    void aDeadProvinceIsPassedOver() {
        int before = country.opened();
        country.bridgeOf("p7").kill();
        country.await(country::whole);
        assertThat(country.opened() - before)
                .as("only the province's own point")
                .isEqualTo(1);
        assertThat(country.bridgeOf("p7c3").above()).contains(country.bridgeOf(""));
        var carried = country.carried();
        report("a province fails", carried);
        country.bridgeOf("p7").begin();
        country.await(() -> country.bridgeOf("p7c3").above().equals(Optional.of(country.bridgeOf("p7"))));
    }

    @Test
    void aTwentiethOfAllBridgesMayFailAtOnce() {
        var dead = failing(18);
        dead.forEach(region -> country.bridgeOf(region).kill());
        country.await(country::whole);
        var carried = country.carried();
        report("18 bridges fail at once", carried);
        assertThat(carried.mostOut() * COST).isLessThan(300_000);
    }

    private List<String> failing(int number) {
        var regions =
                new ArrayList<>(country.regions().subList(1, country.regions().size()));
        Collections.shuffle(regions, new Random(7));
        return regions.subList(0, number);
    }

    private static void report(String what, Country.Carried carried) {
        var lines = Stream.concat(carried.down().values().stream(), carried.up().values().stream());
        System.out.printf(
                "%s: centre %d packets/s out, busiest bridge %d (%d %% of a core), busiest line %d packets/s%n",
                what,
                carried.out().get(""),
                carried.mostOut(),
                Math.round(carried.mostOut() * COST / 10_000),
                lines.mapToInt(Integer::intValue).max().orElse(0));
    }
}
