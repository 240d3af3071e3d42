package plenum.server.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Java process that this program started, asked over its standard streams and measured through /proc. */
final class Child implements AutoCloseable {
    private static final Pattern HEAP = Pattern.compile("committed (\\d+)K, used (\\d+)K");
    private static final List<String> JVM = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseG1GC",
            "-XX:+AlwaysPreTouch",
            "-Dlogback.configurationFile=load-logback.xml");
    private final Process process;
    private final BufferedReader out;
    private final PrintWriter in;

    private Child(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Starts {@code main} with this program's class path; its log goes to our standard error. */
    static Child java(List<String> flags, Class<?> main, List<String> arguments) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JVM);
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            return new Child(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Reads until a line starts with the word; gives the rest of that line. */
    String awaitLine(String word) {
        try {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(word)) return line.substring(word.length()).strip();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        throw new IllegalStateException("the child ended without saying " + word);
    }

    /** Says a line and waits for the answer that begins with the same word. */
    String ask(String word) {
        in.println(word);
        return awaitLine(word);
    }

    void tell(String line) {
        in.println(line);
    }

    /** Processor time of all threads that live now. */
    double cpuSeconds() {
        return cpuByTask().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * Processor seconds of the threads that live now, by what they do: {@code compiler}, {@code collector}, the rest.
     */
    Map<String, Double> cpuByTask() {
        try (var threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            return threads.collect(Collectors.groupingBy(
                    Child::task, TreeMap::new, Collectors.summingDouble(thread -> runNanos(thread) / 1e9)));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String task(Path thread) {
        try {
            var name = Files.readString(thread.resolve("comm")).strip();
            if (name.contains("CompilerThre")) return "compiler";
            return name.startsWith("G1 ") || name.startsWith("GC ") || name.startsWith("VM ") ? "collector" : "program";
        } catch (IOException ended) {
            return "program";
        }
    }

    private static long runNanos(Path thread) {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
        } catch (IOException ended) {
            return 0;
        }
    }

    /**
     * What the process needs after a full collection: live objects, and resident memory outside of the heap. The heap's
     * size itself says more about the collector's mood.
     */
    Memory memory() {
        collect();
        var heap = HEAP.matcher(jcmd("GC.heap_info"));
        if (!heap.find()) throw new IllegalStateException("not the G1 collector");
        var committed = Long.parseLong(heap.group(1));
        return new Memory(Long.parseLong(heap.group(2)), residentKibibytes() - committed);
    }

    /** Both in KiB. */
    record Memory(long liveHeap, long outsideHeap) {}

    private long residentKibibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void collect() {
        var ignored = jcmd("GC.run");
    }

    /** Live objects by class, the first lines. */
    String histogram(int lines) {
        return jcmd("GC.class_histogram").lines().limit(lines).collect(Collectors.joining("\n"));
    }

    private String jcmd(String command) {
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var asked = new ProcessBuilder(jcmd, Long.toString(process.pid()), command).start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** SIGKILL, and waits until the process is gone. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    long pid() {
        return process.pid();
    }

    /** SIGTERM, and SIGKILL when that does not help. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) kill();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
