package plenum.server.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A marked ballot, as it will be published.
 *
 * @param definition hash of the poll's definition
 * @param code four digits that the delegate chose, to find the own ballot among the published ones
 * @param marks in any number: what a sheet of paper could carry, right or wrong
 */
public record Ballot(String definition, String code, List<Mark> marks) {
    /** Of the bytes; what an envelope has room for. */
    public static final int LONGEST = 1400;

    private static final Pattern MARK = Pattern.compile("mark ([a-z0-9]{1,8}) ([A-Z_]{1,16})\n");
    private static final Pattern FORM = Pattern.compile(
            "plenum-ballot 1\ndefinition ([0-9a-f]{64})\ncode ([0-9]{4})\n((?:mark [a-z0-9]{1,8} [A-Z_]{1,16}\n)*)");

    /** A tick: this option on this line. */
    public record Mark(String line, String option) {}

    public Ballot {
        marks = List.copyOf(marks);
    }

    /** @throws IllegalArgumentException when the bytes are no ballot */
    public static Ballot read(byte[] bytes) {
        if (bytes.length > LONGEST) throw new IllegalArgumentException("a ballot that long");
        var ballot = FORM.matcher(Texts.text(bytes));
        if (!ballot.matches()) throw new IllegalArgumentException("not a ballot");
        var marks = new ArrayList<Mark>();
        for (var mark = MARK.matcher(ballot.group(3)); mark.find(); ) {
            marks.add(new Mark(mark.group(1), mark.group(2)));
        }
        return new Ballot(ballot.group(1), ballot.group(2), marks);
    }

    public byte[] bytes() {
        var text = new StringBuilder("plenum-ballot 1\ndefinition " + definition + "\ncode " + code + "\n");
        for (var mark : marks) {
            text.append("mark ")
                    .append(mark.line())
                    .append(' ')
                    .append(mark.option())
                    .append('\n');
        }
        return Texts.bytes(text.toString());
    }
}
