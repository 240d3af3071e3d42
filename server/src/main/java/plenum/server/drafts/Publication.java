package plenum.server.drafts;

import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Reach;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;

/**
 * How a draft becomes a paper: the body of publishDraft.
 *
 * @param revision that the secretary has seen
 * @param itemId under which it is published
 * @param reach for whom; null: everyone
 * @param replaces the paper whose new version it becomes, with {@code version} as its number; null: a paper of its own
 */
record Publication(
        int revision,
        ItemId itemId,
        @Nullable Reach reach,
        @Nullable PaperId replaces,
        @Nullable Integer version) {}
