package plenum.server.opinions;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An opinion as shown: schema Opinion. Times are UTC ms. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpinionView(
        String itemId,
        String opinionId,
        Stance stance,
        @Nullable String paperId,
        @Nullable String text,
        long writtenAt,
        long at,
        boolean late) {
    static OpinionView of(Opinion opinion) {
        return new OpinionView(
                opinion.itemId().value(),
                opinion.opinionId(),
                opinion.stance(),
                opinion.paperId() == null ? null : opinion.paperId().value(),
                opinion.text(),
                opinion.writtenAt().toEpochMilli(),
                opinion.at().toEpochMilli(),
                opinion.late());
    }
}
