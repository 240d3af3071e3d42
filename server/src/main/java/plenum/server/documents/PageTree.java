package plenum.server.documents;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/** The pages of a PDF as they really hang on the tree, whatever its counters say (ISO 32000-2 7.7.3). */
final class PageTree {
    private static final int MOST_PAGES = 5_000;
    /** Points (1/72 inch); the largest side that readers must accept (ISO 32000-1 annex C.2). */
    private static final float MOST_POINTS = 14_400;

    private static final float LEAST_POINTS = 3;

    private record Node(COSDictionary dictionary, @Nullable COSArray box) {}

    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ArrayDeque<Node> ahead = new ArrayDeque<>();
    private final Burden burden = new Burden();
    private int pages;

    int count(@Nullable COSDictionary root) throws Unsound {
        if (root == null) {
            throw new Unsound(PaperProblem.DAMAGED, "no page tree");
        }
        add(root, null);
        while (!ahead.isEmpty()) {
            visit(ahead.removeLast());
        }
        if (pages == 0) {
            throw new Unsound(PaperProblem.NO_PAGES, "no pages");
        }
        return pages;
    }

    private void visit(Node node) throws Unsound {
        if (node.dictionary().getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
            for (var i = 0; i < kids.size(); i++) {
                if (!(kids.getObject(i) instanceof COSDictionary kid)) {
                    throw new Unsound(PaperProblem.DAMAGED, "a page is missing");
                }
                add(kid, node.box());
            }
        } else {
            page(node.box());
            burden.refusePage(node.dictionary());
        }
    }

    private void add(COSDictionary node, @Nullable COSArray inherited) throws Unsound {
        if (!seen.add(node)) {
            throw new Unsound(PaperProblem.DAMAGED, "a page hangs twice on the tree");
        }
        ahead.addLast(
                new Node(node, node.getDictionaryObject(COSName.MEDIA_BOX) instanceof COSArray own ? own : inherited));
    }

    private void page(@Nullable COSArray box) throws Unsound {
        if (++pages > MOST_PAGES) {
            throw new Unsound(PaperProblem.TOO_MANY_PAGES, "more than " + MOST_PAGES + " pages");
        }
        if (box == null || box.size() != 4 || !sane(box, 0) || !sane(box, 1)) {
            throw new Unsound(PaperProblem.BAD_PAGE_SIZE, "page " + pages);
        }
    }

    private static boolean sane(COSArray box, int axis) {
        if (box.getObject(axis) instanceof COSNumber from && box.getObject(axis + 2) instanceof COSNumber to) {
            var points = Math.abs(to.floatValue() - from.floatValue());
            return points >= LEAST_POINTS && points <= MOST_POINTS;
        }
        return false;
    }
}
