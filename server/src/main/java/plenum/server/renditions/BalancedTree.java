package plenum.server.renditions;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A page tree in which no node has many kids, so that the way to any page is short (ISO 32000-2 7.7.3). */
final class BalancedTree {
    private static final int MOST_KIDS = 32;
    private static final List<COSName> INHERITED =
            List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

    private BalancedTree() {}

    /** Hangs all pages anew; each page then has all that it inherited. */
    static void hang(PDDocument document) {
        var root = document.getPages().getCOSObject();
        var level = new ArrayList<COSDictionary>();
        for (var page : document.getPages()) {
            level.add(page.getCOSObject());
        }
        level.forEach(BalancedTree::ownAll);
        var pages = level.size();
        List<COSDictionary> nodes = level;
        while (nodes.size() > MOST_KIDS) {
            nodes = grouped(nodes);
        }
        adopt(root, nodes);
        root.setInt(COSName.COUNT, pages);
        INHERITED.forEach(root::removeItem);
    }

    private static void ownAll(COSDictionary page) {
        for (var name : INHERITED) {
            for (var node = page.getCOSDictionary(COSName.PARENT);
                    node != null && !page.containsKey(name);
                    node = node.getCOSDictionary(COSName.PARENT)) {
                if (node.containsKey(name)) {
                    page.setItem(name, node.getItem(name));
                }
            }
        }
    }

    private static List<COSDictionary> grouped(List<COSDictionary> kids) {
        var parents = new ArrayList<COSDictionary>();
        for (var from = 0; from < kids.size(); from += MOST_KIDS) {
            var some = kids.subList(from, Math.min(kids.size(), from + MOST_KIDS));
            var parent = new COSDictionary();
            parent.setItem(COSName.TYPE, COSName.PAGES);
            parent.setInt(
                    COSName.COUNT, some.stream().mapToInt(BalancedTree::leaves).sum());
            adopt(parent, some);
            parents.add(parent);
        }
        return parents;
    }

    private static int leaves(COSDictionary node) {
        return COSName.PAGES.equals(node.getCOSName(COSName.TYPE)) ? node.getInt(COSName.COUNT) : 1;
    }

    private static void adopt(COSDictionary parent, List<COSDictionary> kids) {
        var array = new COSArray();
        for (var kid : kids) {
            kid.setItem(COSName.PARENT, parent);
            array.add(kid);
        }
        parent.setItem(COSName.KIDS, array);
    }
}
