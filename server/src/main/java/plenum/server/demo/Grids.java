package plenum.server.demo;

import java.util.ArrayList;
import java.util.List;
import plenum.server.form.Align;
import plenum.server.form.Block;
import plenum.server.form.Paragraph;
import plenum.server.form.Table;
import plenum.server.form.Text;

/** Short words for tables. */
final class Grids {
    private Grids() {}

    /** A table from its heads; "Name*6" gives the column's share; "<" before a name aligns left, ">" right. */
    static Table table(List<Table.Row> rows, String... heads) {
        return Table.of(columns(heads), rows);
    }

    /** The same in small letters. */
    static Table small(List<Table.Row> rows, String... heads) {
        return Table.small(columns(heads), rows);
    }

    private static List<Table.Column> columns(String... heads) {
        List<Table.Column> columns = new ArrayList<>();
        for (String head : heads) {
            int star = head.lastIndexOf('*');
            float share = Float.parseFloat(head.substring(star + 1));
            String name = head.substring(0, star);
            Align align = switch (name.charAt(0)) {
                case '<' -> Align.LEFT;
                case '>' -> Align.RIGHT;
                default -> Align.CENTER;
            };
            columns.add(new Table.Column(name.replaceFirst("^[<>]", ""), share, align));
        }
        return columns;
    }

    static List<Block> millions(Table table) {
        return List.of(Paragraph.unit(Text.plain("Đơn vị tính: Triệu đồng")), table);
    }

    static List<Block> under(String unit, Table table) {
        return List.of(Paragraph.unit(Text.plain("Đơn vị tính: " + unit)), table);
    }
}
