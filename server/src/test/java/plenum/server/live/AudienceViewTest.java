package plenum.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The messages made of one audience's view. */
class AudienceViewTest {
    private static final Set<String> ALL = Set.of("agenda", "now", "floor");

    private static Map<String, Object> values(int agenda, int now, int floor) {
        var values = new LinkedHashMap<String, Object>();
        values.put("agenda", Map.of("n", agenda));
        values.put("now", Map.of("n", now));
        values.put("floor", Map.of("n", floor));
        return values;
    }

    private static Function<String, Object> now(int agenda, int now, int floor) {
        return name -> Objects.requireNonNull(values(agenda, now, floor).get(name));
    }

    private static String text(byte @Nullable [] message) {
        return new String(Objects.requireNonNull(message), StandardCharsets.UTF_8);
    }

    private final AudienceView start = AudienceView.first(10, 1000, values(1, 1, 1));

    @Test
    void theFullStateHasEveryPartInOrder() {
        assertThat(text(start.full()))
                .isEqualTo("{\"t\":\"state\",\"seq\":10,\"at\":1000,\"full\":true,"
                        + "\"parts\":{\"agenda\":{\"n\":1},\"now\":{\"n\":1},\"floor\":{\"n\":1}}}");
        assertThat(start.full()).isSameAs(start.full());
    }

    @Test
    void aChangeNamesOnlyThePartsWhoseValueDiffers() {
        var next = start.next(12, 1200, ALL, now(1, 2, 1));
        assertThat(text(next.changedAfter(10)))
                .isEqualTo("{\"t\":\"state\",\"seq\":12,\"at\":1200,\"full\":false,\"parts\":{\"now\":{\"n\":2}}}");
        assertThat(next.changedAfter(12)).isNull();
    }

    @Test
    void whatDiffersForNobodyIsNoNewView() {
        assertThat(start.next(11, 1100, ALL, now(1, 1, 1))).isSameAs(start);
    }

    @Test
    void aPartThatCannotDifferIsNotEncodedAgain() {
        assertThat(text(start.next(11, 1100, Set.of("now"), now(9, 2, 9)).changedAfter(10)))
                .contains("\"now\":{\"n\":2}")
                .doesNotContain("9");
    }

    @Test
    void whoMissedSeveralChangesGetsTheNewestValueOfEachPartOnce() {
        var later = start.next(11, 1100, ALL, now(1, 2, 1))
                .next(12, 1200, ALL, now(1, 3, 1))
                .next(13, 1300, ALL, now(1, 3, 4));
        assertThat(text(later.changedAfter(10))).contains("\"now\":{\"n\":3},\"floor\":{\"n\":4}");
        assertThat(text(later.changedAfter(12))).contains("\"floor\"").doesNotContain("\"now\"");
        assertThat(later.changedAfter(12)).isSameAs(later.changedAfter(12));
    }

    @Test
    void resumingGetsChangesOnlyWhenTheSequenceIsKnown() {
        var later = start.next(11, 1100, ALL, now(1, 2, 1)).next(12, 1200, ALL, now(1, 2, 2));
        assertThat(text(later.opening(OptionalLong.of(11), 12)))
                .contains("\"full\":false", "floor")
                .doesNotContain("now");
        assertThat(text(later.opening(OptionalLong.of(12), 12))).endsWith("\"full\":false,\"parts\":{}}");
        assertThat(text(later.opening(OptionalLong.of(14), 14))).endsWith("\"full\":false,\"parts\":{}}");
        for (var unknown : new long[] {9, 10, 15, -1}) {
            assertThat(text(later.opening(OptionalLong.of(unknown), 14))).isEqualTo(text(later.full()));
        }
        assertThat(text(later.opening(OptionalLong.empty(), 14))).isEqualTo(text(later.full()));
    }

    @Test
    void anAudienceThatMustNotKnowTheSessionSeesNothing() {
        var draft = AudienceView.first(1, 0, Map.of());
        assertThat(draft.hidden()).isTrue();
    }
}
