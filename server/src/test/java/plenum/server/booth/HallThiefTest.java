package plenum.server.booth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.ballots.BoxPhase;
import plenum.server.box.StolenBox;
import plenum.server.hall.Answer;
import plenum.server.journal.JournalLine;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;
import plenum.server.secret.CastBallot;
import plenum.server.secret.Definition;
import plenum.server.secret.Keys;
import plenum.server.secret.Polls;
import plenum.server.secret.Tablet;

/**
 * An administrator who has the whole journal of the session, with who took a ballot and stored it at which millisecond,
 * what each was given, the ballot box's log row by row, and the published board. The hall casts in the order in which
 * it took its ballots, and he knows that, so he knows whose row each row is. He still finds nobody's ballot: whatever
 * he puts beside whatever, the two orders have nothing to do with each other.
 */
final class HallThiefTest {
    private static final int POLLS = 12;
    private static final int PEOPLE = 20;
    /** Of 60 comparisons lots reach this once in ten million runs. What knows anything reaches it many times over. */
    private static final double DEVIATIONS = 6;
    /** Lots make one hit a poll; in all polls together more than this as seldom. */
    private static final int LUCK = 45;

    /** One person of one poll, as journal, issuer and the box's log have it. */
    private record Known(JournalLine taken, JournalLine stored, byte[] signed, StolenBox.Row row, int came) {}

    /**
     * @param truth place on the board by person; unknown to the thief @param named with the keys: row's name of a
     *     ballot
     */
    private record Loot(List<Known> people, List<String> board, int[] truth, Map<String, Integer> named) {}

    private static final List<Loot> LOOT = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static PollHall hall;

    @BeforeAll
    static void steal() throws IOException {
        hall = new PollHall(PEOPLE, directory);
        for (var poll = 0; poll < POLLS; poll++) LOOT.add(steal(new PollId("kin-" + poll), new Random(poll)));
    }

    @AfterAll
    static void close() throws InterruptedException {
        hall.close();
    }

    private static Loot steal(PollId poll, Random random) {
        var definition = hall.issuing(poll, Polls.issuer(random.nextInt()));
        var people = new ArrayList<>(hall.people());
        Collections.shuffle(people, random);
        var signed = new ArrayList<byte[]>();
        var casts = new ArrayList<CastBallot>();
        for (var person : people) {
            var tablet = new Tablet(Keys.rsa(definition.issuer()));
            assertThat(hall.take(poll, person, tablet.blinded())).isInstanceOf(Answer.Done.class);
            signed.add(hall.token(poll, person));
            assertThat(tablet.accept(signed.getLast())).isTrue();
            casts.add(tablet.mark(Polls.ballot(definition, random)));
        }
        people.forEach(person -> hall.stored(poll, person));
        var before = hall.stolen.log().size();
        var named = cast(poll, definition, casts);
        for (var to : List.of(BoxPhase.CLOSING, BoxPhase.TALLIED, BoxPhase.CHECK, BoxPhase.FINAL)) hall.step(poll, to);
        hall.declare(poll);
        var board = hall.board(poll).ballots().lines().toList();
        var truth = casts.stream().mapToInt(cast -> board.indexOf(cast.line())).toArray();
        return new Loot(known(poll, people, signed, before), board, truth, byPlace(named, board));
    }

    /** In the order of the list. */
    private static Function<byte[], String> cast(PollId poll, Definition definition, List<CastBallot> casts) {
        hall.step(poll, BoxPhase.CAST);
        for (var cast : casts) {
            var sealed = Tablet.seal(definition, cast);
            var answer = Tablet.open(sealed, hall.stolen.box().cast(sealed.request()));
            assertThat(answer.orElseThrow().verdict()).isEqualTo((byte) 1);
        }
        return hall.stolen.naming(PollHall.name(poll));
    }

    private static List<Known> known(PollId poll, List<PersonId> people, List<byte[]> signed, int before) {
        var taken = journalled(poll, "ballot.taken");
        var stored = journalled(poll, "ballot.stored");
        var log = hall.stolen.log();
        return IntStream.range(0, people.size())
                .mapToObj(n -> new Known(
                        Objects.requireNonNull(taken.get(people.get(n).value())),
                        Objects.requireNonNull(stored.get(people.get(n).value())),
                        signed.get(n),
                        log.get(before + n),
                        n))
                .toList();
    }

    private static Map<String, JournalLine> journalled(PollId poll, String type) {
        var lines = new HashMap<String, JournalLine>();
        hall.journal.lines(PollHall.SESSION, 0, Integer.MAX_VALUE).stream()
                .filter(line -> line.type().equals(type))
                .filter(line -> line.data().path("pollId").asText().equals(poll.value()))
                .forEach(line -> lines.put(line.data().path("personId").asText(), line));
        return lines;
    }

    private static Map<String, Integer> byPlace(Function<byte[], String> naming, List<String> board) {
        var places = new HashMap<String, Integer>();
        for (var place = 0; place < board.size(); place++) {
            places.put(naming.apply(part(board.get(place), 0)), place);
        }
        return places;
    }

    // what he looks at -----------------------------------------------------------------------------------------

