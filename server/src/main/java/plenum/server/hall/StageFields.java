package plenum.server.hall;

import plenum.server.kernel.PersonId;
import plenum.server.stage.Layout;

/** Reads a layout of the stage from a command's data. */
final class StageFields {
    private StageFields() {}

    static Layout layout(Fields in) {
        return new Layout(
                in.word("kind", Layout.Kind.class),
                in.ids("persons", Layout.MOST, PersonId::new),
                in.numberOrNone("seconds", Layout.SHORTEST, Layout.LONGEST));
    }
}
