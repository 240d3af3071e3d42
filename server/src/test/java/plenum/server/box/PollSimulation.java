package plenum.server.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import plenum.server.box.MemoryStore.Crash;
import plenum.server.kernel.Refusal;
import plenum.server.secret.CastBallot;
import plenum.server.secret.Phase;
import plenum.server.secret.Published;
import plenum.server.secret.Tablet;

/**
 * One poll in a bad hall: messages are lost, repeated and overtaken, tablets of one delegate compete, some cast twice
 * differently, issuer and ballot box die before and after their writes. Everything follows from the seed.
 */
final class PollSimulation {
    /** One tablet. A delegate may have two. */
    private static final class Voter {
        final String person;
        final Tablet tablet;
        final List<CastBallot> marked = new ArrayList<>();
        final HashSet<CastBallot> receipts = new HashSet<>();
        boolean hasToken;

        Voter(String person, Tablet tablet) {
            this.person = person;
            this.tablet = tablet;
        }
    }

    private final PollHouse house;
    private final List<Voter> voters = new ArrayList<>();
    private final List<Runnable> underWay = new ArrayList<>();
    private int crashes;

    PollSimulation(long seed, Path keys) {
        house = new PollHouse(seed, 3 + (int) (seed % 3), keys);
        house.people().forEach(person -> voters.add(new Voter(person, house.tablet())));
        voters.add(new Voter("db01", house.tablet())); // the delegate's second tablet
        house.store.crashOneIn(4);
    }

    int crashes() {
        return crashes;
    }

    /** Plays the poll to its end and looks at what came out. */
    void run() {
        play(this::askForToken);
        house.issuer().close();
        step(Phase.CAST);
        play(this::cast);
        step(Phase.CLOSING);
        play(this::cast);
        step(Phase.TALLIED);
        var board = house.box().board(house.poll());
        look(board);
        step(Phase.CHECK);
        step(Phase.FINAL);
        assertThat(keysThere()).isFalse();
        assertThat(house.store.rows(house.poll())).isEmpty();
        assertThat(house.box().board(house.poll())).isEqualTo(board);
    }

    private boolean keysThere() {
        return house.keys.resolve(house.poll() + ".keys").toFile().exists();
    }

    private void play(Consumer<Voter> wish) {
        for (var moves = 6 * voters.size(); moves > 0; moves--) {
            if (underWay.isEmpty() || house.random.nextBoolean()) {
                wish.accept(voters.get(house.random.nextInt(voters.size())));
            } else {
                deliver();
            }
        }
        underWay.clear(); // lost
    }

    /** Any message that is under way arrives; sometimes it will arrive again. */
    private void deliver() {
        var at = house.random.nextInt(underWay.size());
        var message = underWay.get(at);
        if (house.random.nextInt(3) > 0) underWay.remove(at);
        try {
            message.run();
        } catch (Crash killed) {
            crashes++;
            house.restart();
        } catch (Refusal refused) {
            assertThat(refused.problem().code().code()).isEqualTo("issuer:already-issued");
        }
    }

    private void askForToken(Voter voter) {
        underWay.add(() -> voter.hasToken |= house.takeToken(voter.person, voter.tablet));
    }

    private void cast(Voter voter) {
        if (!voter.hasToken) return;
        if (voter.marked.isEmpty() || house.random.nextInt(6) == 0) voter.marked.add(voter.tablet.mark(house.ballot()));
        var cast = voter.marked.get(house.random.nextInt(voter.marked.size()));
        var sealed = Tablet.seal(house.definition, cast);
        underWay.add(() -> answered(voter, cast, sealed, house.box().cast(sealed.request())));
    }

    /** The answer may be lost, too. */
    private void answered(Voter voter, CastBallot cast, Tablet.Sealed sealed, byte[] reply) {
        if (house.random.nextInt(4) == 0) return;
        var answer = Tablet.open(sealed, reply).orElseThrow();
        if (answer.verdict() == PollHouse.RECORDED) {
            assertThat(house.isReceipt(cast, answer)).isTrue();
            voter.receipts.add(cast);
        }
    }

    private void step(Phase to) {
        while (true) {
            try {
                assertThat(house.go(to)).isEqualTo(to);
                return;
            } catch (Crash killed) {
                crashes++;
                house.restart();
            }
        }
    }

    private void look(Published board) {
        var rows = board.ballots().lines().toList();
        var tokens =
                rows.stream().map(row -> row.substring(0, row.indexOf(' '))).toList();
        assertThat(tokens).as("one ballot a token").doesNotHaveDuplicates();
        assertThat(rows.size()).as("cast").isLessThanOrEqualTo(house.issuer().issued());
        assertThat(house.issuer().issued()).isLessThanOrEqualTo(house.people().size());
        var marked = voters.stream()
                .flatMap(voter -> voter.marked.stream())
                .map(CastBallot::line)
                .toList();
        assertThat(marked).as("nothing that nobody cast").containsAll(rows);
        for (var voter : voters) {
            assertThat(voter.receipts.size()).as("receipts of one token").isLessThanOrEqualTo(1);
            assertThat(rows)
                    .containsAll(voter.receipts.stream().map(CastBallot::line).toList());
        }
    }
}
