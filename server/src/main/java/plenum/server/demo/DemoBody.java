package plenum.server.demo;

import plenum.server.kernel.BodyId;
import plenum.server.kernel.UnitId;

/**
 * A People's Council or Committee.
 *
 * @param totalMembers number of members in office
 */
public record DemoBody(BodyId id, UnitId unit, Kind kind, String name, String term, int totalMembers) {
    /** Which rules it decides by. */
    public enum Kind {
        PROVINCE_COUNCIL,
        COMMUNE_COUNCIL,
        COMMITTEE
    }
}
