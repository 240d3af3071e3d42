package plenum.server.sessions;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.SessionId;
import plenum.server.sitting.SessionKind;

/** A session to be prepared: schema NewSession. @param cloneFrom an earlier session whose agenda is copied */
public record NewSession(
        SessionId sessionId,
        BodyId bodyId,
        String title,
        int number,
        SessionKind kind,
        @Nullable SessionId cloneFrom) {}
