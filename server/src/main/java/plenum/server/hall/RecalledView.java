package plenum.server.hall;

import plenum.server.agenda.RecalledPaper;

/** A paper that was taken back, for secretary and chair: schema RecalledPaper. */
public record RecalledView(String itemId, PaperView paper, String reason, long at) {
    static RecalledView of(RecalledPaper recalled) {
        return new RecalledView(
                recalled.itemId().value(),
                PaperView.of(recalled.paper()),
                recalled.reason(),
                recalled.at().toEpochMilli());
    }
}
