package plenum.server.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** What a tablet must carry to show a page. What none of them can is refused here rather than handed out. */
final class Burden {
    /** An A0 sheet at 300 dots per inch has 139 million; a tablet needs four bytes for each. */
    private static final long MOST_PIXELS = 150_000_000;

    private static final long MOST_BYTES_OF_A_PAGE = 48L << 20;

    private final byte[] piece = new byte[64 * 1024];

    /** A picture, or a form that pages draw. */
    void refuse(COSStream stream) throws Unsound {
        var subtype = stream.getDictionaryObject(COSName.SUBTYPE);
        if (COSName.IMAGE.equals(subtype)) {
            var pixels = Math.max(0L, stream.getLong(COSName.WIDTH)) * Math.max(0L, stream.getLong(COSName.HEIGHT));
            if (pixels > MOST_PIXELS || pixels < 0) {
                throw new Unsound(PaperProblem.TOO_HEAVY, "a picture of " + pixels + " pixels");
            }
        } else if (COSName.FORM.equals(subtype)) {
            refuse(unpacked(stream, 0));
        }
    }

    /** All contents of a page together. */
    void refusePage(COSDictionary page) throws Unsound {
        var contents = page.getDictionaryObject(COSName.CONTENTS);
        var bytes = 0L;
        if (contents instanceof COSStream stream) {
            bytes = unpacked(stream, 0);
        } else if (contents instanceof COSArray parts) {
            for (var at = 0; at < parts.size() && bytes <= MOST_BYTES_OF_A_PAGE; at++) {
                bytes = parts.getObject(at) instanceof COSStream part ? unpacked(part, bytes) : bytes;
            }
        }
        refuse(bytes);
    }

    private static void refuse(long bytes) throws Unsound {
        if (bytes > MOST_BYTES_OF_A_PAGE) {
            throw new Unsound(PaperProblem.TOO_HEAVY, "a page that unpacks to more than " + MOST_BYTES_OF_A_PAGE);
        }
    }

    /** @return {@code before} and what comes out, not much more than the most */
    private long unpacked(COSStream stream, long before) throws Unsound {
        var bytes = before;
        try (var in = unpacking(stream)) {
            for (var read = in.read(piece); read >= 0 && bytes <= MOST_BYTES_OF_A_PAGE; read = in.read(piece)) {
                bytes += read;
            }
        } catch (ZipException | java.io.EOFException damaged) {
            return bytes; // whether it is too damaged is judged elsewhere
        } catch (IOException unreadable) {
            throw new Unsound(PaperProblem.DAMAGED, "a stream is unreadable");
        }
        return bytes;
    }

    /** Piece by piece where it was deflated, however often; else as a whole, which a bomb does not survive. */
    private static InputStream unpacking(COSStream stream) throws IOException {
        var filters = stream.getFilters();
        if (!onlyDeflated(filters)) {
            return stream.createInputStream();
        }
        InputStream in = stream.createRawInputStream();
        var times = filters instanceof COSArray several ? several.size() : filters == null ? 0 : 1;
        for (var time = 0; time < times; time++) {
            in = new InflaterInputStream(in);
        }
        return in;
    }

    private static boolean onlyDeflated(@Nullable COSBase filters) {
        if (filters instanceof COSArray several) {
            for (var at = 0; at < several.size(); at++) {
                if (!COSName.FLATE_DECODE.equals(several.getObject(at))) {
                    return false;
                }
            }
            return true;
        }
        return filters == null || COSName.FLATE_DECODE.equals(filters);
    }
}
