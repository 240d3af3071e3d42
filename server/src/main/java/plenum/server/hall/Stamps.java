package plenum.server.hall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as they are shown: UTC milliseconds, null for a time that has not come. */
final class Stamps {
    private Stamps() {}

    static @Nullable Long of(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
