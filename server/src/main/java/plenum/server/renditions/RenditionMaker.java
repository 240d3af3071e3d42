package plenum.server.renditions;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import plenum.server.platform.BlobStore;
import plenum.server.platform.LineChild;
import plenum.server.platform.Sha256;
import plenum.server.renditions.Rendition.Part;

/**
 * Has all parts of a rendition made in a child process, each within its own time. A part that kills its child is
 * missing, the others are not. One thread at a time.
 */
final class RenditionMaker implements Closeable {
    /** Raise it when what is made changes: all papers are made again. */
    static final int VERSION = 1;

    /** With its time doubled each time; then it stays as it is. */
    static final int MOST_TRIES = 4;

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> EVERYTHING = List.of("copy", "facts", "texts", "thumbnails");
    private static final int THUMBNAIL_SECONDS = 45;
    private static final int MOST_DEATHS = 3;
    private static final int QUESTIONS_PER_CHILD = 800;

    private final BlobStore blobs;
    private final List<String> command;
    private final Duration limit;
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rendition-alarm").factory());
    private @Nullable LineChild child;

    RenditionMaker(BlobStore blobs) {
        this(blobs, command(), LIMIT);
    }

    /** @param limit for one part, the first time */
    RenditionMaker(BlobStore blobs, List<String> command, Duration limit) {
        this.blobs = blobs;
        this.command = command;
        this.limit = limit;
    }

    /** Behind everything else that the machine does, when it knows how to be nice. */
    private static List<String> command() {
        var nice = Path.of("/usr/bin/nice");
        var command = new ArrayList<String>(
                Files.isExecutable(nice) ? List.of(nice.toString(), "-n", "15") : List.<String>of());
        command.addAll(LineChild.java(RenditionMain.class, 384));
        return command;
    }

    /** IOException: no child could be started or no disk is left; it may be tried again. */
    Rendition make(Sha256 original) throws IOException {
        return make(original, new Rendition(original.hex(), VERSION, null, null, null, null, EVERYTHING, 0));
    }

    /**
     * Makes what is unfinished, with twice as much time for each time before.
     *
     * @param before what of it is whole stays
     */
    Rendition make(Sha256 original, Rendition before) throws IOException {
        var file = blobs.find(original).orElseThrow(() -> new IOException("no bytes of " + original));
        var desk = Files.createTempDirectory("plenum-rendition");
        var work = new Work(file, desk, 1L << Math.min(before.timesMade(), MOST_TRIES));
        try {
            for (var part : EVERYTHING) {
                if (before.lacks(part)) {
                    work.make(part);
                }
            }
            return new Rendition( // all kept in one go: nothing refers to them yet
                    original.hex(),
                    VERSION,
                    work.part("copy", before.copy()),
                    work.part("facts", before.facts()),
                    work.part("texts", before.texts()),
                    work.part("thumbnails", before.thumbnails()),
                    work.unfinished.isEmpty() ? null : work.unfinished,
                    before.timesMade() + 1);
        } finally {
            clear(desk);
        }
    }

    /** How a child has answered. */
    private enum Answered {
        MADE,
        /** There is nothing to be made, however much time there is. */
        NONE,
        /** It had too little time for all. */
        PART,
        /** It died of it, or had to be ended. */
        NOT
    }

    private static Answered answered(String line) {
        return line.startsWith("made") ? Answered.MADE : line.startsWith("part") ? Answered.PART : Answered.NONE;
    }

    /** The making of one rendition. */
    private final class Work {
        private final Path file;
        private final Path desk;
        private final long times;
        private final List<String> unfinished = new ArrayList<>();

        private Work(Path file, Path desk, long times) {
            this.file = file;
            this.desk = desk;
            this.times = times;
        }

        private void make(String part) throws IOException {
            var whole = part.equals("thumbnails")
                    ? thumbnails()
                    : ask(part + "\t" + file.toAbsolutePath() + "\t" + at(part));
            if (whole == Answered.NOT || whole == Answered.PART) {
                unfinished.add(part);
                if (!part.equals("texts") && !part.equals("thumbnails")) {
                    Files.deleteIfExists(
                            at(part)); // half a file; words and pictures of the pages before are worth keeping
                }
            } else if (whole == Answered.NONE) {
                Files.deleteIfExists(at(part));
            }
        }

        private Answered thumbnails() throws IOException {
            var target = Files.createFile(at("thumbnails"));
            for (var deaths = 0; deaths < MOST_DEATHS; deaths++) {
                var from = Thumbnails.pages(target) + 1;
                var seconds = THUMBNAIL_SECONDS * times / (deaths + 1);
                var answer = ask("thumbnails\t" + file.toAbsolutePath() + "\t" + target + "\t" + from + "\t" + seconds);
                if (answer != Answered.NOT) {
                    return answer;
                }
                Thumbnails.heal(target);
            }
            return Answered.NOT;
        }

        private Answered ask(String question) throws IOException {
            return running()
                    .ask(question, limit.multipliedBy(times))
                    .map(RenditionMaker::answered)
                    .orElse(Answered.NOT);
        }

        private Path at(String part) {
            return desk.resolve(part);
        }

        /** The longer one, when it could not be made whole this time either. */
        private @Nullable Part part(String name, @Nullable Part before) throws IOException {
            var made = at(name);
            if (!Files.exists(made) || Files.size(made) == 0 || before != null && Files.size(made) < before.bytes()) {
                return before;
            }
            try (var in = Files.newInputStream(made)) {
                return Part.of(blobs.put(in));
            }
        }
    }

    private LineChild running() throws IOException {
        var now = child;
        if (now == null || !now.usable(QUESTIONS_PER_CHILD)) {
            if (now != null) {
                now.close();
            }
            now = new LineChild(command, alarm);
            child = now;
        }
        return now;
    }

    private static void clear(Path desk) throws IOException {
        try (var files = Files.newDirectoryStream(desk)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
        Files.delete(desk);
    }

    /** Lets go of the child until it is needed again. */
    void rest() {
        var now = child;
        child = null;
        if (now != null) {
            now.close();
        }
    }

    @Override
    public void close() {
        rest();
        alarm.shutdownNow();
    }
}
