package plenum.server.hall;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.Future;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import plenum.server.journal.JournalBatch;
import plenum.server.journal.MemoryJournal;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.SessionId;
import plenum.server.voting.Choice;
import plenum.server.voting.VotingCommand;

/** Prints how long 2,000 ballots sent at once take through a lane; run by hand, no test. */
final class BurstBenchmark {
    private static final int DELEGATES = 2_000;

    private BurstBenchmark() {}

    public static void main(String[] arguments) {
        try (var scenario = new Scenario(DELEGATES).voting(DELEGATES)) {
            var first = scenario.journal.read(Scenario.SESSION, 0, 100_000);
            for (var round = 0; round < 12; round++) {
                var journal = new MemoryJournal(Events.codec());
                var session = new SessionId("vong-" + round);
                journal.codec().seal(session, first, JournalBatch.START).forEach(journal::append);
                try (var lanes = new Lanes(journal, new MemorySnapshots(), InstantSource.system(), List.of())) {
                    print(
                            round,
                            burst(lanes.lane(session)),
                            journal.batches(session, first.size(), 1_000).size());
                }
            }
        }
    }

    private static double burst(SessionLane lane) {
        var start = cpuNanos();
        var asked = IntStream.rangeClosed(1, DELEGATES)
                .mapToObj(n -> lane.submit(new Order(
                        new CommandId("phieu-" + n),
                        Scenario.delegate(n),
                        new HallCommand.OfVoting(new VotingCommand.CastBallot(Scenario.VOTE, Choice.values()[n % 3])))))
                .toList();
        var unused =
                Future.join(asked).toCompletionStage().toCompletableFuture().join();
        return (cpuNanos() - start) / 1e6;
    }

    /** Of the whole process, so that other work on the machine does not count. */
    private static long cpuNanos() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getProcessCpuTime();
    }

    private static void print(int round, double milliseconds, int writes) {
        System.out.printf(
                "round %2d: %,d ballots in %.1f ms of processor time, %d writes%n",
                round, DELEGATES, milliseconds, writes);
    }
}
