package plenum.server.secret;

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

/** The program {@code VerifyBallots.java}, compiled for Java 17 so that it can be asked a thousand times. */
public final class JavaVerifier {
    private final Path source;
    private final Method check;

    public JavaVerifier(Path directory) throws IOException {
        source = directory.resolve("VerifyBallots.java");
        try (var in = Objects.requireNonNull(JavaVerifier.class.getResourceAsStream("/secret/VerifyBallots.java"))) {
            Files.write(source, in.readAllBytes());
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, "--release", "17", "-encoding", "UTF-8", source.toString()) != 0) {
            throw new IllegalStateException("VerifyBallots.java does not compile for Java 17");
        }
        try {
            var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()});
            check = loader.loadClass("VerifyBallots").getDeclaredMethod("check", Map.class);
            check.setAccessible(true);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What the program says against the files; empty when they are sound. */
    public Optional<String> objection(Map<String, byte[]> files) {
        try {
            var unused = check.invoke(null, files);
            return Optional.empty();
        } catch (InvocationTargetException bad) {
            var why = bad.getTargetException();
            if (!why.getClass().getSimpleName().equals("Bad")) throw new IllegalStateException("it broke", why);
            return Optional.of(String.valueOf(why.getMessage()));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public record Ran(int exit, String said) {}

    /** As a stranger runs it. */
    public Ran run(String... words) throws InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Dstdout.encoding=UTF-8", source.toString()));
        command.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
