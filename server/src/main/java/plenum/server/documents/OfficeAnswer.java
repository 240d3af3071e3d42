package plenum.server.documents;

import java.nio.file.Path;
import plenum.server.http.Reply;
import plenum.server.office.OfficeProblem;

/** Sends an office file byte for byte, to be saved and never to be opened by a browser. */
public final class OfficeAnswer {
    private OfficeAnswer() {}

    /** Refusal NO_ORIGINAL when the name is no office file's. */
    public static Reply of(Path file, long bytes, FileName name) {
        var kind = name.office().orElseThrow(() -> OfficeProblem.NO_ORIGINAL.refusal("no office file"));
        return Reply.file(200, file, 0, bytes)
                .with("Content-Type", kind.mediaType())
                .with("Content-Disposition", name.attachment())
                .with("Cache-Control", "private, no-store")
                .with("Content-Security-Policy", "sandbox; default-src 'none'");
    }
}
