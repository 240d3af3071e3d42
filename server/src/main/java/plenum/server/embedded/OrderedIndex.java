package plenum.server.embedded;

import java.util.List;

/** An index that can be scanned in the order of its fields. */
sealed interface OrderedIndex permits UniqueIndex, SecondaryIndex {
    String getName();

    List<String> fields();

    boolean isUnique();

    /** Leaves out documents that have none of the fields. */
    boolean isSparse();

    KeyMap keyMap();
}
