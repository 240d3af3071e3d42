package plenum.server.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** What draws on the current page of a file. */
final class Ink implements AutoCloseable {
    private static final float HAIRLINE = 0.5f;

    private final PDDocument file;
    private final Typeface typeface;
    private final Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);
    private PDPageContentStream content;

    Ink(PDDocument file, Typeface typeface, PDPage first) throws IOException {
        this.file = file;
        this.typeface = typeface;
        this.content = new PDPageContentStream(file, first);
    }

    void turnTo(PDPage page) throws IOException {
        content.close();
        content = new PDPageContentStream(file, page);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** A line whose first letter stands at x; each space is widened by the stretch. */
    void line(Line line, float x, float baseline, float stretch) throws IOException {
        if (line.words().isEmpty()) return;
        content.beginText();
        content.newLineAtOffset(x, baseline);
        List<Object> strip = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        Face face = line.words().getFirst().pieces().getFirst().face();
        for (int at = 0; at < line.words().size(); at++) {
            if (at > 0) space(strip, letters, stretch, line.size());
            for (Line.Piece piece : line.words().get(at).pieces()) {
                if (piece.face() != face) {
                    show(strip, letters, face, line.size());
                    face = piece.face();
                }
                letters.append(piece.letters());
            }
        }
        show(strip, letters, face, line.size());
        content.endText();
    }

    private static void space(List<Object> strip, StringBuilder letters, float stretch, float size) {
        letters.append(' ');
        if (stretch == 0) return;
        strip.add(letters.toString());
        strip.add(-stretch * 1000 / size);
        letters.setLength(0);
    }

    private void show(List<Object> strip, StringBuilder letters, Face face, float size) throws IOException {
        if (!letters.isEmpty()) strip.add(letters.toString());
        letters.setLength(0);
        if (strip.isEmpty()) return;
        content.setFont(font(face), size);
        content.showTextWithPositioning(strip.toArray());
        strip.clear();
    }

    private PDType0Font font(Face face) throws IOException {
        PDType0Font known = fonts.get(face);
        if (known != null) return known;
        PDType0Font embedded = typeface.embedInto(file, face);
        fonts.put(face, embedded);
        return embedded;
    }

    void rule(float fromX, float fromY, float toX, float toY) throws IOException {
        content.setLineWidth(HAIRLINE);
        content.moveTo(fromX, fromY);
        content.lineTo(toX, toY);
        content.stroke();
    }

    void frame(float left, float bottom, float width, float height) throws IOException {
        content.setLineWidth(HAIRLINE);
        content.addRect(left, bottom, width, height);
        content.stroke();
    }
}
