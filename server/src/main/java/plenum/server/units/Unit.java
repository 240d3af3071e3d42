package plenum.server.units;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.UnitId;

/**
 * One unit of the tree. A unit that was merged away keeps its record and names its successors.
 *
 * @param code official code
 * @param validTo last day; null: still valid
 */
public record Unit(
        UnitId unitId,
        String code,
        String name,
        Level level,
        @Nullable UnitId parentId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable List<UnitId> successors) {

    /** Place in the state's order; districts exist before July 2025 only. */
    public enum Level {
        PROVINCE,
        DISTRICT,
        COMMUNE,
        OFFICE
    }

    boolean validOn(LocalDate day) {
        return Validity.covers(validFrom, validTo, day);
    }
}
