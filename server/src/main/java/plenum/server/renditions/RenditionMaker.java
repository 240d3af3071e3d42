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

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int THUMBNAIL_SECONDS = 45;
    private static final int MOST_DEATHS = 3;
    private static final int QUESTIONS_PER_CHILD = 800;

    private final BlobStore blobs;
    private final List<String> command;
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rendition-alarm").factory());
    private @Nullable LineChild child;

    RenditionMaker(BlobStore blobs) {
        this(blobs, command());
    }

    RenditionMaker(BlobStore blobs, List<String> command) {
        this.blobs = blobs;
        this.command = command;
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
        var file = blobs.find(original).orElseThrow(() -> new IOException("no bytes of " + original));
        var desk = Files.createTempDirectory("plenum-rendition");
        try {
            var copy = part("copy", file, desk);
            var facts = part("facts", file, desk);
            var texts = texts(file, desk);
            var thumbnails = thumbnails(file, desk);
            return new Rendition( // all kept in one go: nothing refers to them yet
                    original.hex(), VERSION, kept(copy), kept(facts), kept(texts), kept(thumbnails));
        } finally {
            clear(desk);
        }
    }

    private @Nullable Path part(String name, Path file, Path desk) throws IOException {
        var target = desk.resolve(name);
        return ask(name + "\t" + file.toAbsolutePath() + "\t" + target) ? target : null;
    }

    /** What was written before a page killed the child is worth keeping. */
    private @Nullable Path texts(Path file, Path desk) throws IOException {
        var target = desk.resolve("texts");
        var whole = ask("texts\t" + file.toAbsolutePath() + "\t" + target);
        return whole || Files.exists(target) ? target : null;
    }

    private @Nullable Path thumbnails(Path file, Path desk) throws IOException {
        var target = Files.createFile(desk.resolve("thumbnails"));
        for (var deaths = 0; deaths < MOST_DEATHS; deaths++) {
            var from = Thumbnails.pages(target) + 1;
            var question = "thumbnails\t" + file.toAbsolutePath() + "\t" + target + "\t" + from + "\t"
                    + THUMBNAIL_SECONDS / (deaths + 1);
            if (ask(question)) {
                break;
            }
            Thumbnails.heal(target);
        }
        return Files.size(target) == 0 ? null : target;
    }

    private boolean ask(String question) throws IOException {
        var asked = running();
        return asked.ask(question, LIMIT)
                .filter(answer -> answer.startsWith("made"))
                .isPresent();
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

    private @Nullable Part kept(@Nullable Path made) throws IOException {
        if (made == null) {
            return null;
        }
        try (var in = Files.newInputStream(made)) {
            return Part.of(blobs.put(in));
        }
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
