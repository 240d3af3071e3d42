package plenum.server.documents;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import plenum.server.platform.ChildPool;
import plenum.server.platform.LineChild;

/**
 * Checks PDFs in child processes, so that a file made to eat memory or time kills a child and nothing else.
 * Thread-safe; calls block.
 */
public final class PdfCheck implements Closeable {
    private final ChildPool children;
    private final Duration limit;

    /** At most two files at once, 20 s for each. */
    public PdfCheck() {
        this(LineChild.java(PdfCheckMain.class, 256), 2, Duration.ofSeconds(20));
    }

    PdfCheck(List<String> command, int children, Duration limit) {
        this.children = new ChildPool("pdf-check", command, children);
        this.limit = limit;
    }

    /** Starts the first child, so that the first upload finds it warm. */
    public void warm() throws IOException {
        children.warm();
    }

    /**
     * A child that dies, hangs or babbles makes the file TOO_COMPLEX. IOException: no child could be started; the file
     * may be good.
     */
    PdfVerdict check(Path file) throws IOException {
        return children.ask(file.toAbsolutePath().toString(), limit, PdfVerdict::read)
                .orElseGet(() -> new PdfVerdict.Unsound(PaperProblem.TOO_COMPLEX, "the check gave no answer"));
    }

    List<ProcessHandle> idleChildren() {
        return children.idleChildren();
    }

    @Override
    public void close() {
        children.close();
    }
}
