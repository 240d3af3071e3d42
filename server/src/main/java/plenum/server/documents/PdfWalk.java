package plenum.server.documents;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** A walk over all that can be reached from a PDF's trailer, each thing once, without recursion and with an end. */
final class PdfWalk {
    private static final int MOST_OBJECTS = 3_000_000;
    /** Entries whose value is a dictionary with keys of the writer's choice. */
    private static final Set<COSName> FREE_KEYS = Stream.of(
                    "Font",
                    "XObject",
                    "ColorSpace",
                    "ExtGState",
                    "Pattern",
                    "Shading",
                    "Properties",
                    "CharProcs",
                    "RoleMap",
                    "ClassMap",
                    "Dests",
                    "PieceInfo",
                    "Colorants")
            .map(COSName::getPDFName)
            .collect(Collectors.toUnmodifiableSet());

    private record Step(COSBase thing, boolean keysAreFree) {}

    private final ArrayDeque<Step> ahead = new ArrayDeque<>();
    private final Set<Step> seen = new HashSet<>();
    private final StreamSample sample = new StreamSample();
    private final Burden burden = new Burden();
    private int objects;

    void from(COSDictionary trailer) throws Unsound {
        add(trailer, false);
        while (!ahead.isEmpty()) {
            var step = ahead.removeLast();
            switch (step.thing()) {
                case COSDictionary dictionary -> enter(dictionary, step.keysAreFree());
                case COSArray array -> array.forEach(each -> add(each, false));
                default -> {}
            }
        }
    }

    private void enter(COSDictionary dictionary, boolean keysAreFree) throws Unsound {
        if (++objects > MOST_OBJECTS) {
            throw new Unsound(PaperProblem.TOO_COMPLEX, "more than " + MOST_OBJECTS + " dictionaries");
        }
        ActiveContent.refuse(dictionary, keysAreFree);
        if (dictionary instanceof COSStream stream) {
            sample.check(stream);
            burden.refuse(stream);
        }
        dictionary
                .entrySet()
                .forEach(entry -> add(entry.getValue(), !keysAreFree && FREE_KEYS.contains(entry.getKey())));
    }

    private void add(@Nullable COSBase item, boolean keysAreFree) {
        var thing = item instanceof COSObject reference ? reference.getObject() : item;
        if (thing instanceof COSDictionary || thing instanceof COSArray) {
            var step = new Step(thing, keysAreFree);
            if (seen.add(step)) {
                ahead.addLast(step);
            }
        }
    }
}
