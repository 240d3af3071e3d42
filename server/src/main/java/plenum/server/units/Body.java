package plenum.server.units;

import plenum.server.kernel.BodyId;
import plenum.server.kernel.UnitId;

/** A deliberating body of a unit. */
public record Body(BodyId bodyId, UnitId unitId, String name, Kind kind) {
    /** People's Council (HĐND) or People's Committee (UBND). */
    public enum Kind {
        COUNCIL,
        COMMITTEE
    }
}
