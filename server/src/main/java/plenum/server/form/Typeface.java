package plenum.server.form;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The serif family in memory: measures words and puts itself into files. One thread at a time. */
final class Typeface {
    private static final char STAND_IN = '?';

    private final Map<Face, Cut> cuts = new EnumMap<>(Face.class);

    /** What is known of one cut; widths are in thousandths of the size, -1 where not yet asked. */
    private record Cut(TrueTypeFont font, CmapLookup glyphs, short[] widths) {}

    PDType0Font embedInto(PDDocument file, Face face) throws IOException {
        return PDType0Font.load(file, cut(face).font(), true);
    }

    float width(String words, Face face, float size) {
        Cut cut = cut(face);
        int thousandths = 0;
        for (int at = 0; at < words.length(); at++) thousandths += width(cut, words.charAt(at));
        return thousandths * size / 1000;
    }

    /** The words in NFC, one space for each control character, a question mark for what the family can't show. */
    String showable(String words, Face face) {
        Cut cut = cut(face);
        StringBuilder shown = new StringBuilder(words.length());
        Normalizer.normalize(words, Normalizer.Form.NFC).codePoints().forEach(point -> {
            if (point == '\n') shown.append('\n');
            else if (Character.isISOControl(point)) shown.append(' ');
            else shown.append(point > 0xFFFF || cut.glyphs().getGlyphId(point) == 0 ? STAND_IN : (char) point);
        });
        return shown.toString();
    }

    private static int width(Cut cut, char letter) {
        if (cut.widths()[letter] < 0) cut.widths()[letter] = measured(cut, letter);
        return cut.widths()[letter];
    }

    private static short measured(Cut cut, char letter) {
        try {
            int glyph = cut.glyphs().getGlyphId(letter);
            return (short) Math.round(
                    cut.font().getAdvanceWidth(glyph) * 1000f / cut.font().getUnitsPerEm());
        } catch (IOException broken) {
            throw new IllegalStateException("the bundled font cannot be read", broken);
        }
    }

    private Cut cut(Face face) {
        return cuts.computeIfAbsent(face, Typeface::load);
    }

    private static Cut load(Face face) {
        try (InputStream bytes = face.open()) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            font.setEnableGsub(false);
            short[] widths = new short[0x10000];
            Arrays.fill(widths, (short) -1);
            return new Cut(font, font.getUnicodeCmapLookup(), widths);
        } catch (IOException broken) {
            throw new IllegalStateException("the bundled font cannot be read", broken);
        }
    }
}
