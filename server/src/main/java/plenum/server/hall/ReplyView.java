package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import plenum.server.attendance.Intent;
import plenum.server.attendance.Reply;

/** A delegate's answer to the invitation: schema Answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplyView(
        Intent answer,
        @Nullable String reason,
        long at,
        @Nullable Long writtenAt) {

    static @Nullable ReplyView of(@Nullable Reply reply) {
        return reply == null
                ? null
                : new ReplyView(
                        reply.answer(), reply.reason(), reply.at().toEpochMilli(), Stamps.of(reply.writtenAt()));
    }
}
