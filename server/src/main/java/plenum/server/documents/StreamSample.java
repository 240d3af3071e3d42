package plenum.server.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * Inflates a bounded part of each compressed stream, to find files whose middle was damaged on the way. The bounds make
 * a bomb harmless: what is inflated is thrown away piece by piece, and the rest is not looked at.
 */
final class StreamSample {
    private static final long MOST_BYTES_OF_A_STREAM = 4L << 20;
    private static final long MOST_BYTES_OF_A_FILE = 256L << 20;
    private final byte[] in = new byte[16 * 1024];
    private final byte[] out = new byte[64 * 1024];
    private long inflated;

    void check(COSStream stream) throws Unsound {
        if (!COSName.FLATE_DECODE.equals(stream.getFilters()) || inflated >= MOST_BYTES_OF_A_FILE) {
            return;
        }
        try (var raw = stream.createRawInputStream();
                var inflater = new Inflater()) {
            inflated += inflate(raw, inflater);
        } catch (DataFormatException damaged) {
            throw new Unsound(PaperProblem.DAMAGED, "a compressed stream is damaged");
        } catch (IOException unreadable) {
            throw new Unsound(PaperProblem.DAMAGED, "a stream is unreadable");
        }
    }

    /** A stream that ends too early passes: readers show such pages, and writers of old scanners make them. */
    private long inflate(InputStream raw, Inflater inflater) throws IOException, DataFormatException {
        while (!inflater.finished() && inflater.getBytesWritten() < MOST_BYTES_OF_A_STREAM) {
            if (inflater.needsInput()) {
                var length = raw.read(in);
                if (length <= 0) {
                    break;
                }
                inflater.setInput(in, 0, length);
            }
            if (inflater.inflate(out) == 0 && inflater.needsDictionary()) {
                throw new DataFormatException("preset dictionary");
            }
        }
        return inflater.getBytesWritten();
    }
}
