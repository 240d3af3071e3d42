package plenum.server.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Grant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.Role;
import plenum.server.kernel.UnitId;
import plenum.server.points.Invitation;
import plenum.server.points.Line;
import plenum.server.points.Point;
import plenum.server.points.Points;
import plenum.server.points.Reply;
import plenum.server.points.Technician;
import plenum.server.points.TestLimits;
import plenum.server.points.Trial;

/** Who is at which of the bridges. */
class PointRegionsTest {
    private static final PointRegions REGIONS = new PointRegions(Map.of("huyen", "huyen-1", "xa-2", "xa-2"));

    private final List<Point> points = new ArrayList<>();

    private void point(String technician, String unit, String... above) {
        var invitation = new Invitation(
                new PointId("p-" + unit),
                new UnitId(unit),
                unit,
                1 + above.length,
                List.of(above).stream().map(UnitId::new).toList());
        var looksAfter = new Technician(new PersonId(technician), technician, null);
        var reply = new Reply(Reply.State.ASSIGNED, null, looksAfter, List.of(), 5);
        points.add(new Point(invitation, reply, new Trial(List.of(), 0, null), List.of(), List.of(), Line.NEVER, null));
    }

    private String region(String person) {
        return REGIONS.of(new Points(points, false, TestLimits.USUAL, null), new PersonId(person));
    }

    @Test
    void aPointIsAtTheBridgeOfItsUnit() {
        point("an", "huyen", "tinh");
        assertThat(region("an")).isEqualTo("huyen-1");
    }

    @Test
    void aUnitThatIsNotNamedIsWhereTheNearestOneAboveItIs() {
        point("binh", "xa-1", "huyen", "tinh");
        point("chi", "xa-2", "huyen", "tinh");
        assertThat(region("binh")).isEqualTo("huyen-1");
        assertThat(region("chi")).isEqualTo("xa-2");
    }

    @Test
    void whoWatchesAndIsOfNoPointIsWhereTheOwnUnitIs() {
        point("an", "xa-2", "huyen", "tinh");
        assertThat(watcher("an", "huyen")).isEqualTo("xa-2");
        assertThat(watcher("dung", "huyen")).isEqualTo("huyen-1");
        assertThat(watcher("dung", "tinh")).isEmpty();
    }

    private String watcher(String person, String office) {
        var actor = new Actor(new PersonId(person), person, List.of(new Grant(Role.UNIT_ADMIN, office)));
        return REGIONS.of(new Points(points, false, TestLimits.USUAL, null), actor);
    }

    @Test
    void whoIsOfNoPointOrAboveAllBranchesIsAtTheRoot() {
        point("an", "tinh");
        assertThat(region("an")).isEmpty();
        assertThat(region("dung")).isEmpty();
    }
}
