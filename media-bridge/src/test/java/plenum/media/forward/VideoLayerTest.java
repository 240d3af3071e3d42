package plenum.media.forward;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VideoLayerTest {
    private static final long MS = 1_000_000;
    private final VideoSource source = new VideoSource();
    private final VideoLayer layer = source.layer(0);
    private final Vp8Sender sender = new Vp8Sender(0, 65_533, 0, 0, 0);
    private final int[] missing = new int[VideoLayer.MAX_MISSING];
    private long nowNs = 5_000 * MS;

    VideoLayerTest() {
        layer.bind(new IncomingStream(sender.ssrc, 90_000));
    }

    private @Nullable VideoPacket receive(byte[] packet) {
        return layer.received(RtpBytes.parse(packet), false, nowNs);
    }

    private VideoPacket taken(byte[] packet) {
        return requireNonNull(receive(packet));
    }

    private void frames(int count, long everyMs) {
        for (int i = 0; i < count; i++) {
            nowNs += everyMs * MS;
            assertThat(receive(sender.frame(false))).isNotNull();
        }
    }

    /** Loses packets of the next frames. */
    private void lose(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(sender.frame(false)).isNotEmpty();
        }
    }

    @Test
    void packetsAreNumberedAcrossTheWrapAround() {
        long first = taken(sender.frame(true)).number();
        for (int i = 1; i < 10; i++) {
            assertThat(taken(sender.frame(false)).number()).isEqualTo(first + i);
        }
    }

    @Test
    void aRepeatedPacketIsForNobody() {
        byte[] packet = sender.frame(true);
        assertThat(receive(packet)).isNotNull();
        assertThat(receive(packet)).isNull();
    }

    @Test
    void packetsOfPaddingAreForNobodyAndLeaveNoGap() {
        long first = taken(sender.frame(true)).number();
        assertThat(receive(sender.padding())).isNull();
        assertThat(receive(sender.padding())).isNull();
        assertThat(taken(sender.frame(false)).number()).isEqualTo(first + 1);
    }

    @Test
    void latePaddingFillsTheNumberThatWasKeptForIt() {
        long first = taken(sender.frame(true)).number();
        byte[] padding = sender.padding();
        assertThat(taken(sender.frame(false)).number()).isEqualTo(first + 2);
        VideoPacket late = taken(padding);
        assertThat(late.number()).isEqualTo(first + 1);
        assertThat(late.payloadLength()).isZero();
    }

    @Test
    void aPacketOfNoVideoCodecIsRefused() {
        assertThat(receive(RtpBytes.packet(RtpBytes.OPUS, false, 1, 1, sender.ssrc, (byte) 1)))
                .isNull();
        assertThat(receive(RtpBytes.packet(33, false, 1, 1, sender.ssrc, (byte) 1)))
                .isNull();
        assertThat(receive(RtpBytes.packet(RtpBytes.RTX, false, 1, 1, sender.ssrc, (byte) 1)))
                .isNull();
    }

    @Test
    void aLayerWithoutAStreamTakesNothing() {
        assertThat(source.layer(1).received(RtpBytes.parse(sender.frame(true)), false, nowNs))
                .isNull();
        assertThat(source.wishKeyFrame(1, nowNs)).isFalse();
        assertThat(source.layer(1).flows(nowNs)).isFalse();
    }

    @Test
    void aMalformedPayloadIsAPacketOfWhichNothingIsKnown() {
        VideoPacket p = taken(RtpBytes.packet(RtpBytes.VP8, false, 5, 1, sender.ssrc, (byte) 0x90, (byte) 0x80));
        assertThat(p.keyFrame()).isFalse();
        assertThat(p.pictureId()).isEqualTo(-1);
    }

    @Test
    void theNewestKeyFrameTellsTheHeight() {
        assertThat(layer.height()).isZero();
        sender.height = 720;
        assertThat(taken(sender.frame(true)).keyFrame()).isTrue();
        assertThat(layer.height()).isEqualTo(720);
        assertThat(taken(sender.frame(false)).keyFrame()).isFalse();
        assertThat(layer.height()).isEqualTo(720);
    }

    @Test
    void pictureIdsOf7BitsGoOnAs15Bits() {
        sender.pictureIdBits = 7;
        sender.pictureId = 120;
        int first = taken(sender.frame(true)).pictureId();
        assertThat(first).isEqualTo(121);
        for (int i = 1; i < 300; i++) {
            assertThat(taken(sender.frame(false)).pictureId()).isEqualTo(first + i);
        }
    }

    @Test
    void framesAndBitsAreCounted() {
        frames(60, 40);
        assertThat(layer.framesPerSecond(nowNs)).isBetween(24L, 26L);
        assertThat(layer.bitrateBps(nowNs)).isPositive();
    }

    @Test
    void aLayerFlowsUntilFiveFramesAreOverdue() {
        frames(60, 40);
        assertThat(layer.flows(nowNs + 499 * MS)).isTrue();
        assertThat(layer.flows(nowNs + 500 * MS)).isFalse();
        frames(60, 250);
        assertThat(layer.flows(nowNs + 1_200 * MS)).isTrue();
        assertThat(layer.flows(nowNs + 1_260 * MS)).isFalse();
        frames(60, 1_000);
        assertThat(layer.flows(nowNs + 1_990 * MS)).isTrue();
        assertThat(layer.flows(nowNs + 2_000 * MS)).isFalse();
    }

    @Test
    void missingPacketsAreAskedForWhenSomebodyUsesTheLayer() {
        layer.hold();
        frames(1, 33);
        lose(2);
        frames(1, 33);
        assertThat(layer.missing(nowNs, 0, missing)).isZero();
        nowNs += 10 * MS;
        assertThat(layer.missing(nowNs, 0, missing)).isEqualTo(2);
        assertThat(missing[0]).isEqualTo(65_534);
        assertThat(missing[1]).isEqualTo(65_535);
    }

    @Test
    void aPacketBeforeTheFirstOneTellsOfThoseBetween() {
        layer.hold();
        byte[] before = sender.frame(true);
        lose(2);
        frames(1, 33);
        assertThat(receive(before)).isNotNull();
        assertThat(layer.missing(nowNs + 10 * MS, 0, missing)).isEqualTo(2);
        assertThat(missing[0]).isEqualTo(65_534);
    }

    @Test
    void whatWasLostJustBeforeTheLayerIsLetGoIsStillAskedFor() {
        layer.hold();
        frames(1, 33);
        lose(1);
        frames(1, 33);
        layer.letGo(nowNs);
        assertThat(layer.missing(nowNs + 900 * MS, 0, missing)).isEqualTo(1);
        assertThat(layer.missing(nowNs + 1_001 * MS, 0, missing)).isZero();
    }

    @Test
    void nobodyNeedsWhatALayerWithoutUseLost() {
        frames(31, 33);
        lose(2);
        frames(1, 33);
        assertThat(layer.missing(nowNs + 50 * MS, 0, missing)).isZero();
        layer.hold();
        assertThat(layer.missing(nowNs + 50 * MS, 0, missing)).isZero();
    }

    @Test
    void aPacketGivenUpBreaksTheLayerUntilItsNextKeyFrame() {
        layer.hold();
        frames(1, 33);
        lose(1);
        frames(1, 33);
        giveUp();
        assertThat(layer.broken()).isTrue();
        assertThat(receive(sender.frame(true))).isNotNull();
        assertThat(layer.broken()).isFalse();
    }

    @Test
    void aPacketFromBeforeTheKeyFrameBreaksNothing() {
        layer.hold();
        frames(1, 33);
        lose(1);
        assertThat(receive(sender.frame(true))).isNotNull();
        giveUp();
        assertThat(layer.broken()).isFalse();
    }

    private void giveUp() {
        for (int i = 0; i < 30; i++) {
            nowNs += 50 * MS;
            assertThat(layer.missing(nowNs, 20 * MS, missing)).isLessThan(2);
        }
        assertThat(layer.missing(nowNs, 20 * MS, missing)).isZero();
    }

    @Test
    void aHoleOfMoreThanAHundredBreaksTheLayer() {
        layer.hold();
        frames(1, 33);
        lose(NackList.MAX_MISSING + 1);
        frames(1, 33);
        assertThat(layer.broken()).isTrue();
        assertThat(layer.missing(nowNs + 50 * MS, 0, missing)).isZero();
    }

    @Test
    void numbersGoOnWhenTheSenderBeginsAnew() {
        long first = taken(sender.frame(true)).number();
        sender.sequence += 20_000;
        assertThat(receive(sender.frame(false))).isNull();
        VideoPacket again = taken(sender.frame(true));
        assertThat(again.number()).isGreaterThan(first + RetransmitCache.MAX_PACKETS - 1);
        assertThat(layer.epoch()).isEqualTo(2);
    }

    @Test
    void numbersGoOnWithAnotherStream() {
        long first = taken(sender.frame(true)).number();
        var other = new Vp8Sender(3, 100, 7, 5, 5);
        layer.bind(new IncomingStream(other.ssrc, 90_000));
        VideoPacket again = taken(other.frame(true));
        long number = again.number();
        assertThat(number).isGreaterThan(first);
        assertThat(again.pictureId()).isEqualTo(6);
        assertThat(taken(other.frame(false)).number()).isEqualTo(number + 1);
    }

    @Test
    void packetsAreKeptWhileTheLayerIsHeldAndTwoSecondsLonger() {
        layer.hold();
        long kept = taken(sender.frame(true)).number();
        assertThat(layer.cached(kept)).isNotNull();
        layer.letGo(nowNs);
        source.tick(nowNs + 2_000 * MS);
        assertThat(layer.cached(kept)).isNotNull();
        nowNs += 2_001 * MS;
        source.tick(nowNs);
        assertThat(layer.cached(kept)).isNull();
        assertThat(layer.cached(taken(sender.frame(false)).number())).isNull();
    }

    @Test
    void theFirstSecondIsKeptAlthoughNobodyCouldHoldTheLayerBefore() {
        long first = taken(sender.frame(true)).number();
        nowNs += 999 * MS;
        long second = taken(sender.frame(false)).number();
        nowNs += MS;
        long third = taken(sender.frame(false)).number();
        assertThat(layer.cached(first)).isNotNull();
        assertThat(layer.cached(second)).isNotNull();
        assertThat(layer.cached(third)).isNull();
        source.close();
        assertThat(layer.cached(first)).isNull();
    }

    @Test
    void layersAreNamedByTheirRid() {
        assertThat(VideoSource.layerOf("q")).isZero();
        assertThat(VideoSource.layerOf("h")).isEqualTo(1);
        assertThat(VideoSource.layerOf("f")).isEqualTo(2);
        assertThat(VideoSource.layerOf(null)).isZero();
        assertThat(VideoSource.layerOf("x")).isEqualTo(-1);
    }
}
