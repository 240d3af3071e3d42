package plenum.server.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.notes.NoteHouse.erased;
import static plenum.server.notes.NoteHouse.note;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.ItemFacts;
import plenum.server.agenda.ItemKind;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.testkit.Council;
import plenum.server.testkit.House;

class NotesTest {
    private static NoteHouse notes;

    @BeforeAll
    static void open() throws IOException {
        notes = new NoteHouse();
    }

    @AfterAll
    static void close() throws IOException {
        notes.close();
    }

    @Test
    void whatOneTabletWritesTheOtherReads() {
        var person = notes.delegate(10);
        var mark = note("m1", "p-open", 1000, "Hỏi lại số liệu biểu 3");
        var written = notes.write(person, mark);
        assertThat(written.refused()).isEmpty();
        assertThat(notes.changes(person, 0)).isEqualTo(new Changes(List.of(mark), written.last(), false));
        assertThat(notes.changes(person, written.last()).marks()).isEmpty();
    }

    @Test
    void aChangeThatIsSentAgainChangesNothing() {
        var person = notes.delegate(11);
        var mark = note("m1", "p-open", 1000, "một lần");
        var first = notes.write(person, mark);
        assertThat(notes.write(person, mark, mark)).isEqualTo(first);
        assertThat(notes.changes(person, 0).marks()).containsExactly(mark);
    }

    @Test
    void anOlderChangeThatArrivesLateLoses() {
        var person = notes.delegate(12);
        var newer = note("m1", "p-open", 2000, "sau");
        var unused = notes.write(person, newer);
        assertThat(notes.write(person, note("m1", "p-open", 1000, "trước")).refused())
                .isEmpty();
        assertThat(notes.changes(person, 0).marks()).containsExactly(newer);
    }

    @Test
    void whatIsErasedIsGoneFromTheStoreAndStaysErased() {
        var person = notes.delegate(13);
        var mark = note("m1", "p-open", 1000, "bí mật");
        var unused = notes.write(person, mark);
        assertThat(notes.write(person, erased(mark, 3000)).refused()).isEmpty();
        assertThat(notes.write(person, note("m1", "p-open", 2000, "trở lại")).refused())
                .isEmpty();
        assertThat(notes.changes(person, 0).marks()).containsExactly(erased(mark, 3000));
        assertThat(notes.raw(person, "GET", "").body()).doesNotContain("bí mật", "trở lại");
    }

