package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StickySlotsTest {
    private final StickySlots<String> slots = new StickySlots<>(3);

    @Test
    void whoIsChosenAgainKeepsItsSlotWhateverItsRank() {
        assertThat(slots.choose(List.of("an", "binh", "chi"))).isTrue();
        assertThat(slots.choose(List.of("chi", "an", "binh"))).isFalse();
        assertThat(carried()).containsExactly("an", "binh", "chi");
    }

    @Test
    void whoIsNewTakesTheSlotThatBecameFree() {
        assertThat(slots.choose(List.of("an", "binh", "chi"))).isTrue();
        assertThat(slots.choose(List.of("dung", "an", "chi"))).isTrue();
        assertThat(carried()).containsExactly("an", "dung", "chi");
    }

    @Test
    void aSlotThatNobodyNeedsIsEmpty() {
        assertThat(slots.choose(List.of("an", "binh", "chi"))).isTrue();
        assertThat(slots.choose(List.of("chi"))).isTrue();
        assertThat(carried()).containsExactly("-", "-", "chi");
    }

    @Test
    void whoIsBeyondTheNumberOfSlotsGetsNone() {
        assertThat(slots.choose(List.of("an", "binh", "chi", "dung"))).isTrue();
        assertThat(carried()).containsExactly("an", "binh", "chi");
    }

    private List<String> carried() {
        return slots.carried().stream().map(source -> source.orElse("-")).toList();
    }
}
