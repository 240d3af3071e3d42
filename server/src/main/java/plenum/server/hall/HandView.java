package plenum.server.hall;

import org.jspecify.annotations.Nullable;
import plenum.server.voting.ByHand;

/** By whom a ballot was written down and countersigned, and why: schema ByHand. */
public record HandView(String clerkName, String countersignerName, String reason) {
    static @Nullable HandView of(@Nullable ByHand byHand) {
        return byHand == null ? null : new HandView(byHand.clerkName(), byHand.countersignerName(), byHand.reason());
    }
}
