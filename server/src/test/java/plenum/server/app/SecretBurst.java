package plenum.server.app;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import plenum.server.secret.BlindRsa;
import plenum.server.secret.Envelope;
import plenum.server.secret.Tablet;

/**
 * Measures a hall that casts all at once through a real relay and a real ballot box, and the issuer's share of it. Not
 * a test: {@code java … plenum.server.app.SecretBurst 500}.
 */
final class SecretBurst {
    private SecretBurst() {}

    public static void main(String[] arguments) throws Exception {
        var people = Integer.parseInt(arguments[0]);
        var key = BlindRsa.freshKey();
        var blinded = new byte[384];
        blinded[383] = 2;
        var begun = Instant.now();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var tasks = Collections.nCopies(people, (Callable<byte[]>) () -> BlindRsa.blindSign(key, blinded));
            for (var one : threads.invokeAll(tasks)) {
                var unused = one.get();
            }
        }
        System.out.printf("issue: %d signatures of RSA-3072 in %d ms%n", people, since(begun));
        try (var poll = new SecretPoll(Files.createTempDirectory("secret-burst"), people)) {
            cast(poll, people);
        }
    }

    private static void cast(SecretPoll poll, int people) throws Exception {
        var sealed = new ArrayList<Tablet.Sealed>();
        poll.ballots(people).forEach(ballot -> sealed.add(Tablet.seal(poll.definition, ballot)));
        poll.step("CAST", people);
        var times = Collections.synchronizedList(new ArrayList<Long>());
        var begun = Instant.now();
        try (var tablets = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : sealed) {
                tablets.execute(() -> {
                    var reply = poll.send(one.request()).body();
                    if (reply.length != Envelope.REPLY
                            || Tablet.open(one, reply).isEmpty()) throw new IllegalStateException();
                    times.add(since(begun));
                });
            }
        }
        Collections.sort(times);
        System.out.printf(
                "cast: %d of %d answered, p50 %d, p99 %d, last %d ms; of these 1 to 3 s wait in the relay%n",
                times.size(), people, times.get(times.size() / 2), times.get(times.size() * 99 / 100), times.getLast());
        var counting = Instant.now();
        poll.step("CLOSING", people);
        poll.step("TALLIED", people);
        System.out.printf(
                "count and board: %d ms, %d ballots%n",
                since(counting), poll.board().ballots().lines().count());
    }

    private static long since(Instant begun) {
        return Duration.between(begun, Instant.now()).toMillis();
    }
}
