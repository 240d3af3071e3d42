package plenum.server.renditions;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A PDF written anew so that a tablet fetches few pieces of it. What is signed is never written anew. */
final class ReadingCopy {
    private static final long MORE_BYTES = 1L << 20;

    private ReadingCopy() {}

    /** True when a copy was written that is worth reading instead of the original. */
    static boolean write(Path original, Path target) throws IOException {
        var bytes = Files.size(original);
        int pages;
        int before;
        try (var document = Pdf.open(original)) {
            if (signed(document)) {
                return false;
            }
            pages = document.getNumberOfPages();
            before = ChunkReach.of(document, bytes);
            BalancedTree.hang(document);
            document.setDocumentId(0L); // the same bytes give the same copy
            try (var out = new Bounded(Files.newOutputStream(target), bytes + MORE_BYTES)) {
                document.save(out, CompressParameters.DEFAULT_COMPRESSION);
            }
        }
        var copied = Files.size(target);
        try (var copy = Pdf.open(target)) {
            return copy.getNumberOfPages() == pages && (ChunkReach.of(copy, copied) < before || copied < bytes * 0.9);
        }
    }

    private static boolean signed(PDDocument document) {
        var catalogue = document.getDocumentCatalog();
        var form = catalogue.getCOSObject().getCOSDictionary(COSName.ACRO_FORM);
        return catalogue.getCOSObject().containsKey(COSName.PERMS)
                || (form != null && form.getInt(COSName.SIG_FLAGS, 0) != 0)
                || !document.getSignatureDictionaries().isEmpty();
    }

    /** Ends a copy that grows beyond what it may. */
    private static final class Bounded extends FilterOutputStream {
        private long left;

        Bounded(OutputStream out, long most) {
            super(out);
            left = most;
        }

        @Override
        public void write(int octet) throws IOException {
            take(1);
            out.write(octet);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            take(length);
            out.write(source, offset, length);
        }

        private void take(int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new IOException("the copy is much larger than the original");
            }
        }
    }
}
