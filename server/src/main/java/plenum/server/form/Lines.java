package plenum.server.form;

import java.util.ArrayList;
import java.util.List;
import plenum.server.form.Line.Piece;
import plenum.server.form.Line.Word;

/** Breaks text into lines, greedily: Vietnamese syllables are short, so no hyphens are needed. */
final class Lines {
    private static final char NO_BREAK_SPACE = '\u00A0';

    private final Typeface typeface;

    Lines(Typeface typeface) {
        this.typeface = typeface;
    }

    /**
     * Lines no wider than the room.
     *
     * @param indent taken off the room of the first line
     */
    List<Line> of(Text text, float size, float room, float indent) {
        List<Line> lines = new ArrayList<>();
        for (List<Word> stretch : hardLines(text, size)) fill(lines, stretch, size, room, lines.isEmpty() ? indent : 0);
        return lines;
    }

    /** Centred lines of about the same length: the narrowest room that needs no more lines and cuts no word. */
    List<Line> balanced(Text text, float size, float room) {
        List<Line> best = of(text, size, room, 0);
        int count = best.size();
        float least = Math.max(room * 0.4f, widestWord(best));
        for (float narrower = room * 0.97f; narrower > least; narrower -= room * 0.03f) {
            List<Line> next = of(text, size, narrower, 0);
            if (next.size() > count) break;
            best = next;
        }
        return best;
    }

    private static float widestWord(List<Line> lines) {
        float widest = 0;
        for (Line line : lines) for (Word word : line.words()) widest = Math.max(widest, word.width());
        return widest;
    }

    float width(String words, Face face, float size) {
        return typeface.width(words, face, size);
    }

    private void fill(List<Line> lines, List<Word> given, float size, float room, float indent) {
        float space = typeface.width(" ", Face.REGULAR, size);
        List<Word> row = new ArrayList<>();
        float width = 0;
        float limit = room - indent;
        List<Word> words = given.stream()
                .flatMap(word -> fitting(word, size, room - indent).stream())
                .toList();
        for (Word word : words) {
            float wider = row.isEmpty() ? word.width() : width + space + word.width();
            if (!row.isEmpty() && wider > limit) {
                lines.add(new Line(List.copyOf(row), size, width, false));
                row.clear();
                wider = word.width();
                limit = room;
            }
            row.add(word);
            width = wider;
        }
        lines.add(new Line(List.copyOf(row), size, width, true));
    }

    /** The words of the text, split where a line feed forces a new line. */
    private List<List<Word>> hardLines(Text text, float size) {
        List<List<Word>> all = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        for (Text.Run run : text.runs()) {
            String shown = typeface.showable(run.words(), run.face());
            int start = 0;
            for (int at = 0; at <= shown.length(); at++) {
                char letter = at < shown.length() ? shown.charAt(at) : 0;
                if (at < shown.length() && letter != ' ' && letter != '\n') continue;
                if (at > start) pieces.add(new Piece(shown.substring(start, at), run.face()));
                start = at + 1;
                if (letter != 0) close(words, pieces, size);
                if (letter != '\n') continue;
                all.add(words);
                words = new ArrayList<>();
            }
        }
        close(words, pieces, size);
        all.add(words);
        return all;
    }

    private void close(List<Word> words, List<Piece> pieces, float size) {
        if (pieces.isEmpty()) return;
        words.add(word(spaced(pieces), size));
        pieces.clear();
    }

    private Word word(List<Piece> pieces, float size) {
        float width = 0;
        for (Piece piece : pieces) width += typeface.width(piece.letters(), piece.face(), size);
        return new Word(List.copyOf(pieces), width);
    }

    /** The word itself, or, where it is wider than a whole line (a fingerprint, an address), parts that fit. */
    private List<Word> fitting(Word word, float size, float room) {
        if (word.width() <= room) return List.of(word);
        List<Word> parts = new ArrayList<>();
        for (Piece piece : word.pieces()) {
            int start = 0;
            for (int end = 1; end <= piece.letters().length(); end++) {
                boolean last = end == piece.letters().length();
                if (!last && typeface.width(piece.letters().substring(start, end + 1), piece.face(), size) <= room)
                    continue;
                parts.add(word(List.of(new Piece(piece.letters().substring(start, end), piece.face())), size));
                start = end;
            }
        }
        return parts;
    }

    private static List<Piece> spaced(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> new Piece(piece.letters().replace(NO_BREAK_SPACE, ' '), piece.face()))
                .toList();
    }
}
