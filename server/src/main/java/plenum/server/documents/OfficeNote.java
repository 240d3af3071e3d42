package plenum.server.documents;

import plenum.server.office.OfficeProblem;
import plenum.server.platform.Blob;

/** Where an office file is noted, so that it is not lost when no PDF can be made of it. Calls block. */
public interface OfficeNote {
    /** The original is kept and no PDF is there yet; durable when it returns. */
    void begun(Blob original, FileName name);

    /** What keeps it from becoming a PDF. */
    void failed(OfficeProblem problem);

    /** What is done with it now. */
    void told(Stage stage);
}
