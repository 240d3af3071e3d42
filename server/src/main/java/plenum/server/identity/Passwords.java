package plenum.server.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import plenum.server.platform.Throttled;

/** Checks and hashes passwords on two threads of its own; when too many wait, the next is refused. */
public final class Passwords implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int WAITING = 512;
    private static final int MIN_CHARS = 12;
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("password ", 0).factory());
    private final Set<String> common = common();
    private final String nobody = Argon2.hash("nobody has this password");

    /** Refuses short, common and self-naming passwords. Length counts in characters as a person sees them typed. */
    public void checkStrength(String password, String username) {
        var text = Normalizer.normalize(password, Normalizer.Form.NFC);
        if (text.codePointCount(0, text.length()) < MIN_CHARS) {
            throw IdentityProblem.WEAK_PASSWORD.refusal("shorter than " + MIN_CHARS + " characters");
        }
        var core = core(text);
        if (core.equals(core(username))
                || common.contains(core)
                || text.chars().distinct().count() < 5) {
            throw IdentityProblem.WEAK_PASSWORD.refusal(
                    "a common password, the user name, or few different characters");
        }
    }

    /** Blocks until a thread is free. */
    public String hash(String password) {
        return run(() -> Argon2.hash(password));
    }

    boolean matches(String password, String phc) {
        return run(() -> Argon2.matches(password, phc));
    }

    /** Takes as long as a real check; for user names that nobody has. */
    void matchesNobody(String password) {
        var unused = matches(password, nobody);
    }

    private <T> T run(Callable<T> work) {
        Future<T> running;
        try {
            running = pool.submit(work);
        } catch (RejectedExecutionException full) {
            throw new Throttled(IdentityProblem.BUSY.because("too many sign-ins wait"), Duration.ofSeconds(5));
        }
        try {
            return running.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while hashing", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("hashing failed", failed.getCause());
        }
    }

    /** What is left of a password when case, diacritics, digits and signs around it are taken away. */
    private static String core(String text) {
        var plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]", "");
        var letters = plain.replaceAll("^[0-9]+|[0-9]+$", "");
        return letters.isEmpty() ? plain : letters;
    }

    private static Set<String> common() {
        var resource = Objects.requireNonNull(Passwords.class.getResourceAsStream("/common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Passwords::core)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
