package plenum.server.renditions;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * How many pieces of a file a tablet must fetch before it shows the first page: both ends, the way through the page
 * tree to the first and to the last page, which readers look at too, and all that the first page draws.
 */
final class ChunkReach {
    /** As the tablet asks for them. */
    static final int CHUNK_BYTES = 131_072;

    /** Entries that lead to other pages. */
    private static final Set<COSName> LEADS_AWAY = Set.of(COSName.PARENT, COSName.P, COSName.DEST, COSName.A);

    private final BitSet chunks = new BitSet();
    private final Set<COSObjectKey> seen = new HashSet<>();
    private final PDDocument document;

    private ChunkReach(PDDocument document) {
        this.document = document;
    }

    static int of(PDDocument document, long bytes) {
        var reach = new ChunkReach(document);
        reach.chunks.set(0);
        reach.chunks.set((int) ((bytes - 1) / CHUNK_BYTES));
        reach.walk();
        return reach.chunks.cardinality();
    }

    private void walk() {
        var trailer = document.getDocument().getTrailer();
        if (touch(trailer.getItem(COSName.ROOT)) instanceof COSDictionary catalogue) {
            var root = catalogue.getItem(COSName.PAGES);
            node(root, true);
            node(root, false);
        }
    }

    /** Goes to the first or to the last leaf; on the way to the last, each earlier kid is looked at and passed. */
    private void node(@Nullable COSBase item, boolean first) {
        COSBase next = or(item);
        while (touch(next) instanceof COSDictionary node
                && node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids
                && kids.size() > 0) {
            var last = first ? 1 : kids.size();
            for (var i = 0; i < last; i++) {
                var unused = touch(kids.get(i));
            }
            next = or(kids.get(last - 1));
        }
        if (first && touch(next) instanceof COSDictionary page) {
            drawn(page);
        }
    }

    private void drawn(COSDictionary page) {
        var ahead = new ArrayList<COSBase>(List.of(
                or(page.getItem(COSName.CONTENTS)),
                or(page.getItem(COSName.RESOURCES)),
                or(page.getItem(COSName.ANNOTS))));
        while (!ahead.isEmpty() && seen.size() < 2_000) {
            var item = ahead.removeLast();
            if (item instanceof COSObject reference && seen.contains(reference.getKey())) {
                continue;
            }
            switch (touch(item)) {
                case COSDictionary dictionary ->
                    dictionary.entrySet().stream()
                            .filter(entry -> !LEADS_AWAY.contains(entry.getKey()))
                            .forEach(entry -> ahead.add(entry.getValue()));
                case COSArray array -> array.forEach(each -> ahead.add(or(each)));
                default -> {}
            }
        }
    }

    private static COSBase or(@Nullable COSBase item) {
        return item == null ? COSNull.NULL : item;
    }

    /** Marks the chunks of an object that is referred to, and gives what is behind the reference. */
    private COSBase touch(@Nullable COSBase item) {
        if (!(item instanceof COSObject reference)) {
            return or(item);
        }
        var object = or(reference.getObject());
        var key = reference.getKey();
        if (key != null && seen.add(key)) {
            mark(key, object instanceof COSStream stream ? stream.getLong(COSName.LENGTH, 0) : 0);
        }
        return object;
    }

    private void mark(COSObjectKey key, long length) {
        var table = document.getDocument().getXrefTable();
        var offset = table.get(key);
        if (offset != null && offset < 0) {
            offset = table.get(new COSObjectKey(-offset, 0));
        }
        if (offset != null && offset >= 0) {
            chunks.set((int) (offset / CHUNK_BYTES), (int) ((offset + Math.max(0, length)) / CHUNK_BYTES) + 1);
        }
    }
}
