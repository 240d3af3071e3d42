package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plenum.media.sfu.TestBridge.CONFERENCE;
import static plenum.media.sfu.TestBridge.done;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.EndpointId;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.link.LinkStats;
import plenum.media.link.LinkTicket;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtcp.RtcpVisitor;
import plenum.media.testkit.BadLine;

/** Bridges that carry one conference together: province, district, commune. */
@Isolated
class CascadeTest {
    private static final int[] HEIGHTS = {90, 180, 360};
    private static final String[] RIDS = {"q", "h", "f"};

    private final TestBridge province = new TestBridge();
    private final TestBridge district = new TestBridge();
    private final List<AutoCloseable> toClose = new ArrayList<>(List.of(district, province));

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closing : toClose) {
            closing.close();
        }
    }

    private static void link(TestBridge upper, TestBridge lower, String name) {
        var ticket = done(upper.bridge().openLink(CONFERENCE, name));
        done(lower.bridge().dialLink(CONFERENCE, "above", ticket));
    }

    /** Films in all layers; those of them that anybody wants are asked for key frames. */
    private static Participant film(TestBridge bridge, String name, int ssrc) {
        var filming = bridge.join(name);
        for (int i = 0; i < RIDS.length; i++) {
            filming.film(ssrc + i, RIDS[i], HEIGHTS[i]);
        }
        return filming;
    }

    private static Participant watch(TestBridge bridge, String name, int height) {
        var viewer = bridge.join(name);
        bridge.want(viewer, height);
        return viewer;
    }

    private static void sees(Participant viewer, int height) throws InterruptedException {
        var unused = viewer.next(
                "v0",
                packet -> Vp8Frame.key(packet.buffer(), packet.payloadOffset())
                        && Vp8Frame.height(packet.buffer(), packet.payloadOffset()) == height);
    }

    /** How many packets of each layer of a camera have crossed. */
    private static List<Long> carried(TestBridge from, String link, SourceId source) {
        return done(from.bridge().linkStats(CONFERENCE, link)).carried().stream()
                .filter(carried -> carried.source().equals(source))
                .findFirst()
                .orElse(new LinkStats.Carried(source, List.of(0L, 0L, 0L)))
                .packets();
    }

    private static List<Long> inOneSecond(TestBridge from, String link, SourceId source) {
        var before = carried(from, link, source);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        var after = carried(from, link, source);
        return List.of(after.get(0) - before.get(0), after.get(1) - before.get(1), after.get(2) - before.get(2));
    }

    /** Of a layer of 25 frames a second, each in one packet: neither nothing nor twice. */
    private static boolean once(long packetsInOneSecond) {
        return packetsInOneSecond >= 15 && packetsInOneSecond <= 35;
    }

    /**
     * Until a second goes by in which the layers cross to the district like that: a busy machine makes lines seem thin
     * for a while.
     */
    private static void awaitSecond(TestBridge from, SourceId source, Predicate<List<Long>> like) {
        List<List<Long>> seconds = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        do {
            assertThat(System.nanoTime()).as("crossed %s", seconds).isLessThan(end);
            seconds.add(inOneSecond(from, "district", source));
        } while (!like.test(seconds.getLast()));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void aLinkCarriesEachWantedLayerOnceHoweverManyWantItAndNoOther() throws InterruptedException {
        var an = film(province, "an", 10);
        link(province, district, "district");
        var small = List.of(watch(district, "b", 90), watch(district, "c", 90), watch(district, "d", 90));
        var large = watch(district, "e", 360);
        for (var viewer : small) {
            sees(viewer, 90);
        }
        sees(large, 360);
        var camera = an.source(SourceKind.CAMERA);
        awaitSecond(province, camera, packets -> once(packets.get(0)) && packets.get(1) == 0 && once(packets.get(2)));
        var back = inOneSecond(district, "above", camera);
        assertThat(back).containsOnly(0L);
    }

    @Test
    void whatNobodyWantsDoesNotCrossAndItsSenderIsTold() throws InterruptedException {
        var an = film(province, "an", 10);
        link(province, district, "district");
        var binh = watch(district, "binh", 180);
        sees(binh, 180);
        province.next(BridgeEvent.SenderConstraints.class, event -> event.maxHeight() == 180);
        district.want(binh, 0);
        var camera = an.source(SourceKind.CAMERA);
        await(() -> inOneSecond(province, "district", camera).equals(List.of(0L, 0L, 0L)));
        province.next(BridgeEvent.SenderConstraints.class, event -> event.maxHeight() == 0);
    }

    @Test
    void threeLevelsSeeEachOtherAndNothingGoesInCircles() throws InterruptedException {
        var commune = new TestBridge();
        toClose.addFirst(commune);
        link(province, district, "district");
        link(district, commune, "commune");
        var an = film(province, "an", 10);
        var chi = film(commune, "chi", 20);
        province.want(an, 90);
        commune.want(chi, 90);
        var binh = watch(district, "binh", 90);
        sees(an, 90);
        sees(chi, 90);
        sees(binh, 90);
        var camera = an.source(SourceKind.CAMERA);
        await(() -> inOneSecond(district, "commune", camera).get(0) > 15);
        awaitSecond(province, camera, packets -> once(packets.get(0)));
        assertThat(carried(district, "above", camera)).containsOnly(0L);
        assertThat(carried(commune, "above", camera)).containsOnly(0L);
        assertThat(carried(province, "district", chi.source(SourceKind.CAMERA))).containsOnly(0L);
    }

    @Test
    void aDistrictGoesOnWhenItsLineIsCutAndIsBackByItself() throws Exception {
        var an = film(province, "an", 10);
        var binh = film(district, "binh", 20);
        var ticket = done(province.bridge().openLink(CONFERENCE, "district"));
        var line = new BadLine(ticket.addresses().getFirst().getPort(), 5);
        toClose.addFirst(line);
        dial(ticket, line);
        var chi = watch(district, "chi", 90);
        active(district, an.source(SourceKind.CAMERA), true);
        active(province, binh.source(SourceKind.CAMERA), true);
        line.lose(1);
        active(district, an.source(SourceKind.CAMERA), false);
        active(province, binh.source(SourceKind.CAMERA), false);
        assertThat(done(district.bridge().linkStats(CONFERENCE, "above")).up()).isFalse();
        sees(chi, 90);
        line.lose(0);
        active(district, an.source(SourceKind.CAMERA), true);
        active(province, binh.source(SourceKind.CAMERA), true);
    }

    @Test
    void aVoiceIsHeardAtEveryLevelWithItsLevel() throws InterruptedException {
        var commune = new TestBridge();
        toClose.addFirst(commune);
        link(province, district, "district");
        link(district, commune, "commune");
        var an = province.join("an");
        var chi = commune.join("chi");
        var binh = district.join("binh");
        an.speak(1, 80);
        chi.speak(2, 60);
        assertThat(binh.next("a0").audioLevel()).isEqualTo(20);
        assertThat(chi.next("a0").payloadLength()).isEqualTo(80);
        assertThat(an.next("a0").payloadLength()).isEqualTo(60);
        int sequence = an.next("a0").sequence();
        for (int i = 1; i < 20; i++) {
            assertThat(an.next("a0").sequence()).isEqualTo(sequence + i);
        }
        assertThat(carried(district, "above", an.source(SourceKind.MICROPHONE))).containsOnly(0L);
    }

    @Test
    void ofManyWhoSpeakOnlyTheLoudestCross() throws InterruptedException {
        link(province, district, "district");
        for (int i = 0; i < 8; i++) {
            province.join("p" + i).speak(10 + i, 80);
        }
        var binh = district.join("binh");
        binh.next("a0");
        var crossing = new ArrayList<Long>();
        await(() -> {
            var before = voices();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            long now = IntStream.range(0, 8)
                    .filter(i -> voices().get(i) - before.get(i) > 10)
                    .count();
            crossing.add(now);
            return now > 0 && now <= 4;
        });
        assertThat(crossing).isNotEmpty();
    }

    private List<Long> voices() {
        return IntStream.range(0, 8)
                .mapToObj(i -> carried(
                                province, "district", new SourceId(new EndpointId("p" + i), SourceKind.MICROPHONE))
                        .getFirst())
                .toList();
    }

    @Test
    void whatIsLostOnTheLinkIsRepairedOnTheLink() throws Exception {
        var ticket = done(province.bridge().openLink(CONFERENCE, "district"));
        var line = new BadLine(ticket.addresses().getFirst().getPort(), 5);
        toClose.addFirst(line);
        dial(ticket, line);
        line.delay(10);
        var an = film(province, "an", 10);
        var binh = watch(district, "binh", 90);
        sees(binh, 90);
        line.lose(0.05);
        int sequence = binh.next("v0").sequence();
        var missing = new TreeSet<Integer>();
        for (int i = 0; i < 300; i++) {
            int next = binh.next("v0").sequence();
            while (sequence + 1 < next) {
                missing.add(++sequence);
            }
            sequence = Math.max(sequence, next);
            missing.remove(next);
        }
        line.lose(0);
        for (int i = 0; i < 100 && !missing.isEmpty(); i++) {
            missing.remove(binh.next("v0").sequence());
        }
        assertThat(missing).isEmpty();
        assertThat(an.refused()).isZero();
    }

    @Test
    void aStrangerWhoKnowsTheNumberOfALinkIsNoBridge() {
        var ticket = done(province.bridge().openLink(CONFERENCE, "district"));
        var stranger = LinkTicket.create(ticket.id(), ticket.addresses(), new SecureRandom());
        long before = done(province.bridge().stats()).dropped();
        done(district.bridge().dialLink(CONFERENCE, "above", stranger));
        await(() -> done(province.bridge().stats()).dropped() > before + 1);
        assertThat(done(province.bridge().linkStats(CONFERENCE, "district")).up())
                .isFalse();
    }

    @Test
    void aLinkKnowsItsRoundTripAndTheTimeOfEachSender() throws Exception {
        var ticket = done(province.bridge().openLink(CONFERENCE, "district"));
        var line = new BadLine(ticket.addresses().getFirst().getPort(), 5);
        toClose.addFirst(line);
        line.delay(20);
        dial(ticket, line);
        var an = film(province, "an", 10);
        var binh = watch(district, "binh", 90);
        sees(binh, 90);
        int ahead = 1_000_000_000;
        for (int ssrc = 10; ssrc < 13; ssrc++) {
            int camera = ssrc;
            an.send(writer -> writer.senderReport(camera, 1L << 40, ahead, 1, 1));
        }
        await(() -> done(district.bridge().linkStats(CONFERENCE, "above")).roundTripNs() >= 40_000_000);
        assertThat(binh.received().nextRtcp(rtcp -> reported(rtcp, binh.slot("v0")) >= ahead))
                .isNotEmpty();
    }

    /** The RTP timestamp of a sender report of a stream, 0: none. */
    private static long reported(byte[] rtcp, int stream) {
        var timestamp = new AtomicInteger();
        var unused = RtcpReader.read(rtcp, 0, rtcp.length, new RtcpVisitor() {
            @Override
            public void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {
                timestamp.compareAndSet(0, ssrc == stream ? rtpTimestamp : 0);
            }
        });
        return timestamp.get();
    }

    @Test
    void aTicketIsForOneLink() throws InterruptedException {
        var ticket = done(province.bridge().openLink(CONFERENCE, "district"));
        done(district.bridge().dialLink(CONFERENCE, "above", ticket));
        done(district.bridge().dialLink(CONFERENCE, "above", ticket));
        var an = film(province, "an", 10);
        active(district, an.source(SourceKind.CAMERA), true);
        done(district.bridge().closeLink(CONFERENCE, "above"));
        assertThatThrownBy(() -> done(district.bridge().dialLink(CONFERENCE, "above", ticket)))
                .isInstanceOf(BridgeException.class);
        link(province, district, "district");
        active(district, an.source(SourceKind.CAMERA), true);
    }

    private void dial(LinkTicket ticket, BadLine line) {
        var detour = new InetSocketAddress(InetAddress.getLoopbackAddress(), line.port());
        done(district.bridge()
                .dialLink(
                        CONFERENCE, "above", new LinkTicket(ticket.id(), List.of(detour), ticket.up(), ticket.down())));
    }

    private static void active(TestBridge bridge, SourceId source, boolean active) throws InterruptedException {
        bridge.next(BridgeEvent.SourceActive.class, event -> event.source().equals(source) && event.active() == active);
    }

    @Test
    void aLinkThatIsClosedTakesItsPicturesAlong() throws InterruptedException {
        var an = film(province, "an", 10);
        link(province, district, "district");
        sees(watch(district, "binh", 90), 90);
        done(district.bridge().closeLink(CONFERENCE, "above"));
        active(district, an.source(SourceKind.CAMERA), false);
        var camera = an.source(SourceKind.CAMERA);
        await(() -> inOneSecond(province, "district", camera).equals(List.of(0L, 0L, 0L)));
    }
}
