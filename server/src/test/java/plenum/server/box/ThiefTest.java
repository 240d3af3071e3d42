package plenum.server.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.secret.BlindRsa;
import plenum.server.secret.CastBallot;
import plenum.server.secret.Phase;
import plenum.server.secret.Tablet;

/**
 * An administrator who has everything but the keys: the list of who took a token with what was blinded and signed, the
 * store's log with every row in the order in which it came, backups, and the published board. To make it easy, the hall
 * casts in the order in which it took its tokens, and he knows that. He still links ballots to people no better than by
 * drawing lots; with the box's keys, taken before they were destroyed, he links all of them.
 */
final class ThiefTest {
    private static final int POLLS = Integer.getInteger("plenum.polls.stolen", 200);
    private static final int PEOPLE = 8;
    /**
     * Lots are as lucky once in 300,000 runs. A guess that knows anything hits many times as often; a narrower bound
     * would only fail by chance.
     */
    private static final double DEVIATIONS = 4.5;

    /** What the thief holds of one poll. @param truth board place by arrival; unknown to him */
    private record Loot(
            List<byte[]> blinded,
            List<byte[]> signed,
            List<MemoryStore.Row> log,
            List<String> board,
            int[] truth,
            PollKeys keys) {}

    /** Says which place of the board the person who came as number so and so has. */
    private interface Guess {
        int[] places(Loot loot);
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    private static final List<Loot> LOOT = new ArrayList<>();

    @BeforeAll
    static void steal() throws IOException {
        for (var seed = 0; seed < POLLS; seed++) LOOT.add(steal(seed));
    }

    private static Loot steal(long seed) throws IOException {
        var house = new PollHouse(seed, PEOPLE, Files.createDirectory(directory.resolve("keys-" + seed)));
        var blinded = new ArrayList<byte[]>();
        var signed = new ArrayList<byte[]>();
        var tablets = new ArrayList<Tablet>();
        for (var person : house.people()) {
            var tablet = house.withToken(person);
            tablets.add(tablet);
            blinded.add(tablet.blinded());
            signed.add(BlindRsa.blindSign(house.issuerKey, tablet.blinded()));
        }
        house.go(Phase.CAST);
        var casts = tablets.stream().map(tablet -> tablet.mark(house.ballot())).toList();
        casts.forEach(cast -> assertThat(house.cast(cast).verdict()).isEqualTo(PollHouse.RECORDED));
        var keys = PollKeys.read(Files.readString(house.keys.resolve(house.poll() + ".keys")));
        house.go(Phase.CLOSING, Phase.TALLIED, Phase.CHECK, Phase.FINAL);
        var board = house.box().board(house.poll()).ballots().lines().toList();
        var truth =
                casts.stream().map(CastBallot::line).mapToInt(board::indexOf).toArray();
        return new Loot(blinded, signed, List.copyOf(house.store.log()), board, truth, keys);
    }

    private static int hits(Guess guess) {
        return LOOT.stream()
                .mapToInt(loot -> same(guess.places(loot), loot.truth()))
                .sum();
    }

    private static int same(int[] guess, int[] truth) {
        return (int) IntStream.range(0, truth.length)
                .filter(at -> guess[at] == truth[at])
                .count();
    }

    /** Hits of lots, drawn poll by poll, have this mean and this variance: one each. */
    private static double deviations(int hits) {
        return (hits - POLLS) / Math.sqrt(POLLS);
    }

    /** The place that each gets when both are put in order by something. */
    private static int[] byRank(List<byte[]> rows, Loot loot, Function<String, byte[]> ofBoard) {
        var first = order(rows);
        var second = order(loot.board().stream().map(ofBoard).toList());
        var places = new int[rows.size()];
        for (var rank = 0; rank < places.length; rank++) places[first.get(rank)] = second.get(rank);
        return places;
    }

    private static List<Integer> order(List<byte[]> rows) {
        return IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparing(rows::get, Arrays::compareUnsigned))
                .toList();
    }

    private static byte[] part(String line, int which) {
        return Base64.getDecoder().decode(line.split(" ")[which]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void withEverythingButTheKeysHeLinksNoBetterThanByLot() {
        var guesses = new LinkedHashMap<String, Guess>();
        guesses.put("order of arrival", loot -> IntStream.range(0, PEOPLE).toArray());
        guesses.put(
                "names of rows",
                loot -> byRank(
                        loot.log().stream().map(row -> bytes(row.name())).toList(), loot, line -> part(line, 0)));
        guesses.put(
                "names of rows and of tokens",
                loot -> byRank(
                        loot.log().stream().map(row -> bytes(row.name())).toList(), loot, line -> part(line, 1)));
        guesses.put(
                "sealed bytes",
                loot -> byRank(loot.log().stream().map(MemoryStore.Row::sealed).toList(), loot, line -> part(line, 2)));
        guesses.put("blinded messages", loot -> byRank(loot.blinded(), loot, line -> part(line, 0)));
        guesses.put("blind signatures", loot -> byRank(loot.signed(), loot, line -> part(line, 1)));
        guesses.put(
                "lengths",
                loot -> byRank(
                        loot.log().stream()
                                .map(row -> bytes("%06d".formatted(row.sealed().length)))
                                .toList(),
                        loot,
                        line -> bytes("%06d".formatted(line.length()))));
        guesses.forEach((name, guess) -> {
            var hits = hits(guess);
            assertThat(deviations(hits))
                    .as("%s: %d hits of %d", name, hits, POLLS * PEOPLE)
                    .isBetween(-DEVIATIONS, DEVIATIONS);
        });
    }

    @Test
    void withTheKeysThatAreDestroyedHeLinksAllOfThem() {
        assertThat(hits(ThiefTest::withKeys)).isEqualTo(POLLS * PEOPLE);
    }

    private static int[] withKeys(Loot loot) {
        Map<String, Integer> places = new HashMap<>();
        for (var place = 0; place < PEOPLE; place++) {
            places.put(loot.keys().nameOf(part(loot.board().get(place), 0)), place);
        }
        return loot.log().stream()
                .mapToInt(row -> places.getOrDefault(row.name(), -1))
                .toArray();
    }

    @Test
    void aRowSaysNothingByItsLength() {
        var lengths = LOOT.stream().flatMap(loot -> loot.log().stream()).map(row -> row.sealed().length);
        assertThat(lengths.distinct()).hasSize(1);
    }
}
