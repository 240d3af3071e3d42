package plenum.server.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.kernel.Decision.accept;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand.AddItem;
import plenum.server.agenda.AgendaCommand.AttachPaper;
import plenum.server.agenda.AgendaCommand.CloseItem;
import plenum.server.agenda.AgendaCommand.DetachPaper;
import plenum.server.agenda.AgendaCommand.EditItem;
import plenum.server.agenda.AgendaCommand.MoveItem;
import plenum.server.agenda.AgendaCommand.MovePaper;
import plenum.server.agenda.AgendaCommand.OpenItem;
import plenum.server.agenda.AgendaCommand.RemoveItem;
import plenum.server.agenda.AgendaCommand.RenamePaper;
import plenum.server.agenda.AgendaEvent.ItemAdded;
import plenum.server.agenda.AgendaEvent.ItemClosed;
import plenum.server.agenda.AgendaEvent.ItemOpened;
import plenum.server.agenda.AgendaEvent.PaperAttached;
import plenum.server.kernel.Decision;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Roster;
import plenum.server.kernel.SittingId;

class AgendaRulesTest {
    private static final Instant NOW = Instant.parse("2026-12-08T01:00:00Z");
    private static final ItemId A = new ItemId("a");
    private static final ItemId B = new ItemId("b");
    private static final ItemId A1 = new ItemId("a1");
    private static final ItemId A11 = new ItemId("a11");
    private static final PaperId PAPER = new PaperId("tt-125");
    private static final PaperId OTHER = new PaperId("bc-77");
    private static final AgendaRules.Outside RUNNING =
            outside(false, true, false, Set.of(new SittingId("sang")), Set.of());
    private static final AgendaRules.Outside VOTING = outside(false, true, true, Set.of(), Set.of());

    @Test
    void anItemIsAdded() {
        assertThat(decide(after(), new AddItem(A, null, 0, facts(false)))).isEqualTo(accept(added(A, null, 0)));
    }

    @Test
    void anItemIsAddedOnce() {
        assertThat(code(decide(after(added(A, null, 0)), new AddItem(A, null, 0, facts(false)))))
                .isEqualTo(AgendaProblem.ITEM_EXISTS);
    }

    @Test
    void anItemNeedsAParentThatIsThere() {
        assertThat(code(decide(after(), new AddItem(A1, A, 0, facts(false))))).isEqualTo(AgendaProblem.NO_SUCH_ITEM);
    }

    @Test
    void anItemNeedsASittingThatIsThere() {
        var facts = new ItemFacts("Nội dung", ItemKind.REPORT, null, null, new SittingId("khac"), false, null);
        assertThat(code(decide(after(), new AddItem(A, null, 0, facts)))).isEqualTo(AgendaProblem.NO_SUCH_SITTING);
    }

    @Test
    void theAgendaHasThreeLevels() {
        assertThat(decide(tree(), new AddItem(new ItemId("a12"), A1, 1, facts(false))))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(code(decide(tree(), new AddItem(new ItemId("a111"), A11, 0, facts(false)))))
                .isEqualTo(AgendaProblem.TOO_DEEP);
    }

    @Test
    void aPlaceBehindTheLastSiblingIsTheLast() {
        assertThat(code(decide(tree(), new AddItem(new ItemId("c"), null, 3, facts(false)))))
                .isEqualTo(AgendaProblem.BAD_PLACE);
    }

    @Test
    void itemsStandDepthFirstInOrder() {
        var tree = tree().apply(added(new ItemId("c"), null, 1), NOW);
        assertThat(tree.items().all())
                .extracting(item -> item.itemId().value())
                .containsExactly("a", "a1", "a11", "c", "b");
    }

    @Test
    void anItemIsEdited() {
        var facts = new ItemFacts("Tên mới", ItemKind.REPORT, "Bà Lan", 15, new SittingId("sang"), false, "NQ");
        assertThat(decide(tree(), new EditItem(B, facts)))
                .isEqualTo(accept(new AgendaEvent.ItemEdited(
                        B, "Tên mới", ItemKind.REPORT, "Bà Lan", 15, new SittingId("sang"), false, "NQ")));
    }

    @Test
    void anEditThatChangesNothingIsNoEvent() {
        assertThat(decide(tree(), new EditItem(B, facts(false)))).isEqualTo(accept());
    }

    @Test
    void anItemThatIsNotThereIsNotEdited() {
        assertThat(code(decide(after(), new EditItem(A, facts(false))))).isEqualTo(AgendaProblem.NO_SUCH_ITEM);
    }

