package plenum.server.notary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.tools.ToolProvider;
import plenum.server.checkpoint.Checkpoint;

/**
 * The program {@code Verify.java} that an export brings along, compiled here so that it can be asked a thousand times.
 */
public final class Verifier {
    final Path source;
    private final Method check;
    private final Method covers;

    public Verifier() {
        try {
            var directory = Files.createTempDirectory("plenum-verify");
            source = directory.resolve("Verify.java");
            try (var in = Objects.requireNonNull(Verifier.class.getResourceAsStream("/notary/Verify.java"))) {
                Files.write(source, in.readAllBytes());
            }
            var compiler = ToolProvider.getSystemJavaCompiler();
            if (compiler.run(null, null, null, "--release", "17", "-encoding", "UTF-8", source.toString()) != 0) {
                throw new IllegalStateException("Verify.java does not compile for Java 17");
            }
            var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()});
            check = loader.loadClass("Verify").getDeclaredMethod("check", Map.class);
            check.setAccessible(true);
            covers = check.getDeclaringClass().getDeclaredMethod("covers", Map.class, long.class, String.class);
            covers.setAccessible(true);
        } catch (IOException | ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What the program says against the files and the checkpoint that a witness knows; empty when they are sound. */
    Optional<String> objection(Map<String, byte[]> files, Checkpoint known) {
        try {
            var report = check.invoke(null, files);
            var unused = covers.invoke(null, files, known.size(), known.root());
            return report == null ? Optional.of("no report") : Optional.empty();
        } catch (InvocationTargetException bad) {
            return Optional.of(saidBy(bad.getTargetException()));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What it says of the secret polls of these lines alone; empty when they are sound. */
    public Optional<String> secretObjection(List<String> lines) {
        try {
            var polls = check.getDeclaringClass().getDeclaredMethod("electronicPolls", List.class);
            polls.setAccessible(true);
            return polls.invoke(null, lines) == null ? Optional.of("no number") : Optional.empty();
        } catch (InvocationTargetException bad) {
            return Optional.of(saidBy(bad.getTargetException()));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String saidBy(Throwable bad) {
        if (!bad.getClass().getSimpleName().equals("Bad")) {
            throw new IllegalStateException("the program broke", bad);
        }
        return String.valueOf(bad.getMessage());
    }

    /** As a stranger runs it: {@code java Verify.java …}. @return what it printed and its exit value */
    public Ran run(String... words) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Dstdout.encoding=UTF-8", source.toString()));
        command.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public record Ran(int exit, String said) {}
}
