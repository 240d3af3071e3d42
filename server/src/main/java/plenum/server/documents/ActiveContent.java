package plenum.server.documents;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
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
            "GoTo3DView");
    private static final Set<COSName> KEYS =
            names("JS", "JavaScript", "AA", "Launch", "EmbeddedFiles", "EF", "RichMedia", "RichMediaContent", "XFA");
    private static final Set<COSName> ANNOTATIONS = names("FileAttachment", "RichMedia", "Screen", "Movie", "3D");

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
        }
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