    @Test
    void theCurrentItemIsNotHidden() {
        assertThat(code(decide(tree(new ItemOpened(A1)), new EditItem(A1, facts(true)))))
                .isEqualTo(AgendaProblem.CURRENT_ITEM_MUST_BE_SEEN);
    }

    @Test
    void whatTheCurrentItemStandsBelowIsNotHidden() {
        assertThat(code(decide(tree(new ItemOpened(A1)), new EditItem(A, facts(true)))))
                .isEqualTo(AgendaProblem.CURRENT_ITEM_MUST_BE_SEEN);
    }

    @Test
    void anItemIsMovedWithAllThatIsBelowIt() {
        var moved = new AgendaEvent.ItemMoved(A, null, 1);
        assertThat(decide(tree(), new MoveItem(A, null, 1))).isEqualTo(accept(moved));
        assertThat(tree().apply(moved, NOW).items().all())
                .extracting(item -> item.itemId().value())
                .containsExactly("b", "a", "a1", "a11");
    }

    @Test
    void anItemIsMovedBelowAnother() {
        var tree = tree().apply(new AgendaEvent.ItemMoved(B, A, 0), NOW);
        assertThat(tree.items().all()).extracting(item -> item.itemId().value()).containsExactly("a", "b", "a1", "a11");
        assertThat(tree.items().depth(B)).isEqualTo(2);
    }

    @Test
    void anItemIsNotMovedBelowItself() {
        assertThat(code(decide(tree(), new MoveItem(A, A1, 0)))).isEqualTo(AgendaProblem.BELOW_ITSELF);
        assertThat(code(decide(tree(), new MoveItem(A, A, 0)))).isEqualTo(AgendaProblem.BELOW_ITSELF);
    }

    @Test
    void aTallItemIsNotMovedTooDeep() {
        assertThat(code(decide(tree(), new MoveItem(A, B, 0)))).isEqualTo(AgendaProblem.TOO_DEEP);
    }

    @Test
    void movingToTheSamePlaceIsNoEvent() {
        assertThat(decide(tree(), new MoveItem(B, null, 1))).isEqualTo(accept());
    }

    @Test
    void theCurrentItemIsNotMovedBelowAHiddenOne() {
        var hidden = new ItemAdded(new ItemId("an"), null, 2, "Ẩn", ItemKind.OTHER, null, null, null, true, null);
        assertThat(code(decide(tree(hidden, new ItemOpened(B)), new MoveItem(B, new ItemId("an"), 0))))
                .isEqualTo(AgendaProblem.CURRENT_ITEM_MUST_BE_SEEN);
    }

    @Test
    void anItemIsRemovedWithItsChildren() {
        assertThat(decide(tree(), new RemoveItem(A))).isEqualTo(accept(new AgendaEvent.ItemRemoved(A)));
        assertThat(tree().apply(new AgendaEvent.ItemRemoved(A), NOW).items().all())
                .extracting(Item::itemId)
                .containsExactly(B);
    }

    @Test
    void anItemThatIsCurrentOrDoneStays() {
        assertThat(code(decide(tree(new ItemOpened(A11)), new RemoveItem(A)))).isEqualTo(AgendaProblem.ITEM_IN_USE);
        assertThat(code(decide(tree(new ItemOpened(A11), new ItemClosed(A11)), new RemoveItem(A))))
                .isEqualTo(AgendaProblem.ITEM_IN_USE);
    }

    @Test
    void anItemWithAVoteStays() {
        var outside = outside(false, true, false, Set.of(), Set.of(A1));
        assertThat(code(AgendaRules.decide(tree(), new RemoveItem(A), outside))).isEqualTo(AgendaProblem.ITEM_HAS_VOTE);
    }

    @Test
    void anItemWithPapersStays() {
        assertThat(code(decide(tree(attached(PAPER, A1)), new RemoveItem(A)))).isEqualTo(AgendaProblem.ITEM_HAS_PAPERS);
    }

    @Test
    void anItemIsOpenedInAnOpenSitting() {
        assertThat(decide(tree(), new OpenItem(A))).isEqualTo(accept(new ItemOpened(A)));
    }

    @Test
    void withoutOpenSittingNoItemIsOpened() {
        var outside = outside(false, false, false, Set.of(), Set.of());
        assertThat(code(AgendaRules.decide(tree(), new OpenItem(A), outside))).isEqualTo(AgendaProblem.NO_SITTING_OPEN);
    }

