package plenum.server.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.UnitId;

/**
 * A unit of the tree.
 *
 * @param id code of the province, of the district where there was one, and of the unit, joined by hyphens: a code alone
 *     is not unique in time ("03127" was Him Lam and is Điện Biên Phủ)
 * @param code official code of the National Statistics Office; an office's code is our own
 * @param parent null only for the province
 * @param validTo last day; null while it lasts
 * @param successors what it became part of
 */
public record DemoUnit(
        UnitId id,
        String code,
        String name,
        UnitLevel level,
        @Nullable UnitId parent,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<UnitId> successors) {

    static DemoUnit of(List<String> fields) {
        return new DemoUnit(
                new UnitId(fields.get(0)),
                fields.get(1),
                fields.get(2),
                UnitLevel.valueOf(fields.get(3)),
                fields.get(4).isEmpty() ? null : new UnitId(fields.get(4)),
                LocalDate.parse(fields.get(5)),
                fields.get(6).isEmpty() ? null : LocalDate.parse(fields.get(6)),
                fields.get(7).isEmpty() ? List.of() : List.of(new UnitId(fields.get(7))));
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
