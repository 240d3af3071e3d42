package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Paper;
import plenum.server.agenda.PaperKind;

/** A paper as shown: schema PaperView. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaperView(
        String paperId,
        String title,
        PaperKind kind,
        @Nullable String number,
        int pages,
        long bytes,
        String sha256,
        String fileName,
        long attachedAt) {

    public static PaperView of(Paper paper) {
        return new PaperView(
                paper.paperId().value(),
                paper.title(),
                paper.kind(),
                paper.number(),
                paper.pages(),
                paper.bytes(),
                paper.sha256(),
                paper.fileName(),
                paper.attachedAt().toEpochMilli());
    }
}
