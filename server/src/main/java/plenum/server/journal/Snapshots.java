package plenum.server.journal;

import java.util.Optional;
import plenum.server.kernel.SessionId;

/** The newest snapshot of each session. Thread-safe; calls block: virtual threads only. */
public interface Snapshots {
    void write(Snapshot snapshot);

    /** Empty also when the stored one is damaged. */
    Optional<Snapshot> newest(SessionId session);
}
