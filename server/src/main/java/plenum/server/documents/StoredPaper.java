package plenum.server.documents;

import java.nio.file.Path;
import plenum.server.platform.Sha256;

/**
 * A paper that may be given out: where its bytes lie and how it is called.
 *
 * @param watermarked whoever asked gets it with the own name on every page only
 */
public record StoredPaper(Path file, long bytes, Sha256 sha256, FileName fileName, boolean watermarked) {}
