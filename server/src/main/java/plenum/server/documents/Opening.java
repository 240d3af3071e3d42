package plenum.server.documents;

import java.time.Instant;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/** The first time at which a person had a version of a paper before the eyes. */
record Opening(SessionId sessionId, PaperId paperId, int version, PersonId person, Instant at) {}
