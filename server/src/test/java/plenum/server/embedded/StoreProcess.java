package plenum.server.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A store in a process of its own, to be killed. */
final class StoreProcess implements AutoCloseable {
    private final Process process;
    private final String connectionString;

    private StoreProcess(Process process) throws IOException {
        this.process = process;
        this.connectionString = process.inputReader().readLine();
    }

    /** Opens the store of the first argument; the second is the time between checkpoints in ms. Ends with its input. */
    public static void main(String[] arguments) throws IOException {
        var pace = new Pace(Duration.ofMillis(Long.parseLong(arguments[1])), Pace.NORMAL.journalBytes());
        var store = EmbeddedStore.open(Path.of(arguments[0]), pace);
        System.out.println(store.connectionString());
        System.out.flush();
        int end = System.in.read();
        if (end < 0) store.close();
    }

    static StoreProcess start(Path directory, Duration betweenCheckpoints) throws IOException {
        return start(directory, betweenCheckpoints, List.of());
    }

    /** @param largestFileBytes beyond which the system refuses to write, like a full disk */
    static StoreProcess startWithin(Path directory, Duration betweenCheckpoints, long largestFileBytes)
            throws IOException {
        var limit = "ulimit -f " + largestFileBytes / 1024 + "; exec \"$@\"";
        return start(directory, betweenCheckpoints, List.of("bash", "-c", limit, "store"));
    }

    /** A client that waits for a killed server gives up soon. */
    String connectionString() {
        return connectionString + "&serverSelectionTimeoutMS=2000";
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static StoreProcess start(Path directory, Duration betweenCheckpoints, List<String> before)
            throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                StoreProcess.class.getName(),
                directory.toString(),
                Long.toString(betweenCheckpoints.toMillis())));
        return new StoreProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }
}
