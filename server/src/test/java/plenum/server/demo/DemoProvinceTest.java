package plenum.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Role;
import plenum.server.kernel.UnitId;

class DemoProvinceTest {
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Pattern ASCII = Pattern.compile("[a-z0-9-]+\\.pdf");

    private final DemoProvince province = DemoProvince.load();

    @Test
    void sixtyDelegatesSitInFourGroupsOfFifteen() {
        List<DemoPerson> delegates = holders(Role.DELEGATE, Roster.COUNCIL);
        assertThat(delegates).hasSize(60);
        Map<String, Long> groups =
                delegates.stream().collect(Collectors.groupingBy(DemoPerson::group, Collectors.counting()));
        assertThat(groups)
                .hasSize(4)
                .allSatisfy((group, count) -> assertThat(count).isEqualTo(15));
        assertThat(delegates.stream().map(DemoPerson::seat))
                .doesNotHaveDuplicates()
                .allMatch(seat -> seat.matches("[A-F]([1-9]|10)"));
    }

    @Test
    void everyoneHasAUsernameOfTheirOwn() {
        assertThat(province.people()).extracting(DemoPerson::username).doesNotHaveDuplicates();
        assertThat(province.people()).extracting(DemoPerson::name).doesNotHaveDuplicates();
    }

    @Test
    void thePresidiumSecretariesScreensAndGuestsAreThere() {
        assertThat(holders(Role.CHAIR, Roster.COUNCIL))
                .extracting(DemoPerson::username)
                .containsExactly("chutoa", "db02", "db03");
        assertThat(holders(Role.SECRETARY, Roster.COUNCIL)).hasSize(2);
        assertThat(holders(Role.SCREEN, Roster.COUNCIL))
                .extracting(DemoPerson::username)
                .containsExactly("manhinh", "phonghop");
        assertThat(holders(Role.GUEST, Roster.COUNCIL)).hasSize(2);
        assertThat(holders(Role.UNIT_ADMIN, "11")).hasSize(1);
        assertThat(holders(Role.SYSTEM_ADMIN, "*")).hasSize(1);
    }

    @Test
    void theCommuneCouncilSharesNobodyWithTheProvince() {
        String commune = DemoProvince.COMMUNE_COUNCIL.value();
        assertThat(holders(Role.SECRETARY, commune))
                .extracting(DemoPerson::username)
                .containsExactly("thukyxa");
        assertThat(holders(Role.DELEGATE, commune))
                .hasSize(5)
                .noneMatch(person -> person.is(Role.DELEGATE, Roster.COUNCIL));
    }

    @Test
    void unitsFormOneTreeOnEveryDay() {
        for (LocalDate day : List.of(BEFORE, TODAY)) {
            Map<UnitId, DemoUnit> valid = valid(day);
            assertThat(valid.values().stream().filter(unit -> unit.parent() == null))
                    .hasSize(1);
            for (DemoUnit unit : valid.values()) assertThat(rootOf(unit, valid)).isEqualTo(new UnitId("11"));
        }
    }

    @Test
    void thereWereTenDistrictsAndAreFortyFiveCommunes() {
        assertThat(count(BEFORE, UnitLevel.DISTRICT)).isEqualTo(10);
        assertThat(count(BEFORE, UnitLevel.COMMUNE)).isEqualTo(129);
        assertThat(count(TODAY, UnitLevel.DISTRICT)).isZero();
        assertThat(count(TODAY, UnitLevel.COMMUNE)).isEqualTo(45);
        assertThat(province.units().stream().filter(unit -> unit.level() == UnitLevel.COMMUNE))
                .allMatch(unit -> unit.code().matches("\\d{5}"));
    }

    @Test
    void everyFormerCommuneHasASuccessorOfToday() {
        Map<UnitId, DemoUnit> today = valid(TODAY);
        for (DemoUnit unit : valid(BEFORE).values())
            if (unit.level() == UnitLevel.COMMUNE)
                assertThat(today).containsKeys(unit.successors().toArray(UnitId[]::new));
        assertThat(unit("11-094-03127").successors()).containsExactly(new UnitId("11-03127"));
    }

