package plenum.media.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.media.api.EndpointId;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;

class LinkPagesTest {
    private final LinkPages pages = new LinkPages();

    private @Nullable LinkState take(byte[] page) {
        return pages.take(page, 0, page.length);
    }

    private static LinkState state(int sources) {
        return new LinkState(
                IntStream.range(0, sources).mapToObj(LinkPagesTest::source).toList(),
                IntStream.range(0, sources)
                        .mapToObj(i -> new LinkState.Want(0x8000_0000 + i, 40_000, i & 7))
                        .toList());
    }

    private static LinkState.Source source(int index) {
        var kind = SourceKind.values()[index % 3];
        var layer = new LinkState.Layer(-index - 1, 65_535, 1_500);
        return new LinkState.Source(
                new SourceId(new EndpointId("xa-phuong-" + "x".repeat(index % 50) + index), kind),
                List.of(layer, layer, new LinkState.Layer(7, 0, 0)));
    }

    @Test
    void aStateOfNothingIsAPage() {
        assertThat(take(LinkPages.write(LinkState.NOTHING, 1).getFirst())).isEqualTo(LinkState.NOTHING);
    }

    @Test
    void aProvinceFitsIntoPagesOfOnePacketEach() {
        var state = state(140);
        var written = LinkPages.write(state, 5);
        assertThat(written).hasSizeGreaterThan(5).allMatch(page -> page.length <= LinkPages.MAX_PAGE);
        written.subList(0, written.size() - 1)
                .forEach(page -> assertThat(take(page)).isNull());
        assertThat(take(written.getLast())).isEqualTo(state);
    }

    @Test
    void aLostPageComesWithTheRepetition() {
        var written = LinkPages.write(state(30), 5);
        written.subList(1, written.size())
                .forEach(page -> assertThat(take(page)).isNull());
        assertThat(take(written.getFirst())).isEqualTo(state(30));
    }

    @Test
    void whatIsRepeatedOrOlderSaysNothingNew() {
        byte[] older = LinkPages.write(state(1), 5).getFirst();
        byte[] newer = LinkPages.write(state(2), 6).getFirst();
        assertThat(take(newer)).isEqualTo(state(2));
        assertThat(take(newer)).isNull();
        assertThat(take(older)).isNull();
    }

    @Test
    void anythingElseIsRefusedOrHarmless() {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] page = LinkPages.write(state(3), i).getFirst();
            for (int n = random.nextInt(4); n >= 0; n--) {
                page[random.nextInt(page.length)] = (byte) random.nextInt();
            }
            LinkState taken = new LinkPages().take(page, 0, random.nextInt(page.length + 1));
            assertThat(taken == null || taken.sources().size() <= page.length).isTrue();
        }
    }
}
