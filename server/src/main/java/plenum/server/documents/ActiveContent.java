package plenum.server.documents;

import java.util.ArrayDeque;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/**
 * The things in a PDF that act by themselves, carry other files or send data. A paper of a council is read, it does not
 * act. Links to the web and inside the file are fine, and so are signatures (ISO 32000-2 12.6.4, 7.11.4, 12.7.8).
 */
final class ActiveContent {
    private static final Set<COSName> ACTIONS = names(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "RichMediaExecute",
            "GoToE",
            "Rendition",
            "Movie",
            "GoTo3DView",
            "Sound");
    private static final Set<COSName> KEYS =
            names("JS", "JavaScript", "AA", "Launch", "EmbeddedFiles", "EF", "RichMedia", "RichMediaContent", "XFA");
    private static final Set<COSName> ANNOTATIONS =
            names("FileAttachment", "RichMedia", "Screen", "Movie", "3D", "Sound");

    /** What may happen when a file is opened: it shows a place in itself. */
    private static final Set<COSName> AT_OPENING = names("GoTo", "Named");

    private static final int MOST_ACTIONS = 100;

    private ActiveContent() {}

    /**
     * Refuses a dictionary that is active itself; what it points to is looked at in its turn.
     *
     * @param keysAreFree true for a dictionary whose keys are names chosen by the writer (fonts, images, glyphs)
     */
    static void refuse(COSDictionary dictionary, boolean keysAreFree) throws Unsound {
        refuse(ACTIONS, "action", dictionary.getItem(COSName.S) instanceof COSName name ? name : null);
        refuse(ANNOTATIONS, "annotation", dictionary.getItem(COSName.SUBTYPE) instanceof COSName name ? name : null);
        if (!keysAreFree) {
            for (var key : dictionary.keySet()) {
                refuse(KEYS, "key", key);
            }
            refuseAtOpening(dictionary.getDictionaryObject(COSName.OPEN_ACTION));
        }
    }

    /** A link that is clicked may lead to the web or to another file; nothing does so because a paper is opened. */
    private static void refuseAtOpening(@Nullable COSBase opening) throws Unsound {
        var ahead = new ArrayDeque<COSBase>();
        if (opening instanceof COSDictionary) {
            ahead.add(opening);
        }
        for (var count = 0; !ahead.isEmpty(); count++) {
            if (count > MOST_ACTIONS) {
                throw new Unsound(PaperProblem.ACTIVE_CONTENT, "more than " + MOST_ACTIONS + " actions at opening");
            }
            if (ahead.remove() instanceof COSDictionary action) {
                if (!(action.getDictionaryObject(COSName.S) instanceof COSName kind) || !AT_OPENING.contains(kind)) {
                    throw new Unsound(PaperProblem.ACTIVE_CONTENT, "an action at opening that leaves the file");
                }
                var next = action.getDictionaryObject(COSName.NEXT);
                if (next instanceof COSArray several) {
                    several.toList().stream().map(ActiveContent::direct).forEach(ahead::add);
                } else if (next instanceof COSDictionary) {
                    ahead.add(next);
                }
            }
        }
    }

    private static COSBase direct(COSBase item) {
        var thing = item instanceof COSObject reference ? reference.getObject() : item;
        return thing == null ? COSNull.NULL : thing;
    }

    private static void refuse(Set<COSName> bad, String what, @Nullable COSName found) throws Unsound {
        if (found != null && bad.contains(found)) {
            throw new Unsound(PaperProblem.ACTIVE_CONTENT, what + " /" + found.getName());
        }
    }

    private static Set<COSName> names(String... names) {
        return Stream.of(names).map(COSName::getPDFName).collect(Collectors.toUnmodifiableSet());
    }
}
