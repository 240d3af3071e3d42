package plenum.server.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/**
 * The first time at which a person had a version of a paper before the eyes.
 *
 * @param at when the server was told
 * @param openedAt by the tablet's clock, when the telling had waited for a network; null: it was told at once
 */
record Opening(
        SessionId sessionId,
        PaperId paperId,
        int version,
        PersonId person,
        Instant at,
        @Nullable Instant openedAt) {}
