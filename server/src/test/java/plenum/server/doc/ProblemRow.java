package plenum.server.doc;

import java.util.List;
import plenum.server.kernel.Problem;

/** One problem as a table names it. */
record ProblemRow(String code, String status, String title) {

    static ProblemRow of(Problem.Code code) {
        return new ProblemRow(code.code(), Integer.toString(code.kind().status()), code.title());
    }

    /** All rows of the page's tables: code, status, title, when. */
    static List<ProblemRow> in(Page page) {
        return page.rows().stream().map(ProblemRow::read).toList();
    }

    private static ProblemRow read(List<String> cells) {
        if (cells.size() != 4 || cells.getLast().isBlank()) {
            throw new IllegalArgumentException("not code, status, title, when: " + cells);
        }
        return new ProblemRow(Page.quoted(cells.get(0)).getFirst(), cells.get(1), cells.get(2));
    }
}
