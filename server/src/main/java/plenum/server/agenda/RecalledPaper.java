package plenum.server.agenda;

import java.time.Instant;
import plenum.server.kernel.ItemId;

/**
 * A paper that was taken back (thu hồi): only secretary and chair know of it.
 *
 * @param itemId where it was
 */
public record RecalledPaper(Paper paper, ItemId itemId, String reason, Instant at) {}
