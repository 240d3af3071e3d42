package plenum.server.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Both ends of a time of validity belong to it. */
final class Validity {
    private Validity() {}

    static boolean covers(LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
