package plenum.server.notes;

import plenum.server.kernel.Actor;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;

/** The desk of papers, as far as notes need it. */
@FunctionalInterface
public interface PaperReading {
    /** Refuses when the actor may not read the paper. */
    void permit(Actor actor, SessionId session, PaperId paper);
}
