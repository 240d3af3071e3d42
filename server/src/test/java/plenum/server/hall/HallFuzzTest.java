package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import plenum.server.agenda.Agenda;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.Item;
import plenum.server.agenda.Items;
import plenum.server.agenda.Paper;
import plenum.server.attendance.Presence;
import plenum.server.attendance.RollCall;
import plenum.server.journal.JournalEntry;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.Base;
import plenum.server.kernel.Member;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.Share;
import plenum.server.kernel.Substitute;
import plenum.server.room.Chat;
import plenum.server.room.Knock;
import plenum.server.room.People;
import plenum.server.room.Room;
import plenum.server.voting.Ballot;
import plenum.server.voting.Choice;
import plenum.server.voting.Vote;
import plenum.server.voting.Voting;

/** Laws that hold whatever people send, over seeded random orders. */
class HallFuzzTest {
    private static final int SEEDS = 400;
    private static final int ORDERS = 480;
    private static final int DELEGATES = 6;

    @Test
    void theLawsOfTheHallHoldWhateverPeopleSend() {
        var seen = new HashSet<String>();
        for (var seed = 0; seed < SEEDS; seed++) {
            try (var scenario = begun(seed)) {
                play(scenario, seed);
                settle(scenario);
                foldsToTheSameState(scenario);
                everySnapshotLeadsToTheSameState(scenario, seed);
                scenario.journal.lines(Scenario.SESSION, 0, 10_000).forEach(line -> seen.add(line.type()));
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(Events.codec().names());
    }

    /** Some with a poll whose tellers are named; one in eight is a draft that somebody publishes sooner or later. */
    private static Scenario begun(int seed) {
        var scenario = new Scenario(DELEGATES, rules(seed));
        var unused = seed % 8 == 7 ? scenario.drafted() : scenario.published();
        if (RandomOrders.hasPolls(seed)) {
            RandomOrders.pollOnTheBudget(seed)
                    .forEach(command -> scenario.must(scenario.ask(Scenario.SECRETARY, command)));
        }
        return scenario;
    }

    private static RuleSet rules(int seed) {
        var base = Base.values()[seed % Base.values().length];
        var rules = Scenario.rules(DELEGATES);
        var ruled = Matters.electronic(
                new RuleSet(
                        rules.ruleSetId(),
                        1,
                        rules.citation(),
                        rules.validFrom(),
                        DELEGATES,
                        new Share(1, 3, false, Base.TOTAL_MEMBERS),
                        new Share(1, 2, true, base),
                        seed % 2 == 0,
                        600),
                1);
        return RandomOrders.hasSubstitutes(seed) ? Matters.withSubstitutes(ruled) : ruled;
    }

    private static void play(Scenario scenario, int seed) {
        var orders = new RandomOrders(seed, DELEGATES, scenario::now, scenario::hall);
        for (var sent = 0; sent < ORDERS; ) {
            var size = orders.upTo(6);
            var before = scenario.heard.size();
            var asked = new ArrayList<io.vertx.core.Future<Answer>>();
            for (var n = 0; n < size; n++) {
                asked.add(scenario.lane.submit(orders.next()));
            }
            asked.forEach(one -> assertThat(answered(one)).isNotEqualTo(HallProblem.FAULT));
            sent += size;
            scenario.passSeconds(orders.upTo(3));
            var checked = seed % 3 == 0 ? scenario.heard.subList(before, scenario.heard.size()) : List.<Committed>of();
            for (var committed : checked) {
                onlyChangedPartsDiffer(committed);
                onlyTouchedPeopleDiffer(committed);
                nobodySeesChoicesBeforeClosing(committed.after());
                onlyControlSeesEntriesThatWait(committed.after());
                ofMemberAndSubstituteOneIsHereAndOneVotes(committed.after());
                onlyControlSeesWhoWaitsAndNoWallSeesTheChat(committed.after());
                whatAPersonMayNotSeeMightAsWellNotBe(committed.after());
            }
        }
    }

    /** Afterwards time stands still and no window waits to be turned. */
    private static void settle(Scenario scenario) {
        var unused = scenario.ask(Scenario.SECRETARY, new AgendaCommand.DetachPaper(new PaperId("nothing")));
    }

    private static Object answered(io.vertx.core.Future<Answer> asked) {
        var answer = asked.toCompletionStage().toCompletableFuture().join();
        return answer instanceof Answer.Refused refused ? refused.problem().code() : answer;
    }

    private static void onlyChangedPartsDiffer(Committed committed) {
        for (var audience : Audience.values()) {
            var changed = HallViews.changed(committed.before(), committed.after(), audience);
            var before = HallViews.parts(committed.before(), audience);
            var after = HallViews.parts(committed.after(), audience);
            assertThat(after.keySet()).containsAll(changed);
            after.forEach((name, value) -> {
                if (!changed.contains(name)) {
                    assertThat(value).as(audience + " " + name).isEqualTo(before.get(name));
                }
            });
        }
    }

    private static void ofMemberAndSubstituteOneIsHereAndOneVotes(Hall hall) {
        hall.attendance()
                .rollCalls()
                .values()
                .forEach(call -> call.substitutes()
                        .values()
                        .forEach(one -> assertThat(here(call, one.personId()) && here(call, one.insteadOf()))
                                .isFalse()));
        for (var vote : hall.voting().votes()) {
            var opening = vote.opening();
            if (opening != null) {
                var seats = opening.eligible().stream()
                        .map(person -> opening.substitutes().stream()
                                .filter(one -> one.personId().equals(person))
                                .map(Substitute::insteadOf)
                                .findFirst()
                                .orElse(person))
                        .toList();
                assertThat(seats)
                        .doesNotHaveDuplicates()
                        .allMatch(person -> vote.byUnits() || hall.roster().has(person));
                assertThat(opening.units().stream().flatMap(unit -> unit.people().stream()))
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static boolean here(RollCall call, PersonId person) {
        return call.presence(person) == Presence.PRESENT || call.presence(person) == Presence.CHECKED_IN;
    }

    private static void onlyTouchedPeopleDiffer(Committed committed) {
        var touched = HallViews.touched(committed);
        for (var person : everyone(committed.after())) {
            if (!touched.contains(person)) {
                assertThat(HallViews.me(committed.after(), person)).isEqualTo(HallViews.me(committed.before(), person));
            }
        }
    }

    /** If all choices of uncounted votes were others, nobody would see a difference but the voter. */
    private static void nobodySeesChoicesBeforeClosing(Hall hall) {
        var other = withOtherChoices(hall, Set.of(Vote.State.OPEN, Vote.State.PREPARED, Vote.State.VOIDED));
        for (var audience : Audience.values()) {
            assertThat(HallViews.parts(other, audience)).isEqualTo(HallViews.parts(hall, audience));
        }
        var undeclared = withOtherChoices(
                hall, Set.of(Vote.State.OPEN, Vote.State.PREPARED, Vote.State.VOIDED, Vote.State.CLOSED));
        for (var audience : List.of(Audience.DELEGATE, Audience.SCREEN, Audience.GUEST, Audience.TECHNICIAN)) {
            assertThat(HallViews.parts(undeclared, audience)).isEqualTo(HallViews.parts(hall, audience));
        }
    }

    /** What one clerk wrote down is nobody's but control's and the member's. */
    private static void onlyControlSeesEntriesThatWait(Hall hall) {
        var without =
                withVoting(hall, new Voting(hall.voting().votes(), hall.voting().boxes(), HashTreePMap.empty()));
        for (var audience : List.of(Audience.DELEGATE, Audience.SCREEN, Audience.GUEST, Audience.TECHNICIAN)) {
            assertThat(HallViews.parts(without, audience)).isEqualTo(HallViews.parts(hall, audience));
        }
    }

    private static Hall withOtherChoices(Hall hall, Set<Vote.State> states) {
        var boxes = hall.voting().boxes();
        for (var vote : hall.voting().votes()) {
            if (states.contains(vote.state()) && (vote.tally() == null || vote.state() == Vote.State.CLOSED)) {
                boxes = boxes.plus(vote.voteId(), turned(hall.voting().ballots(vote.voteId())));
            }
        }
        return withVoting(
                hall, new Voting(hall.voting().votes(), boxes, hall.voting().entries()));
    }

    private static PMap<PersonId, Ballot> turned(PMap<PersonId, Ballot> ballots) {
        var all = ballots;
        for (var one : ballots.entrySet()) {
            var next = Choice.values()[(one.getValue().choice().ordinal() + 1) % 3];
            all = all.plus(
                    one.getKey(),
                    new Ballot(
                            next,
                            one.getValue().at(),
                            one.getValue().seq(),
                            one.getValue().chair(),
                            one.getValue().turn(),
                            one.getValue().byHand()));
        }
        return all;
    }

    private static Hall withVoting(Hall hall, Voting voting) {
        return new Hall(
                hall.session(),
                hall.seq(),
                hall.at(),
                hall.sittings(),
                hall.agenda(),
                hall.attendance(),
                hall.floor(),
                voting,
                hall.polls(),
                hall.screen(),
                hall.room(),
                hall.chat(),
                hall.stage(),
                hall.recording(),
                hall.follow(),
                hall.points(),
                hall.checkpoints(),
                hall.recent());
    }

    private static void foldsToTheSameState(Scenario scenario) {
        var entries = scenario.journal.read(Scenario.SESSION, 0, 10_000);
        assertThat(fold(null, entries)).isEqualTo(scenario.hall());
        var recovered = new Recovery(scenario.journal, new MemorySnapshots())
                .open(Scenario.SESSION)
                .orElseThrow();
        assertThat(recovered).isEqualTo(scenario.lane.durable());
        sameViews(recovered.hall(), scenario.hall());
    }

    private static void everySnapshotLeadsToTheSameState(Scenario scenario, int seed) {
        var batches = scenario.journal.batches(Scenario.SESSION, 0, 10_000);
        var cut = batches.get(Math.floorMod(seed * 31, batches.size()));
        var codec = new HallCodec();
        var entries = scenario.journal.read(Scenario.SESSION, 0, 10_000);
        var early = fold(null, entries.subList(0, (int) cut.last()));
        var snapshots = new MemorySnapshots();
        snapshots.write(codec.write(new Durable(early, cut.hash())));
        var recovered =
                new Recovery(scenario.journal, snapshots).open(Scenario.SESSION).orElseThrow();
        assertThat(codec.read(codec.write(new Durable(early, cut.hash())))).contains(early);
        assertThat(recovered).isEqualTo(scenario.lane.durable());
        sameViews(recovered.hall(), scenario.hall());
    }

    private static Hall fold(@org.jspecify.annotations.Nullable Hall start, List<JournalEntry> entries) {
        var hall = start;
        for (var entry : entries) {
            hall = hall == null ? Hall.start(Scenario.SESSION, entry) : hall.apply(entry);
        }
        return java.util.Objects.requireNonNull(hall);
    }

    private static void sameViews(Hall one, Hall other) {
        for (var audience : Audience.values()) {
            assertThat(HallViews.parts(one, audience)).isEqualTo(HallViews.parts(other, audience));
        }
        for (var person : everyone(other)) {
            assertThat(HallViews.me(one, person)).isEqualTo(HallViews.me(other, person));
        }
    }

    /** Members, and others who may come into the room. */
    private static List<PersonId> everyone(Hall hall) {
        var members = hall.roster().members().stream().map(Member::personId);
        var others = Stream.of(Scenario.SECRETARY, Scenario.CHAIR, RandomOrders.GUEST, RandomOrders.KIOSK)
                .map(Actor::person);
        return Stream.concat(members, others).toList();
    }

    /** Without their names nobody but control would see a difference; the wall would not if nobody had written. */
    private static void onlyControlSeesWhoWaitsAndNoWallSeesTheChat(Hall hall) {
        var people = hall.room().people();
        var strangers = people.waiting().stream()
                .map(knock -> new Knock(new PersonId("x" + knock.personId()), "Ai đó", knock.as(), knock.since()))
                .toList();
        var room = hall.room();
        var other = withRoom(
                hall,
                new Room(
                        room.state(),
                        room.openedAt(),
                        room.settings(),
                        new People(people.participants(), strangers, people.standings()),
                        room.pinned()),
                hall.chat());
        for (var audience : List.of(Audience.DELEGATE, Audience.SCREEN, Audience.GUEST)) {
            assertThat(HallViews.parts(other, audience)).isEqualTo(HallViews.parts(hall, audience));
        }
        assertThat(HallViews.parts(withRoom(hall, room, Chat.NONE), Audience.SCREEN))
                .isEqualTo(HallViews.parts(hall, Audience.SCREEN));
    }

    /** Without the papers that are not for somebody, nothing would be different for them, not even an index. */
    private static void whatAPersonMayNotSeeMightAsWellNotBe(Hall hall) {
        for (var audience : List.of(Audience.DELEGATE, Audience.SCREEN, Audience.GUEST, Audience.TECHNICIAN)) {
            var rest = without(
                    hall,
                    paper -> !paper.open()
                            || paper.reach().restricted()
                            || ((audience == Audience.GUEST || audience == Audience.TECHNICIAN)
                                    && paper.reach().confidential()));
            assertThat(HallViews.parts(rest, audience)).isEqualTo(HallViews.parts(hall, audience));
        }
        for (var member : hall.roster().members()) {
            var rest = without(hall, paper -> !paper.open() || !paper.reach().admits(Optional.of(member)));
            assertThat(HallViews.me(rest, member.personId())).isEqualTo(HallViews.me(hall, member.personId()));
        }
    }

    private static Hall without(Hall hall, Predicate<Paper> secret) {
        var agenda = hall.agenda();
        var items = agenda.items().all().stream()
                .map(item -> new Item(
                        item.itemId(),
                        item.parentId(),
                        item.facts(),
                        item.papers().stream().filter(secret.negate()).toList()))
                .toList();
        var other = new Agenda(new Items(items), agenda.current(), agenda.since(), agenda.done(), List.of());
        return new Hall(
                hall.session(),
                hall.seq(),
                hall.at(),
                hall.sittings(),
                other,
                hall.attendance(),
                hall.floor(),
                hall.voting(),
                hall.polls(),
                hall.screen(),
                hall.room(),
                hall.chat(),
                hall.stage(),
                hall.recording(),
                hall.follow(),
                hall.points(),
                hall.checkpoints(),
                hall.recent());
    }

    private static Hall withRoom(Hall hall, Room room, Chat chat) {
        return new Hall(
                hall.session(),
                hall.seq(),
                hall.at(),
                hall.sittings(),
                hall.agenda(),
                hall.attendance(),
                hall.floor(),
                hall.voting(),
                hall.polls(),
                hall.screen(),
                room,
                chat,
                hall.stage(),
                hall.recording(),
                hall.follow(),
                hall.points(),
                hall.checkpoints(),
                hall.recent());
    }
}
