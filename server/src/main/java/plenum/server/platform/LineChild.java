package plenum.server.platform;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One running child process that answers each line of its input with one line of ASCII. When it has not answered in
 * time it is killed. One thread at a time, which may be virtual: a pipe is read on a thread of the machine, because a
 * virtual one would keep its carrier, and some that wait so bring all virtual threads to a stand (JDK 25).
 */
public final class LineChild implements Closeable {
    private static final int LONGEST_ANSWER = 300;
    private final Process process;
    private final Writer questions;
    private final ScheduledExecutorService alarm;
    private final ExecutorService ear = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("child").factory());
    private int answered;
    private boolean over;

    /** @param alarm on whose thread a child that is late is killed */
    public LineChild(List<String> command, ScheduledExecutorService alarm) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        this.process = builder.start();
        this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.alarm = alarm;
    }

    /**
     * The Java that runs us, with our class path, bounded memory and no display.
     *
     * @param heapMegabytes where the child ends itself
     */
    public static List<String> java(Class<?> main, int heapMegabytes, String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog"));
        command.addAll(List.of(more));
        command.addAll(List.of("-cp", System.getProperty("java.class.path", "." + File.pathSeparator), main.getName()));
        return command;
    }

    /** Empty when the child died, hung beyond the limit or babbled; it is over then. */
    public Optional<String> ask(String line, Duration limit) {
        var kill = alarm.schedule(process::destroyForcibly, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            questions.write(line + "\n");
            questions.flush();
            var answer = ear.submit(this::answer).get();
            answered++;
            return Optional.of(answer);
        } catch (IOException | ExecutionException died) {
            close();
            return Optional.empty();
        } catch (InterruptedException stopped) {
            close();
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            kill.cancel(false);
        }
    }

    /** Whether it may be asked again, of at most so many questions in its life. */
    public boolean usable(int mostQuestions) {
        return !over && process.isAlive() && answered < mostQuestions;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        over = true;
        process.destroyForcibly();
        ear.shutdown();
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
