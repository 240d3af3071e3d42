package plenum.server.units;

import plenum.server.kernel.UnitId;

/**
 * What a unit has decided about the papers of its bodies.
 *
 * @param watermark papers may be marked so that each reader gets them with the own name on every page
 * @param confidential papers may be marked so that no tablet keeps them
 */
public record PaperOptions(UnitId unitId, boolean watermark, boolean confidential) {

    /** Of a unit that has decided nothing. */
    static PaperOptions usual(UnitId unit) {
        return new PaperOptions(unit, false, true);
    }
}