    private static Map<String, List<byte[]>> ofPeople(Loot loot) {
        var looks = new LinkedHashMap<String, Function<Known, byte[]>>();
        looks.put("order of casting", one -> number(one.came()));
        looks.put("line of the journal", one -> number(one.taken().seq()));
        looks.put("moment of taking", one -> number(one.taken().at()));
        looks.put("moment of storing", one -> number(one.stored().at()));
        looks.put("time between", one -> number(one.stored().at() - one.taken().at()));
        looks.put("name", one -> text(one.taken().by()));
        looks.put("command", one -> text(String.valueOf(one.taken().cmd())));
        looks.put(
                "blinded message",
                one -> bytes(one.taken().data().path("blinded").asText()));
        looks.put(
                "tablet's signature",
                one -> bytes(one.taken().data().path("signature").asText()));
        looks.put("blind signature", Known::signed);
        looks.put("name of the row", one -> text(one.row().name()));
        looks.put("sealed row", one -> one.row().sealed());
        return seen(looks, loot.people());
    }

    private static Map<String, List<byte[]>> ofBallots(Loot loot) {
        var looks = new LinkedHashMap<String, Function<String, byte[]>>();
        looks.put("place", line -> number(loot.board().indexOf(line)));
        looks.put("message of the token", line -> part(line, 0));
        looks.put("token", line -> part(line, 1));
        looks.put("ballot", line -> part(line, 2));
        looks.put("signature", line -> part(line, 3));
        return seen(looks, loot.board());
    }

    private static <T> Map<String, List<byte[]>> seen(Map<String, Function<T, byte[]>> looks, List<T> all) {
        var seen = new LinkedHashMap<String, List<byte[]>>();
        looks.forEach((name, look) -> seen.put(name, all.stream().map(look).toList()));
        return seen;
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static byte[] part(String line, int which) {
        return bytes(line.split(" ")[which]);
    }

    // what he concludes ----------------------------------------------------------------------------------------

    /** Rank of each when all are put in order; the earlier of two that are the same comes first. */
    private static int[] ranks(List<byte[]> values) {
        var order = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get, Arrays::compareUnsigned))
                .toList();
        var ranks = new int[values.size()];
        for (var rank = 0; rank < ranks.length; rank++) ranks[order.get(rank)] = rank;
        return ranks;
    }

    /** How often the person's rank is that of the own ballot. */
    private static int hits(int[] people, int[] ballots, int[] truth) {
        return (int) IntStream.range(0, people.length)
                .filter(n -> people[n] == ballots[truth[n]])
                .count();
    }

    /** Spearman's correlation between people and their own ballots; of lots it has the variance 1 / (n - 1). */
    private static double correlation(int[] people, int[] ballots, int[] truth) {
        var n = people.length;
        var squares = IntStream.range(0, n)
                .mapToDouble(at -> Math.pow(people[at] - ballots[truth[at]], 2))
                .sum();
        return 1 - 6 * squares / (n * (n * (double) n - 1));
    }

    @Test
    void withTheWholeJournalHeFindsBallotsNoBetterThanByLot() {
        for (var person : ofPeople(LOOT.getFirst()).keySet()) {
            for (var ballot : ofBallots(LOOT.getFirst()).keySet()) {
                findsNothing(person, ballot);
            }
        }
    }

    private static void findsNothing(String person, String ballot) {
        var hits = 0;
        var together = 0.0;
        for (var loot : LOOT) {
            var people = ranks(Objects.requireNonNull(ofPeople(loot).get(person)));
            var ballots = ranks(Objects.requireNonNull(ofBallots(loot).get(ballot)));
            hits += hits(people, ballots, loot.truth());
            together += correlation(people, ballots, loot.truth());
        }
        assertThat(hits).as("%s by %s", ballot, person).isLessThan(LUCK);
        assertThat(together * Math.sqrt((PEOPLE - 1) / (double) POLLS))
                .as("%s with %s, in deviations", ballot, person)
                .isBetween(-DEVIATIONS, DEVIATIONS);
    }

    @Test
    void withTheBoxesKeysInTimeHeFindsAllOfThem() {
        for (var loot : LOOT) {
            var found = loot.people().stream()
                    .mapToInt(one -> loot.named().getOrDefault(one.row().name(), -1));
            assertThat(found.toArray()).isEqualTo(loot.truth());
        }
    }

    @Test
    void afterTheEndNeitherKeyIsLeftToBeStolen() {
        assertThat(directory.resolve("box")).isEmptyDirectory();
        assertThat(directory.resolve("issuer")).isEmptyDirectory();
    }

    @Test
    void whileBallotsAreCastTheJournalIsSilent() {
        var lines = hall.journal.lines(PollHall.SESSION, 0, Integer.MAX_VALUE);
        var types = new ArrayList<String>();
        var casting = false;
        for (var line : lines) {
            if (casting) types.add(line.type());
            if (line.type().equals("ballot.moved")) {
                casting = line.data().path("phase").asText().equals("CAST");
            }
        }
        assertThat(types).hasSize(3 * POLLS).containsOnly("ballot.approved", "ballot.moved");
    }
}