    @Test
    void openingAnItemClosesTheCurrentOne() {
        assertThat(decide(tree(new ItemOpened(A)), new OpenItem(B)))
                .isEqualTo(accept(new ItemClosed(A), new ItemOpened(B)));
    }

    @Test
    void theCurrentItemIsNotOpenedAgain() {
        assertThat(code(decide(tree(new ItemOpened(A)), new OpenItem(A)))).isEqualTo(AgendaProblem.ITEM_ALREADY_OPEN);
    }

    @Test
    void aHiddenItemAndWhatIsBelowItAreNotOpened() {
        var hidden = tree(new AgendaEvent.ItemEdited(A, "A", ItemKind.REPORT, null, null, null, true, null));
        assertThat(code(decide(hidden, new OpenItem(A)))).isEqualTo(AgendaProblem.ITEM_HIDDEN);
        assertThat(code(decide(hidden, new OpenItem(A11)))).isEqualTo(AgendaProblem.ITEM_HIDDEN);
    }

    @Test
    void whileAVoteIsOpenTheItemStays() {
        var open = tree(new ItemOpened(A));
        assertThat(code(AgendaRules.decide(open, new OpenItem(B), VOTING))).isEqualTo(AgendaProblem.VOTE_IS_OPEN);
        assertThat(code(AgendaRules.decide(open, new CloseItem(), VOTING))).isEqualTo(AgendaProblem.VOTE_IS_OPEN);
    }

    @Test
    void closingMakesAnItemDone() {
        assertThat(decide(tree(new ItemOpened(A)), new CloseItem())).isEqualTo(accept(new ItemClosed(A)));
        assertThat(tree(new ItemOpened(A), new ItemClosed(A)).done()).containsExactly(A);
    }

    @Test
    void withoutCurrentItemNothingIsClosed() {
        assertThat(code(decide(tree(), new CloseItem()))).isEqualTo(AgendaProblem.NO_ITEM_OPEN);
    }

    @Test
    void anItemThatIsOpenedAgainIsNotDone() {
        assertThat(tree(new ItemOpened(A), new ItemClosed(A), new ItemOpened(A)).done())
                .isEmpty();
    }

    @Test
    void anEndedSessionsAgendaStays() {
        var ended = outside(true, false, false, Set.of(), Set.of());
        assertThat(code(AgendaRules.decide(tree(), new RemoveItem(A), ended))).isEqualTo(AgendaProblem.SESSION_ENDED);
    }

    @Test
    void aPaperIsAttachedToAnItem() {
        assertThat(decide(tree(), attach(PAPER, A, "aa"))).isEqualTo(accept(attached(PAPER, A)));
        assertThat(code(decide(tree(), attach(PAPER, new ItemId("khong"), "aa"))))
                .isEqualTo(AgendaProblem.NO_SUCH_ITEM);
    }

    @Test
    void theSameBytesUnderTheSameIdAreThePaperThatIsThere() {
        assertThat(decide(tree(attached(PAPER, A)), attach(PAPER, A, "aa"))).isEqualTo(accept());
    }

    @Test
    void otherBytesUnderTheSameIdAreRefused() {
        assertThat(code(decide(tree(attached(PAPER, A)), attach(PAPER, A, "bb"))))
                .isEqualTo(AgendaProblem.PAPER_EXISTS);
    }

    @Test
    void aPaperIsMovedToAnotherItem() {
        var two = tree(attached(PAPER, A), attached(OTHER, B));
        var moved = new AgendaEvent.PaperMoved(PAPER, B, 0);
        assertThat(decide(two, new MovePaper(PAPER, B, 0))).isEqualTo(accept(moved));
        assertThat(two.apply(moved, NOW).items().find(B).orElseThrow().papers())
                .extracting(Paper::paperId)
                .containsExactly(PAPER, OTHER);
    }

    @Test
    void aFullItemTakesNoMovedPaper() {
        var full = Stream.concat(
                        Stream.of(attached(PAPER, A)),
                        IntStream.range(0, 300).mapToObj(n -> attached(new PaperId("paper-" + n), B)))
                .toArray(AgendaEvent[]::new);
        assertThat(code(decide(tree(full), new MovePaper(PAPER, B, 0)))).isEqualTo(AgendaProblem.TOO_MANY_PAPERS);
    }

    @Test
    void aPaperMovedToItsOwnPlaceIsNoEvent() {
        assertThat(decide(tree(attached(PAPER, A)), new MovePaper(PAPER, A, 0))).isEqualTo(accept());
    }