    /** Two tablets, edits and erasures of the same and of own marks, delivered in any order, doubled and cut. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void twoTabletsMergeWithoutLossInWhateverOrderTheySend(long seed) {
        var chance = new Random(seed);
        var person = notes.delegate(20 + (int) seed);
        var sent = new ArrayList<Mark>();
        for (var tablet = 1; tablet <= 2; tablet++) {
            for (var change = 0; change < 30; change++) {
                var id = chance.nextInt(3) == 0 ? "both-" + chance.nextInt(4) : "t" + tablet + "-" + chance.nextInt(12);
                var ms = 1000 + chance.nextInt(100_000) * 2L + tablet % 2;
                var mark = note(id, "p-open", ms, "máy " + tablet + " lần " + change);
                sent.add(chance.nextInt(5) == 0 ? erased(mark, ms) : mark);
            }
        }
        var wanted = new HashMap<String, Mark>();
        sent.forEach(mark -> wanted.merge(mark.markId(), mark, (one, other) -> other.wins(one) ? other : one));

        var deliveries = new ArrayList<>(sent);
        deliveries.addAll(sent.subList(0, 20));
        Collections.shuffle(deliveries, chance);
        var read = new HashMap<String, Mark>();
        var since = 0L;
        while (!deliveries.isEmpty()) {
            var size = Math.min(1 + chance.nextInt(9), deliveries.size());
            var batch = deliveries.subList(0, size);
            assertThat(notes.write(person, batch.toArray(Mark[]::new)).refused())
                    .isEmpty();
            batch.clear();
            if (chance.nextBoolean()) {
                since = follow(person, since, read);
            }
        }
        var unused = follow(person, since, read);
        assertThat(read).isEqualTo(wanted);
        var fresh = new HashMap<String, Mark>();
        unused = follow(person, 0, fresh);
        assertThat(fresh).isEqualTo(wanted);
    }

    /** Whichever tablet sends first, and however often: both texts are there afterwards, each once. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTextWrittenOnTwoTabletsAtOnceIsKeptTwice(boolean earlierFirst) {
        var person = notes.delegate(earlierFirst ? 32 : 33);
        var begun = note("m1", "p-open", 1000, "dự thảo");
        var one = NoteHouse.edited(begun, "2", 2000, "máy bàn", begun);
        var more = NoteHouse.edited(one, "2", 2100, "máy bàn, viết tiếp", one, begun);
        var other = NoteHouse.edited(begun, "3", 3000, "máy bảng", begun);
        var unused = notes.write(person, begun);
        for (var mark : earlierFirst ? List.of(one, more, other, one) : List.of(other, one, more, other)) {
            assertThat(notes.write(person, mark).refused()).isEmpty();
        }
        var read = notes.changes(person, 0).marks();
        assertThat(read)
                .extracting(mark -> Objects.requireNonNull(mark.data()).text())
                .containsExactlyInAnyOrder("máy bảng", "máy bàn, viết tiếp");
        assertThat(read).extracting(Mark::copyOf).containsExactlyInAnyOrder(null, "m1");
        var copy =
                read.stream().filter(mark -> mark.copyOf() != null).findFirst().orElseThrow();
        unused = notes.write(person, erased(copy, 4000), more);
        assertThat(notes.changes(person, 0).marks())
                .filteredOn(mark -> !mark.deleted())
                .containsExactly(other);
    }

    @Test
    void aTextThatWasReadBeforeItWasChangedIsNotKeptTwice() {
        var person = notes.delegate(34);
        var begun = note("m1", "p-open", 1000, "dự thảo");
        var one = NoteHouse.edited(begun, "2", 2000, "sửa", begun);
        var other = NoteHouse.edited(one, "3", 3000, "sửa tiếp", begun, one);
        var unused = notes.write(person, begun, one, other, begun, one);
        assertThat(notes.changes(person, 0).marks()).containsExactly(other);
    }

    @Test
    void whoHasNotHeardThatANoteIsPrivateAgainDoesNotShareItByWritingOn() {
        var owner = notes.delegate(47);
        var named = notes.delegate(49);
        var sharing = new Sharing(false, List.of(new PersonId(named)));
        var begun = NoteHouse.shared(note("s2", "p-open", 1000, "xem giúp"), sharing, 1000);
        var unused = notes.write(owner, begun);
        assertThat(texts(named)).containsExactly("xem giúp");
        var takenBack = NoteHouse.shared(NoteHouse.edited(begun, "2", 2000, "xem giúp", begun), null, 2000);
        unused = notes.write(owner, takenBack);
        unused = notes.write(owner, NoteHouse.edited(begun, "3", 3000, "viết tiếp", begun));
        assertThat(texts(named)).isEmpty();
        assertThat(Objects.requireNonNull(
                                notes.changes(owner, 0).marks().getFirst().data())
                        .text())
                .isEqualTo("viết tiếp");
    }

    @Test
    void aNoteIsPrivateAgainAlsoWhenThatArrivesAfterALaterText() {
        var owner = notes.delegate(50);
        var named = notes.delegate(51);
        var sharing = new Sharing(false, List.of(new PersonId(named)));
        var begun = NoteHouse.shared(note("s3", "p-open", 1000, "xem giúp"), sharing, 1000);
        var unused = notes.write(owner, begun, NoteHouse.edited(begun, "3", 3000, "viết tiếp", begun));
        assertThat(texts(named)).containsExactly("viết tiếp");
        unused =
                notes.write(owner, NoteHouse.shared(NoteHouse.edited(begun, "2", 2000, "xem giúp", begun), null, 2000));
        assertThat(texts(named)).isEmpty();
    }

    private static long follow(String person, long since, Map<String, Mark> read) {
        var changes = notes.changes(person, since);
        changes.marks().forEach(mark -> read.put(mark.markId(), mark));
        return changes.more() ? follow(person, changes.last(), read) : changes.last();
    }

    @Test
    void moreThanOnePageComesInPages() {
        var person = notes.delegate(14);
        for (var batch = 0; batch < 6; batch++) {
            var start = batch * 100;
            var marks = java.util.stream.IntStream.range(start, start + 100)
                    .mapToObj(n -> note("m" + n, "p-open", 1000 + n, "số " + n))
                    .toArray(Mark[]::new);
            assertThat(notes.write(person, marks).refused()).isEmpty();
        }
        assertThat(notes.changes(person, 0).more()).isTrue();
        var read = new HashMap<String, Mark>();
        assertThat(follow(person, 0, read)).isEqualTo(600);
        assertThat(read).hasSize(600);
    }

    @Test
    void nobodyElseSeesWhatIsPrivate() {
        var owner = notes.delegate(4);
        var unused = notes.write(owner, note("private", "p-open", 1000, "chỉ mình tôi"));
        for (var other : List.of(notes.delegate(8), "secretary", "chair", "guest")) {
            assertThat(notes.raw(other, "GET", "").body()).as(other).doesNotContain("chỉ mình tôi");
            assertThat(notes.house
                            .as(other, "GET", NoteHouse.NOTES + "/shared", "")
                            .body())
                    .as(other)
                    .doesNotContain("chỉ mình tôi");
        }
        for (var administrator : List.of("unit-admin", "admin", "neighbour")) {
            assertThat(notes.raw(administrator, "GET", "").statusCode()).isEqualTo(404);
            assertThat(notes.house
                            .as(administrator, "GET", NoteHouse.NOTES + "/shared", "")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theSameMarkIdOfAnotherPersonIsAnotherMark() {
        var one = notes.delegate(30);
        var other = notes.delegate(31);
        var unused = notes.write(one, note("same", "p-open", 1000, "của tôi"));
        assertThat(notes.write(other, note("same", "p-open", 9000, "của người khác"))
                        .refused())
                .isEmpty();
        assertThat(notes.changes(one, 0).marks()).containsExactly(note("same", "p-open", 1000, "của tôi"));
    }

    @Test
    void aPaperThatMayNotBeReadMayNotBeAnnotatedAndTheRestIsKept() {
        var person = notes.delegate(15);
        var good = note("good", "p-open", 1000, "được");
        var written = notes.write(
                person, note("hidden", "p-secret", 1000, "không"), note("none", "p-none", 1000, "không"), good);
        assertThat(written.refused()).extracting(Written.Refused::markId).containsExactly("hidden", "none");
        assertThat(written.refused())
                .extracting(refused -> refused.problem().code())
                .containsOnly("papers:no-such-paper");
        assertThat(notes.changes(person, 0).marks()).containsExactly(good);
        assertThat(notes.write("secretary", note("hidden", "p-secret", 1000, "thư ký"))
                        .refused())
                .isEmpty();
    }

    @Test
    void aMarkWithoutTheDataOfItsKindIsRefused() {
        var person = notes.delegate(16);
        var bare = new Mark("m", MarkKind.INK, null, null, null, NoteHouse.hlc(1), false, null, null, null, null, null);
        assertThat(notes.write(person, bare).refused())
                .extracting(refused -> refused.problem().code())
                .containsExactly("notes:bad-mark");
        var strange = notes.raw(
                person,
                "POST",
                "{\"marks\":[{\"markId\":\"m\",\"kind\":\"NOTE\",\"hlc\":\"9999999999999-0000-00000001\",\"deleted\":false,\"data\":{\"$where\":\"1\"}}]}");
        assertThat(strange.statusCode()).isEqualTo(400);
    }

    @Test
    void whoHasWrittenTooMuchMayStillErase() {
        var person = notes.delegate(17);
        var mark = note("first", "p-open", 1000, "đầu");
        var unused = notes.write(person, mark);
        notes.store.put(new Ledger(new PersonId(person), Council.SESSION, 1, Ledger.MOST_MARKS, 100));
        var written = notes.write(person, erased(mark, 2000), note("more", "p-open", 2000, "thêm"));
        assertThat(written.refused())
                .extracting(refused -> refused.problem().code())
                .containsExactly("notes:full");
        assertThat(notes.changes(person, 0).marks()).containsExactly(erased(mark, 2000));
    }

    @Test
    void aSharedMarkIsSeenByThoseNamedUntilItIsTakenBack() {
        var owner = notes.delegate(41);
        var named = notes.delegate(42);
        var other = notes.delegate(43);
        var sharing = new Sharing(false, List.of(new PersonId(named)));
        var unused = notes.write(owner, note("s1", "p-open", 1000, "xem giúp", sharing));
        assertThat(texts(named)).containsExactly("xem giúp");
        assertThat(notes.shared(named).marks().getFirst().name()).isNotEmpty().isNotEqualTo(owner);
        assertThat(Objects.requireNonNull(notes.shared(named).marks().getFirst())
                        .mark()
                        .sharing())
                .isNull();
        assertThat(texts(other)).isEmpty();
        unused = notes.write(owner, note("s1", "p-open", 2000, "xem giúp", null));
        assertThat(texts(named)).isEmpty();
        unused = notes.write(owner, note("s1", "p-open", 1500, "xem giúp", sharing));
        assertThat(texts(named)).as("a change from before the revocation").isEmpty();
    }

    @Test
    void aMarkSharedWithTheGroupIsSeenByTheGroupOnly() {
        var owner = notes.delegate(44);
        var same = notes.delegate(48);
        var other = notes.delegate(45);
        var unused = notes.write(owner, note("g1", "p-open", 1000, "cả tổ", new Sharing(true, List.of())));
        assertThat(texts(same)).containsExactly("cả tổ");
        assertThat(texts(other)).isEmpty();
        assertThat(texts(owner)).isEmpty();
        assertThat(texts("secretary")).isEmpty();
    }

    @Test
    void nothingIsSharedWithSomeoneOutsideOfTheSession() {
        var owner = notes.delegate(46);
        var stranger = new Sharing(false, List.of(new PersonId("neighbour")));
        assertThat(notes.write(owner, note("x", "p-open", 1000, "ra ngoài", stranger))
                        .refused())
                .extracting(refused -> refused.problem().code())
                .containsExactly("notes:no-such-person");
        var group = new Sharing(true, List.of());
        assertThat(notes.write("secretary", note("x", "p-open", 1000, "tổ nào", group))
                        .refused())
                .extracting(refused -> refused.problem().code())
                .containsExactly("notes:no-group");
    }

    @Test
    void aMarkOnAPaperThatWasHiddenMeanwhileIsNotSharedAnyMore() throws IOException {
        try (var own = new NoteHouse()) {
            var owner = own.delegate(4);
            var named = own.delegate(5);
            var sharing = new Sharing(false, List.of(new PersonId(named)));
            var unused = own.write(owner, note("h", "p-open", 1000, "lát nữa bị ẩn", sharing));
            assertThat(own.shared(named).marks()).hasSize(1);
            var facts = new ItemFacts("Ẩn", ItemKind.RESOLUTION, null, null, null, true, null);
            own.council.must(Council.SECRETARY, new AgendaCommand.EditItem(new ItemId("open"), facts));
            assertThat(own.shared(named).marks()).isEmpty();
        }
    }

    private static List<String> texts(String person) {
        return notes.shared(person).marks().stream()
                .map(shared -> Objects.requireNonNull(shared.mark().data()).text())
                .map(Objects::requireNonNull)
                .toList();
    }

    @Test
    void notesOfASessionThatIsNotThereAreNotFound() {
        assertThat(notes.house
                        .as("delegate", "GET", "/api/sessions/none/notes", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(House.text(notes.house.as("delegate", "GET", "/api/sessions/none/notes", ""), "/code"))
                .isEqualTo("sessions:no-such-session");
    }
}
