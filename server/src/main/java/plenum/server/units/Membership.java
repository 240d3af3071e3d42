package plenum.server.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.PersonId;

/**
 * A person's seat in a body for some time.
 *
 * @param group group of delegates (tổ đại biểu)
 */
public record Membership(
        BodyId bodyId,
        PersonId personId,
        String group,
        String seat,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    String key() {
        return bodyId + ":" + personId + ":" + validFrom;
    }

    public boolean validOn(LocalDate day) {
        return Validity.covers(validFrom, validTo, day);
    }
}