    @Test
    void aPaperHasItsPlaceAmongThePapers() {
        assertThat(code(decide(tree(attached(PAPER, A)), new MovePaper(PAPER, A, 1))))
                .isEqualTo(AgendaProblem.BAD_PLACE);
    }

    @Test
    void aPaperIsRenamed() {
        assertThat(decide(
                        tree(attached(PAPER, A)),
                        new RenamePaper(PAPER, new PaperFacts("Báo cáo", PaperKind.REPORT, "7/BC"))))
                .isEqualTo(
                        accept(new AgendaEvent.PaperRenamed(PAPER, "Báo cáo", PaperKind.REPORT, "7/BC", null, null)));
        assertThat(decide(
                        tree(attached(PAPER, A)),
                        new RenamePaper(PAPER, new PaperFacts("Tờ trình", PaperKind.SUBMISSION, null))))
                .isEqualTo(accept());
    }

    @Test
    void aPaperIsDetachedUntilTheSessionIsPublished() {
        var tree = tree(attached(PAPER, A));
        assertThat(AgendaRules.decide(tree, new DetachPaper(PAPER), outside(false, false)))
                .isEqualTo(accept(new AgendaEvent.PaperDetached(PAPER)));
        assertThat(code(AgendaRules.decide(tree, new DetachPaper(PAPER), outside(true, false))))
                .isEqualTo(AgendaProblem.PAPER_PUBLISHED);
    }

    @Test
    void aPaperThatIsNotThereIsNotFound() {
        assertThat(code(decide(tree(), new DetachPaper(PAPER)))).isEqualTo(AgendaProblem.NO_SUCH_PAPER);
        assertThat(code(decide(tree(), new MovePaper(PAPER, A, 0)))).isEqualTo(AgendaProblem.NO_SUCH_PAPER);
        assertThat(code(decide(tree(), new RenamePaper(PAPER, new PaperFacts("T", PaperKind.ANNEX, null)))))
                .isEqualTo(AgendaProblem.NO_SUCH_PAPER);
    }

    @Test
    void aHiddenItemsPapersAreNotShown() {
        var seen = tree(attached(PAPER, A1));
        assertThat(seen.shows(PAPER)).isTrue();
        var hidden = new AgendaEvent.ItemEdited(A, "A", ItemKind.REPORT, null, null, null, true, null);
        assertThat(seen.apply(hidden, NOW).shows(PAPER)).isFalse();
    }

    private static AgendaRules.Outside outside(boolean published, boolean ended) {
        return new AgendaRules.Outside(
                published, false, ended, false, false, Set.of(), Set.of(), new Roster(List.of()), NOW);
    }

    private static AgendaRules.Outside outside(
            boolean ended, boolean sittingOpen, boolean voteOpen, Set<SittingId> sittings, Set<ItemId> voted) {
        return new AgendaRules.Outside(
                true, false, ended, sittingOpen, voteOpen, sittings, voted, new Roster(List.of()), NOW);
    }

    private static ItemFacts facts(boolean hidden) {
        return new ItemFacts("Nội dung", ItemKind.REPORT, null, null, null, hidden, null);
    }

    private static ItemAdded added(ItemId id, @Nullable ItemId parent, int index) {
        return new ItemAdded(id, parent, index, "Nội dung", ItemKind.REPORT, null, null, null, false, null);
    }

    private static AttachPaper attach(PaperId paper, ItemId item, String sha) {
        return new AttachPaper(
                paper,
                item,
                new PaperFacts("Tờ trình", PaperKind.SUBMISSION, null),
                new PaperFile(3, 900, sha, "tt.pdf"),
                Reach.EVERYONE);
    }

    private static PaperAttached attached(PaperId paper, ItemId item) {
        return new PaperAttached(
                paper, item, "Tờ trình", PaperKind.SUBMISSION, null, 3, 900, "aa", "tt.pdf", null, null, null, null);
    }

    private static Decision decide(Agenda state, AgendaCommand command) {
        return AgendaRules.decide(state, command, RUNNING);
    }

    private static Problem.@Nullable Code code(Decision decision) {
        return decision instanceof Decision.Refused refused ? refused.problem().code() : null;
    }

    /** a, with a1, with a11; b. */
    private static Agenda tree(AgendaEvent... events) {
        var state = after(added(A, null, 0), added(B, null, 1), added(A1, A, 0), added(A11, A1, 0));
        for (var event : events) {
            state = state.apply(event, NOW);
        }
        return state;
    }

    private static Agenda after(AgendaEvent... events) {
        var state = Agenda.EMPTY;
        for (var event : events) {
            state = state.apply(event, NOW);
        }
        return state;
    }
}
