package plenum.server.joined;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import plenum.server.hall.Lanes;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;
import plenum.server.platform.BlobStore;
import plenum.server.platform.Sha256;
import plenum.server.sessions.SessionIndex;

/** What the province gives to joined servers. Blocking. */
public final class Sharing {
    /** Newest sessions that a server hears of. */
    private static final int SESSIONS = 100;
    /** Of a paper at once; as text a third more. */
    private static final int PART_BYTES = 192 * 1024;

    private final Lanes lanes;
    private final SessionIndex index;
    private final BlobStore blobs;
    private final InstantSource clock;

    public Sharing(Lanes lanes, SessionIndex index, BlobStore blobs, InstantSource clock) {
        this.lanes = lanes;
        this.index = index;
        this.blobs = blobs;
        this.clock = clock;
    }

    PointOrders orders() {
        return new PointOrders(lanes);
    }

    List<SessionId> sessions(UnitId unit) {
        return index.withPoints(List.of(unit), SESSIONS);
    }

    Optional<SharedSession> session(UnitId unit, SessionId session) {
        return SharedSession.of(lanes.lane(session).hall(), unit);
    }

    /** @param paper that the server was told of */
    Says.Down part(SharedSession.Paper paper, long from) throws IOException {
        var kept = blobs.find(new Sha256(paper.sha256())).filter(file -> paper.openAt(clock.millis()));
        if (kept.isEmpty() || from < 0 || from >= paper.bytes()) return new Says.NoPart(paper.sha256());
        var piece = new byte[(int) Math.min(PART_BYTES, paper.bytes() - from)];
        try (var file = new RandomAccessFile(kept.get().toFile(), "r")) {
            file.seek(from);
            file.readFully(piece);
        }
        return new Says.Part(paper.sha256(), from, Base64.getEncoder().encodeToString(piece));
    }
}
