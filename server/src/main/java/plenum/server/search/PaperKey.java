package plenum.server.search;

import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;

/** A paper of a session, as the index names it: ids have no slash. */
record PaperKey(SessionId session, PaperId paper) {
    static PaperKey read(String text) {
        var slash = text.indexOf('/');
        return new PaperKey(new SessionId(text.substring(0, slash)), new PaperId(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return session + "/" + paper;
    }
}
