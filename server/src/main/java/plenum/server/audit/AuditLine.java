package plenum.server.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;

/**
 * One thing done, or refused, at a desk.
 *
 * @param actor who; null when nobody was signed in
 * @param action dotted name such as {@code identity.signed-in}
 * @param object id of what it was done to
 * @param detail facts, no secrets
 */
public record AuditLine(
        String lineId,
        Instant at,
        @Nullable PersonId actor,
        String address,
        String action,
        String object,
        Map<String, String> detail) {
    public AuditLine {
        detail = Map.copyOf(detail);
    }
}
