package plenum.server.conference;

import java.io.IOException;
import plenum.media.record.Take;
import plenum.media.record.Tape;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SessionId;

/** Where recordings of rooms are written. Thread-safe; blocking. */
public interface Tapes {
    /** A new tape, or the one that an interrupted recording has left. */
    Tape open(SessionId session, RecordingId recording) throws IOException;

    /** Answers a bridge's offer, to be written on the tape. */
    Take take(Tape tape, String offer);

    /** Nothing more is written on the tape, which is closed. */
    void ended(SessionId session, RecordingId recording);
}
