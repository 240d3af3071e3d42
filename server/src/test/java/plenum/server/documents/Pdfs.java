package plenum.server.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Files that people, scanners and attackers upload. */
final class Pdfs {
    private Pdfs() {}

    static byte[] plain(int pages) {
        return made(pages, document -> {});
    }

    /** A good file that the caller has spoilt. */
    static byte[] made(int pages, Consumer<PDDocument> change) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (var i = 1; i <= pages; i++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                write(document, page, "Trang " + i);
            }
            change.accept(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void write(PDDocument document, PDPage page, String words) throws IOException {
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 12);
            content.newLineAtOffset(72, 720);
            for (var line = 0; line < 30; line++) {
                content.showText(words + ", dong " + line * 7919 % 1000);
                content.newLineAtOffset(0, -14);
            }
            content.endText();
        }
    }

    static byte[] withCatalogue(Consumer<COSDictionary> change) {
        return made(1, document -> change.accept(document.getDocumentCatalog().getCOSObject()));
    }

    static byte[] withPage(Consumer<COSDictionary> change) {
        return made(1, document -> change.accept(document.getPage(0).getCOSObject()));
    }

    static COSDictionary action(String type) {
        var action = new COSDictionary();
        action.setName(COSName.S, type);
        action.setString(COSName.JS, "app.alert(1)");
        if (!type.equals("JavaScript")) {
            action.removeItem(COSName.JS);
        }
        return action;
    }

    static COSDictionary dictionary(String key, COSBase value) {
        var dictionary = new COSDictionary();
        dictionary.setItem(COSName.getPDFName(key), value);
        return dictionary;
    }

    /** A page with one annotation. */
    static byte[] withAnnotation(String subtype, COSDictionary action) {
        return withPage(page -> {
            var annotation = new COSDictionary();
            annotation.setName(COSName.SUBTYPE, subtype);
            annotation.setItem(COSName.A, action);
            page.setItem(COSName.ANNOTS, new COSArray(List.of(annotation)));
        });
    }

    static byte[] encrypted(String userPassword) {
        return made(1, document -> {
            try {
                document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        });
    }

    /** One page whose content is {@code bytes} zeros, deflated to about a thousandth. */
    static byte[] bomb(long bytes) {
        return raw("<< /Filter /FlateDecode /Length %d >>", deflatedZeros(bytes));
    }

    /**
     * Object 4 is a compressed object stream of {@code bytes} zeros and is asked for as a font: the parser itself must
     * inflate it.
     */
    static byte[] objectStreamBomb(long bytes) {
        return raw("<< /Type /ObjStm /N 1 /First 10 /Filter /FlateDecode /Length %d >>", deflatedZeros(bytes));
    }

    private static byte[] raw(String streamHead, byte[] stream) {
        var file = new ByteArrayOutputStream();
        var offsets = new int[5];
        var objects = new String[] {
            "",
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            streamHead.formatted(stream.length)
        };
        file.writeBytes("%PDF-1.7\n".getBytes(ISO_8859_1));
        for (var i = 1; i < objects.length; i++) {
            offsets[i] = file.size();
            file.writeBytes((i + " 0 obj\n" + objects[i] + "\n").getBytes(ISO_8859_1));
            if (i == 4) {
                file.writeBytes("stream\n".getBytes(ISO_8859_1));
                file.writeBytes(stream);
                file.writeBytes("\nendstream\n".getBytes(ISO_8859_1));
            }
            file.writeBytes("endobj\n".getBytes(ISO_8859_1));
        }
        var start = file.size();
        var table = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        Arrays.stream(offsets).skip(1).forEach(offset -> table.append("%010d 00000 n \n".formatted(offset)));
        table.append("trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        file.writeBytes(table.toString().getBytes(ISO_8859_1));
        return file.toByteArray();
    }

    /** A file whose cross-reference stream inflates to {@code bytes} zeros: no reader can avoid to inflate it. */
    static byte[] crossReferenceBomb(long bytes) {
        var stream = deflatedZeros(bytes);
        var file = new ByteArrayOutputStream();
        file.writeBytes("%PDF-1.7\n".getBytes(ISO_8859_1));
        var start = file.size();
        file.writeBytes(
                ("1 0 obj\n<< /Type /XRef /W [1 2 1] /Size %d /Root 2 0 R /Filter /FlateDecode /Length %d >>\nstream\n"
                                .formatted(bytes / 4, stream.length))
                        .getBytes(ISO_8859_1));
        file.writeBytes(stream);
        file.writeBytes(("\nendstream\nendobj\nstartxref\n" + start + "\n%%EOF\n").getBytes(ISO_8859_1));
        return file.toByteArray();
    }

    private static byte[] deflatedZeros(long bytes) {
        var zeros = new byte[1 << 20];
        var piece = new byte[1 << 16];
        var out = new ByteArrayOutputStream();
        try (var deflater = new Deflater(9)) {
            for (var left = bytes; left > 0; left -= zeros.length) {
                deflater.setInput(zeros, 0, (int) Math.min(zeros.length, left));
                while (!deflater.needsInput()) {
                    out.write(piece, 0, deflater.deflate(piece));
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
        }
        return out.toByteArray();
    }
}
