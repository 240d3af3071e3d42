package plenum.server.agenda;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.SittingId;

/**
 * What the secretary writes about an item.
 *
 * @param minutes planned time, 1 to 1,440 minutes
 * @param hidden only secretary and chair see it and all that is below it
 * @param resolution title of the resolution to be voted
 */
public record ItemFacts(
        String title,
        ItemKind kind,
        @Nullable String presenter,
        @Nullable Integer minutes,
        @Nullable SittingId sittingId,
        boolean hidden,
        @Nullable String resolution) {}
