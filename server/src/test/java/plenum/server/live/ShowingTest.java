package plenum.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.live.Room.must;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.server.testkit.LiveClient;

/** What is shown, to whom, and how it is caught up. */
class ShowingTest {
    private final Room room = new Room(4);
    private final LiveClient secretary = room.secretary();

    @AfterEach
    void leave() {
        room.close();
    }

    private static List<String> names(JsonNode state) {
        return state.path("parts").propertyStream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode first(LiveClient client) {
        return client.await("state");
    }

    @Test
    void everyAudienceGetsItsParts() {
        room.publish(secretary);
        assertThat(names(first(room.socket().hello("d0", Room.SESSION, "delegate"))))
                .containsExactly(
                        "session",
                        "agenda",
                        "now",
                        "attendance",
                        "floor",
                        "voting",
                        "progress",
                        "ballots",
                        "room",
                        "stage",
                        "points",
                        "chat",
                        "follow",
                        "checkpoint");
        assertThat(names(first(room.socket().hello("wall", Room.SESSION, "screen"))))
                .contains("session", "attendance", "screen", "room")
                .doesNotContain("chat", "checkpoint");
        assertThat(names(first(room.socket().hello("guest", Room.SESSION, "guest"))))
                .doesNotContain("screen");
        var control = first(room.socket().hello("chair", Room.SESSION, "control"));
        assertThat(control.path("full").asBoolean()).isTrue();
        assertThat(control.path("parts").path("attendance").path("rows")).hasSize(4);
    }

    @Test
    void aStateLongerThanAFrameArrivesWhole() {
        var title = "ệ".repeat(300);
        room.publish(secretary);
        for (var i = 0; i < 200; i++) Room.addItem(secretary, 3 + i, title, false);
        var state = first(room.socket().hello("d0", Room.SESSION, "delegate"));
        var titles = state.path("parts").path("agenda").findValuesAsText("title");
        assertThat(String.join("", titles).getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(128 * 1024);
        assertThat(titles).filteredOn(title::equals).hasSize(200);
    }

    @Test
    void aChangeIsShownToAllWithOnlyThePartsThatChanged() {
        room.begin(secretary);
        var delegate = room.join("d0", "delegate");
        var seq = must(secretary, "agenda.open-item", Map.of("itemId", "item-1"));
        var state = delegate.await("state");
        assertThat(names(state)).containsExactly("now");
        assertThat(state.path("seq").asLong()).isEqualTo(seq);
        assertThat(state.path("full").asBoolean()).isFalse();
        assertThat(delegate.part("now").path("itemId").asText()).isEqualTo("item-1");
    }

    @Test
    void aHiddenItemNeverLeavesControl() {
        room.begin(secretary);
        var others = List.of(room.join("d0", "delegate"), room.join("wall", "screen"), room.join("guest", "guest"));
        Room.addItem(secretary, 3, "Nội dung tuyệt mật", true);
        must(secretary, "agenda.open-item", Map.of("itemId", "item-1"));
        for (var other : others) {
            other.awaitPart("now", now -> now.path("itemId").asText().equals("item-1"));
            assertThat(String.join("\n", other.raw()))
                    .doesNotContain("chưa công bố")
                    .doesNotContain("tuyệt mật")
                    .doesNotContain("item-2")
                    .doesNotContain("item-3");
        }
        secretary.awaitPart("agenda", agenda -> agenda.toString().contains("tuyệt mật"));
    }

    @Test
    void nobodySeesAChoiceWhileTheVoteIsOpen() {
        room.begin(secretary);
        var watchers = List.of(
                secretary,
                room.join("chair", "control"),
                room.join("d3", "delegate"),
                room.join("wall", "screen"),
                room.join("guest", "guest"));
        Room.openVote(secretary, "vote-1");
        try (var voter = room.join("d0", "delegate")) {
            must(voter, "voting.cast", Map.of("voteId", "vote-1", "choice", "AGAINST"));
            voter.await(m -> m.path("t").asText().equals("me") && m.toString().contains("AGAINST"));
        }
        for (var watcher : watchers) {
            watcher.awaitPart("progress", progress -> progress.path("cast").asInt() == 1);
            assertThat(String.join("\n", watcher.raw()))
                    .doesNotContain("\"choice\":\"AGAINST\"")
                    .doesNotContain("againstCount")
                    .doesNotContain("ballots\":[{\"personId");
        }
        must(secretary, "voting.close", Map.of("voteId", "vote-1"));
        secretary.awaitPart("voting", voting -> voting.toString().contains("againstCount"));
        watchers.get(2).awaitPart("voting", voting -> voting.toString().contains("CLOSED"));
        assertThat(String.join("\n", watchers.get(2).raw())).doesNotContain("againstCount");
    }

    @Test
    void whoReconnectsDuringAVoteSeesTheOwnBallot() {
        room.begin(secretary);
        Room.openVote(secretary, "vote-1");
        try (var voter = room.join("d0", "delegate")) {
            must(voter, "voting.cast", Map.of("voteId", "vote-1", "choice", "ABSTAIN"));
        }
        var again = room.socket().hello("d0", Room.SESSION, "delegate");
        var me = again.await(m -> m.path("t").asText().equals("me")
                && m.path("me").path("ballots").path(0).path("choice").asText().equals("ABSTAIN"));
        assertThat(me.path("me").path("personId").asText()).isEqualTo("d0");
    }

    @Test
    void meGoesToThePersonOnly() {
        room.begin(secretary);
        var mine = room.join("d0", "delegate");
        var tablet = room.join("d0", "delegate");
        var other = room.join("d1", "delegate");
        must(mine, "floor.raise-hand", Map.of());
        for (var own : List.of(mine, tablet))
            own.await(m -> m.path("me").path("hand").asBoolean());
        other.awaitPart("floor", floor -> floor.path("queue").size() == 1);
        assertThat(other.raw())
                .filteredOn(text -> text.startsWith("{\"t\":\"me\""))
                .hasSize(1);
    }

    @Test
    void resumeSendsOnlyWhatChanged() {
        room.begin(secretary);
        var delegate = room.join("d0", "delegate");
        must(secretary, "agenda.open-item", Map.of("itemId", "item-1"));
        delegate.awaitPart("now", now -> now.path("itemId").asText().equals("item-1"));
        var after = delegate.seq();
        delegate.close();
        var unchanged = room.socket().resume("d0", Room.SESSION, "delegate", after);
        var nothing = unchanged.await("state");
        assertThat(nothing.path("full").asBoolean()).isFalse();
        assertThat(names(nothing)).isEmpty();

        must(secretary, "floor.queue", Map.of("personId", "d1"));
        unchanged.awaitPart("floor", floor -> floor.path("queue").size() == 1);
        var again = room.socket().resume("d0", Room.SESSION, "delegate", after).await("state");
        assertThat(again.path("full").asBoolean()).isFalse();
        assertThat(names(again)).containsExactly("floor");
    }

    @Test
    void aSequenceThatTheServerDoesNotKnowGetsTheFullState() {
        room.begin(secretary);
        for (var after : List.of(0L, 1L, 999_999L, -5L)) {
            var state =
                    room.socket().resume("d0", Room.SESSION, "delegate", after).await("state");
            assertThat(state.path("full").asBoolean()).isTrue();
            assertThat(names(state)).contains("session", "voting");
        }
    }

    @Test
    void afterARestartTheAnswerIsFull() {
        room.begin(secretary);
        var delegate = room.join("d0", "delegate");
        var after = delegate.seq();
        room.restart();
        assertThat(delegate.closeCode()).isEqualTo(1001);
        var state = room.socket().resume("d0", Room.SESSION, "delegate", after).await("state");
        assertThat(state.path("full").asBoolean()).isTrue();
        assertThat(state.path("seq").asLong()).isEqualTo(after);
    }

    @Test
    void manyChangesAreMergedAndEndInTheNewestState() {
        room.begin(secretary);
        var watcher = room.join("d3", "delegate");
        var heard = watcher.raw().size();
        for (var i = 0; i < 200; i++) {
            secretary.order("move-" + i, "agenda.open-item", Map.of("itemId", "item-" + i % 2));
        }
        var last = secretary
                .await(m -> m.path("id").asText().equals("move-199"))
                .path("seq")
                .asLong();
        var merged = watcher.await(
                m -> m.path("t").asText().equals("state") && m.path("seq").asLong() == last);
        assertThat(merged.path("parts").path("now").path("itemId").asText()).isEqualTo("item-1");
        assertThat(watcher.raw().size() - heard).isLessThan(100);
        assertThat(sequences(watcher)).isSorted();
    }

    private static List<Long> sequences(LiveClient client) {
        var seqs = new ArrayList<Long>();
        for (var text : client.raw()) {
            if (!text.startsWith("{\"t\":\"state\"")) continue;
            var from = text.indexOf("\"seq\":") + 6;
            seqs.add(Long.parseLong(text.substring(from, text.indexOf(',', from))));
        }
        return seqs;
    }

    @Test
    void twoAudiencesOfOnePersonAreServedApart() {
        room.begin(secretary);
        var screens =
                IntStream.range(0, 3).mapToObj(i -> room.join("wall", "screen")).toList();
        must(secretary, "screen.show", Map.of("scene", "AGENDA"));
        for (var screen : screens) {
            screen.awaitPart("screen", shown -> shown.path("scene").asText().equals("AGENDA"));
        }
    }
}