    @Test
    void idsOfUnitsAreUniqueThoughCodesCameBack() {
        assertThat(province.units()).extracting(DemoUnit::id).doesNotHaveDuplicates();
        assertThat(province.units().stream().filter(unit -> unit.code().equals("03127")))
                .extracting(DemoUnit::name)
                .containsExactlyInAnyOrder("Phường Him Lam", "Phường Điện Biên Phủ");
    }

    @Test
    void theAgendaIsATreeInReadingOrder() {
        Set<ItemId> seen = new HashSet<>();
        for (DemoItem item : province.session().items()) {
            if (item.parent() != null) assertThat(seen).contains(item.parent());
            assertThat(seen.add(item.id())).isTrue();
        }
        assertThat(province.session().items()).extracting(DemoItem::number).contains("1", "1.3", "9.2", "14.2");
        assertThat(province.session().items().stream().filter(item -> item.resolution() != null))
                .hasSize(8);
    }

    @Test
    void childrenTakeTheTimeOfTheirParent() {
        for (DemoItem parent : province.session().items()) {
            List<DemoItem> children = province.session().items().stream()
                    .filter(item -> parent.id().equals(item.parent()))
                    .toList();
            if (!children.isEmpty())
                assertThat(children.stream().mapToInt(DemoItem::minutes).sum()).isEqualTo(parent.minutes());
        }
    }

    @Test
    void everyPaperBelongsToAnItemAndEachResolutionHasItsDraft() {
        Set<ItemId> items =
                province.session().items().stream().map(DemoItem::id).collect(Collectors.toSet());
        List<DemoPaper> papers = province.session().papers();
        assertThat(papers)
                .hasSize(32)
                .allMatch(paper -> items.contains(paper.item()))
                .allMatch(paper -> ASCII.matcher(paper.fileName()).matches());
        assertThat(papers).extracting(DemoPaper::id).doesNotHaveDuplicates();
        for (DemoItem item : province.session().items())
            if (item.resolution() != null)
                assertThat(papers.stream()
                                .filter(paper -> paper.item().equals(item.id()))
                                .map(DemoPaper::kind))
                        .contains(PaperKind.SUBMISSION, PaperKind.DRAFT_RESOLUTION);
    }

    @Test
    void theConferenceInvitesCommunesOfTodayAndTheirOwnPeopleLookAfterThePoints() {
        Map<UnitId, DemoUnit> today = valid(TODAY);
        List<DemoPoint> points = province.conference().points();
        assertThat(points).hasSize(12).extracting(DemoPoint::unit).doesNotHaveDuplicates();
        for (DemoPoint point : points) {
            assertThat(today).containsKey(point.unit());
            if (point.technician() != null)
                assertThat(holders(Role.PREPARER, point.unit().value()))
                        .extracting(DemoPerson::id)
                        .contains(point.technician());
        }
        assertThat(holders(Role.TECHNICIAN, DemoProvince.COMMITTEE.value())).hasSize(1);
    }

    private List<DemoPerson> holders(Role role, String scope) {
        return province.people().stream()
                .filter(person -> person.is(role, scope))
                .toList();
    }

    private Map<UnitId, DemoUnit> valid(LocalDate day) {
        return province.units().stream()
                .filter(unit -> unit.validOn(day))
                .collect(Collectors.toMap(DemoUnit::id, Function.identity()));
    }

    private long count(LocalDate day, UnitLevel level) {
        return valid(day).values().stream()
                .filter(unit -> unit.level() == level)
                .count();
    }

    private DemoUnit unit(String id) {
        return province.units().stream()
                .filter(unit -> unit.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static UnitId rootOf(DemoUnit unit, Map<UnitId, DemoUnit> valid) {
        UnitId parent = unit.parent();
        if (parent == null) return unit.id();
        DemoUnit above = valid.get(parent);
        if (above == null) throw new AssertionError(unit.name() + " hangs on a unit that is not valid: " + parent);
        return rootOf(above, valid);
    }
}
