package plenum.server.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** An index in a process of its own that writes papers without end, to be killed. It says which of them are kept. */
final class IndexProcess implements AutoCloseable {
    private static final InventedWords WORDS = new InventedWords(11);

    private final Process process;
    private final Thread reader;
    private final AtomicInteger kept;

    private IndexProcess(Process process, int first) {
        this.process = process;
        this.kept = new AtomicInteger(first);
        this.reader = Thread.ofVirtual().start(this::listen);
    }

    /** Writes into the directory of the first argument, from the paper of the second on. */
    public static void main(String[] arguments) throws IOException {
        var random = new Random();
        try (var index = PaperIndex.open(Path.of(arguments[0]))) {
            for (var number = Integer.parseInt(arguments[1]); ; number++) {
                put(index, number);
                put(index, random.nextInt(number + 1)); // an earlier one anew
                index.commit();
                System.out.println(number + 1);
                System.out.flush();
            }
        }
    }

    static IndexProcess start(Path directory, int first) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                IndexProcess.class.getName(),
                directory.toString(),
                Integer.toString(first));
        return new IndexProcess(
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                first);
    }

    private static void put(PaperIndex index, int number) throws IOException {
        var pages = new ArrayList<String>();
        for (var page = 1; page <= pages(number); page++) {
            pages.add(mark(number) + " " + WORDS.page(200));
        }
        index.put(InventedPapers.paper(number, WORDS), print(number), pages);
    }

    /** How many pages this paper has. */
    static int pages(int number) {
        return 1 + number % 9;
    }

    static String print(int number) {
        return "print " + number;
    }

    /** A word on each page of this paper and nowhere else. */
    static String mark(int number) {
        return "dautrang" + number;
    }

    private void listen() {
        process.inputReader().lines().forEach(line -> kept.set(Integer.parseInt(line)));
    }

    /** Waits until so many papers are kept. */
    void await(int papers) {
        while (kept.get() < papers && process.isAlive()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** SIGKILL; how many papers it said to be kept. */
    int kill() throws InterruptedException {
        process.destroyForcibly();
        var unused = process.waitFor();
        reader.join();
        return kept.get();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
