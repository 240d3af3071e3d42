package plenum.server.ballots;

import java.util.stream.Stream;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.Matter;
import plenum.server.kernel.SheetKind;

/** What a poll's definition has room for: the limits of its form, in which every word is signed and shown. */
final class OnTablets {
    private static final int LINES = 40;
    private static final int WORDS = 200;
    private static final int OPTIONS = 8;
    private static final int LEAST_TELLERS = 3;
    private static final int MOST_TELLERS = 9;

    private OnTablets() {}

    static boolean fits(BallotSheet sheet, Matter matter) {
        var words = Stream.concat(
                Stream.concat(Stream.of(sheet.title()), sheet.lines().stream().map(SheetLine::words)),
                matter.options().stream().map(BallotOption::label));
        var options = matter.options().size();
        return sheet.lines().size() <= LINES
                && options <= (matter.sheet() == SheetKind.ELECTION ? 1 : OPTIONS)
                && words.allMatch(OnTablets::isOneLine);
    }

    static boolean fits(int tellers) {
        return tellers >= LEAST_TELLERS && tellers <= MOST_TELLERS;
    }

    /** Nothing that moves or hides other words. */
    private static boolean isOneLine(String words) {
        var odd = words.codePoints().anyMatch(one -> switch (Character.getType(one)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        });
        return !odd && !words.isBlank() && words.length() <= WORDS;
    }
}
