package plenum.server.points;

import java.util.List;
import plenum.server.kernel.PointId;
import plenum.server.kernel.UnitId;

/**
 * A unit's place in the conference, as the register knew it then.
 *
 * @param name of the unit
 * @param level 1: directly below the unit of the session's body; 0: that unit itself
 * @param above units above this one, the nearest first
 */
public record Invitation(PointId pointId, UnitId unitId, String name, int level, List<UnitId> above) {
    public Invitation {
        above = List.copyOf(above);
    }

    /** Whether the unit is this one or above it. */
    public boolean below(UnitId unit) {
        return unitId.equals(unit) || above.contains(unit);
    }
}
