package plenum.server.documents;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One running child that checks files one after another. When it has not answered in time it is killed. One thread at a
 * time.
 */
final class PdfCheckProcess implements Closeable {
    private static final int LONGEST_ANSWER = 300;
    private final Process process;
    private final Writer questions;
    private final ScheduledExecutorService alarm;
    private final Duration limit;
    private int answered;
    private boolean over;

    PdfCheckProcess(List<String> command, ScheduledExecutorService alarm, Duration limit) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        this.process = builder.start();
        this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.alarm = alarm;
        this.limit = limit;
    }

    /** The Java that runs us, with our class path, little memory and no display. */
    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-cp",
                System.getProperty("java.class.path", "." + File.pathSeparator),
                PdfCheckMain.class.getName());
    }

    /** A child that dies, hangs or babbles makes the file TOO_COMPLEX; this process is over then. */
    PdfVerdict check(Path file) throws IOException {
        var kill = alarm.schedule(process::destroyForcibly, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            questions.write(file.toAbsolutePath() + "\n");
            questions.flush();
            var verdict = PdfVerdict.read(answer());
            answered++;
            return verdict;
        } catch (IOException | IllegalArgumentException died) {
            close();
            return new PdfVerdict.Unsound(PaperProblem.TOO_COMPLEX, "the check gave no answer");
        } finally {
            kill.cancel(false);
        }
    }

    boolean usable(int mostFiles) {
        return !over && process.isAlive() && answered < mostFiles;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        over = true;
        process.destroyForcibly();
    }

    private String answer() throws IOException {
        var line = new StringBuilder();
        var in = process.getInputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() == LONGEST_ANSWER) {
                throw new IOException("no whole line");
            }
            line.append((char) next);
        }
        return line.toString();
    }
}
