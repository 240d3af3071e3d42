package plenum.server.demo;

import plenum.server.kernel.BodyId;
import plenum.server.kernel.UnitId;

/**
 * A People's Council.
 *
 * @param totalMembers number of delegates in office
 */
public record DemoBody(BodyId id, UnitId unit, String name, String term, int totalMembers) {}
