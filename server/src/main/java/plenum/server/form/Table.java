package plenum.server.form;

import java.util.List;

/** A ruled table; its head is repeated on every page that it reaches. */
public record Table(List<Column> columns, List<Row> rows, float size) implements Block {
    /**
     * A column.
     *
     * @param share of the width, relative to the other columns
     */
    public record Column(String head, float share, Align align) {}

    /** A row: one cell for each column, or one cell over all of them. */
    public record Row(List<Text> cells, boolean keepsWithNext) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row of plain cells. */
        public static Row of(String... cells) {
            return new Row(List.of(cells).stream().map(Text::plain).toList(), false);
        }

        /** A row of bold cells: a sum, or a group that carries figures; it stays with the row below. */
        public static Row bold(String... cells) {
            return new Row(List.of(cells).stream().map(Text::bold).toList(), true);
        }

        /** The same row, not kept with the row below. */
        public Row standingAlone() {
            return new Row(cells, false);
        }

        /** One bold cell over all columns, kept with the row below. */
        public static Row group(String words) {
            return new Row(List.of(Text.bold(words)), true);
        }
    }

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows)
            if (row.cells().size() != columns.size() && row.cells().size() != 1)
                throw new IllegalArgumentException("a row of " + row.cells().size() + " cells in a table of "
                        + columns.size() + " columns: " + row);
    }

    /** A table in the usual size of letters. */
    public static Table of(List<Column> columns, List<Row> rows) {
        return new Table(columns, rows, Sheet.TABLE_SIZE);
    }

    /** A table in small letters, for many columns. */
    public static Table small(List<Column> columns, List<Row> rows) {
        return new Table(columns, rows, Sheet.SMALL_SIZE - 0.5f);
    }
}
