package plenum.server.sessions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.AgendaCommand.AddItem;
import plenum.server.agenda.Item;
import plenum.server.agenda.ItemFacts;
import plenum.server.agenda.Items;
import plenum.server.hall.Hall;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.SessionId;

/** The orders that copy an agenda, with ids derived from both sessions: the same copy again gives the same orders. */
final class Copying {
    private final SessionId into;

    Copying(SessionId into) {
        this.into = into;
    }

    /** In the order of the agenda, without papers and sittings. */
    List<AddItem> orders(Items source) {
        var orders = new ArrayList<AddItem>();
        var siblings = new HashMap<String, Integer>();
        for (var item : source.all()) {
            var index = siblings.merge(String.valueOf(item.parentId()), 1, Integer::sum) - 1;
            orders.add(new AddItem(copyOf(item.itemId()), parent(item), index, facts(item.facts())));
        }
        return orders;
    }

    /**
     * What is still to be ordered: all of it for a fresh session, the rest when a copy was cut off; nothing once
     * anything else has happened in the session.
     */
    static List<AddItem> open(List<AddItem> orders, Hall hall) {
        var there = hall.agenda().items().all().stream().map(Item::itemId).toList();
        var wanted = orders.stream().map(AddItem::itemId).toList();
        var cutOff = there.size() <= wanted.size()
                && wanted.subList(0, there.size()).equals(there)
                && hall.seq() == 1 + there.size();
        return cutOff ? orders.subList(there.size(), orders.size()) : List.of();
    }

    CommandId commandOf(AddItem order) {
        return new CommandId("copy-" + order.itemId());
    }

    private @Nullable ItemId parent(Item item) {
        return item.parentId() == null ? null : copyOf(item.parentId());
    }

    private static ItemFacts facts(ItemFacts old) {
        return new ItemFacts(
                old.title(), old.kind(), old.presenter(), old.minutes(), null, old.hidden(), old.resolution());
    }

    private ItemId copyOf(ItemId source) {
        try {
            var text = (into + " " + source).getBytes(StandardCharsets.US_ASCII);
            var digest = MessageDigest.getInstance("SHA-256").digest(text);
            return new ItemId(Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 22));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("no SHA-256 on this Java", impossible);
        }
    }
}
