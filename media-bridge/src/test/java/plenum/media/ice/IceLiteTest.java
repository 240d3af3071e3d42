package plenum.media.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import plenum.media.net.Route;
import plenum.media.net.UdpRoute;
import plenum.media.stun.StunKey;
import plenum.media.stun.StunMessage;
import plenum.media.stun.StunWriter;

class IceLiteTest {
    private static final IceCredentials LOCAL = new IceCredentials("bridge12", "bridgepasswordbridgepassword");
    private static final StunKey KEY = StunKey.of(LOCAL.password());
    private static final Route FIRST = route(5001);
    private static final Route SECOND = route(5002);

    private final SentPackets sent = new SentPackets();
    private final IceLite<String> ice = new IceLite<>(sent);
    private final Heard heard = new Heard();
    private final IceSession<String> session = ice.register(LOCAL, "peer", heard);
    private final StunWriter writer = new StunWriter();
    private final StunMessage answer = new StunMessage();
    private long transaction = 1;

    @Test
    void aCheckIsAnsweredWithTheAddressItCameFrom() {
        check(FIRST, false, 0);
        assertAnswer(StunMessage.SUCCESS, FIRST);
        assertThat(answer.mappedAddress()).isEqualTo(FIRST.address());
        assertThat(ice.counts()).isEqualTo(new IceCounts(1, 0, 0, 0));
    }

    @Test
    void theFirstCheckGivesARouteAndNominationAnother() {
        check(FIRST, false, 0);
        assertThat(session.selected()).isEqualTo(FIRST);
        check(SECOND, false, 1);
        assertThat(session.selected()).isEqualTo(FIRST);
        check(SECOND, true, 2);
        check(SECOND, true, 3);
        assertThat(session.selected()).isEqualTo(SECOND);
        assertThat(heard.words()).containsExactly("selected 5001", "selected 5002");
        assertThat(session.send(new byte[5], 0, 5)).isTrue();
    }

    @Test
    void packetsAreThePeersOverEveryRouteThatPassedACheck() {
        check(FIRST, true, 0);
        check(SECOND, false, 0);
        assertThat(at(FIRST)).isEqualTo("peer");
        assertThat(at(SECOND)).isEqualTo("peer");
        assertThat(ice.at(route(5003))).isNull();
    }

    @Test
    void theOldRouteIsAcceptedForThreeSeconds() {
        check(FIRST, true, 0);
        check(SECOND, true, 10_000);
        ice.tick(ns(12_900));
        assertThat(at(FIRST)).isEqualTo("peer");
        ice.tick(ns(13_100));
        assertThat(ice.at(FIRST)).isNull();
        assertThat(at(SECOND)).isEqualTo("peer");
    }

    @Test
    void theSelectedRouteStaysHoweverLongNobodyChecks() {
        check(FIRST, true, 0);
        ice.tick(ns(60_000));
        assertThat(at(FIRST)).isEqualTo("peer");
    }

    @Test
    void checksAreAnsweredBeforeTheNameOfThePeerIsKnownAndOthersRefusedAfterwards() {
        check(FIRST, "before", 0);
        assertAnswer(StunMessage.SUCCESS, FIRST);
        session.remoteUfrag("peerpeer");
        check(FIRST, "other", 1);
        assertThat(sent.isEmpty()).isTrue();
        check(FIRST, "peerpeer", 2);
        assertAnswer(StunMessage.SUCCESS, FIRST);
        assertThat(ice.counts()).isEqualTo(new IceCounts(2, 0, 1, 0));
    }

    @Test
    void whoAsksForAnUnknownNameGetsNoAnswer() {
        int length = writer.begin(StunMessage.REQUEST, 1, 1)
                .username("nobodyxx", "peer")
                .end(KEY);
        take(FIRST, length, 0);
        assertThat(sent.isEmpty()).isTrue();
        assertThat(ice.counts()).isEqualTo(new IceCounts(0, 1, 0, 0));
        assertThat(ice.at(FIRST)).isNull();
    }

    @Test
    void whoDoesNotKnowThePasswordGetsNoAnswer() {
        int length = writer.begin(StunMessage.REQUEST, 1, 1)
                .username(LOCAL.ufrag(), "peer")
                .useCandidate()
                .end(StunKey.of("not the password of anybody"));
        take(FIRST, length, 0);
        assertThat(sent.isEmpty()).isTrue();
        assertThat(ice.counts()).isEqualTo(new IceCounts(0, 0, 1, 0));
        assertThat(session.selected()).isNull();
    }

    @Test
    void aCaughtCheckSentAgainFromElsewhereDrawsNothing() {
        int length = write("peer", true, 77);
        take(FIRST, length, 0);
        take(SECOND, length, 1);
        assertThat(session.selected()).isEqualTo(FIRST);
        assertThat(sent.size()).isEqualTo(1);
        take(FIRST, length, 2);
        assertThat(sent.size()).isEqualTo(2);
        assertThat(ice.counts()).isEqualTo(new IceCounts(2, 0, 1, 0));
    }

    @Test
    void afterFiveSilentSecondsThePeerIsDisconnectedUntilItIsHeard() {
        check(FIRST, true, 0);
        ice.tick(ns(4_900));
        session.heard(ns(4_950));
        ice.tick(ns(9_900));
        assertThat(heard.words()).containsExactly("selected 5001");
        ice.tick(ns(10_000));
        ice.tick(ns(10_100));
        session.heard(ns(10_200));
        session.heard(ns(10_300));
        assertThat(heard.words()).containsExactly("selected 5001", "disconnected", "back");
    }

    @Test
    void withoutChecksForThirtySecondsThereIsNoConsentWhateverPacketsCome() {
        check(FIRST, true, 0);
        for (int ms = 100; ms <= 29_900; ms += 100) {
            session.heard(ns(ms));
            ice.tick(ns(ms));
        }
        assertThat(session.send(new byte[5], 0, 5)).isTrue();
        session.heard(ns(30_100));
        ice.tick(ns(30_100));
        session.heard(ns(30_200));
        assertThat(session.send(new byte[5], 0, 5)).isFalse();
        check(FIRST, true, 30_300);
        assertThat(session.send(new byte[5], 0, 5)).isTrue();
        assertThat(heard.words()).containsExactly("selected 5001", "disconnected", "back");
    }

    @Test
    void aPeerThatNeverCameIsNotDisconnected() {
        ice.tick(ns(100_000));
        assertThat(heard.words()).isEmpty();
        assertThat(session.send(new byte[5], 0, 5)).isFalse();
    }

    @Test
    void aCongestedWayIsToldToTheSender() {
        check(FIRST, true, 0);
        sent.congested(true);
        assertThat(session.send(new byte[5], 0, 5)).isFalse();
    }

    @Test
    void aPeerInTheWrongRoleIsCorrected() {
        int length = writer.begin(StunMessage.REQUEST, 1, 1)
                .username(LOCAL.ufrag(), "peer")
                .controlled(5)
                .end(KEY);
        take(FIRST, length, 0);
        assertAnswer(StunMessage.ERROR, FIRST);
        assertThat(answer.errorCode()).isEqualTo(487);
        assertThat(session.selected()).isNull();
    }

    @Test
    void aCheckThatAsksForMoreThanWeKnowIsRefusedByName() throws GeneralSecurityException {
        byte[] strange = withStrangeAttribute();
        ice.stun(strange, 0, strange.length, FIRST, 0);
        assertAnswer(StunMessage.ERROR, FIRST);
        assertThat(answer.errorCode()).isEqualTo(420);
    }

    @Test
    void onlyARequestWithIntegrityIsACheck() {
        take(
                FIRST,
                writer.begin(StunMessage.REQUEST, 1, 1)
                        .username(LOCAL.ufrag(), "peer")
                        .end(),
                0);
        take(
                FIRST,
                writer.begin(StunMessage.SUCCESS, 1, 1).mapped(FIRST.address()).end(KEY),
                0);
        assertThat(sent.isEmpty()).isTrue();
        assertThat(ice.counts()).isEqualTo(new IceCounts(0, 0, 0, 2));
    }

    @Test
    void aPeerHasAtMostEightRoutes() {
        for (int port = 6001; port <= 6020; port++) {
            check(route(port), port == 6003, port);
        }
        long routes = IntStream.rangeClosed(6001, 6020)
                .filter(port -> ice.at(route(port)) != null)
                .count();
        assertThat(routes).isEqualTo(8);
        assertThat(at(route(6003))).isEqualTo("peer");
        assertThat(at(route(6020))).isEqualTo("peer");
    }

    @Test
    void aRouteThatAnotherPeerProvesIsHis() {
        var other = new IceCredentials("other123", "otherpasswordotherpassword");
        var otherSession = ice.register(other, "other", new Heard());
        check(FIRST, true, 0);
        take(
                FIRST,
                writer.begin(StunMessage.REQUEST, 9, 9)
                        .username(other.ufrag(), "x")
                        .end(StunKey.of(other.password())),
                1);
        assertThat(at(FIRST)).isEqualTo("other");
        assertThat(session.selected()).isNull();
        otherSession.close();
        assertThat(ice.at(FIRST)).isNull();
    }

    @Test
    void aClosedSessionIsForgotten() {
        check(FIRST, true, 0);
        session.close();
        check(FIRST, true, 1);
        assertThat(ice.at(FIRST)).isNull();
        assertThat(session.send(new byte[5], 0, 5)).isFalse();
        assertThat(ice.counts()).isEqualTo(new IceCounts(1, 1, 0, 0));
        ice.tick(ns(40_000));
        assertThat(heard.words()).containsExactly("selected 5001");
        assertThat(ice.register(LOCAL, "again", heard).peer()).isEqualTo("again");
    }

    @Test
    void aNameIsRegisteredOnce() {
        assertThatThrownBy(() -> ice.register(LOCAL, "twice", heard)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noBytesWhateverAreAnswered() {
        var random = new Random(5);
        for (int round = 0; round < 100_000; round++) {
            byte[] data = Arrays.copyOf(writer.data(), write("peer", true, round));
            data[random.nextInt(data.length - 8)] ^= (byte) (1 + random.nextInt(255));
            ice.stun(data, 0, random.nextInt(5) == 0 ? random.nextInt(data.length) : data.length, FIRST, 0);
        }
        assertThat(sent.isEmpty()).isTrue();
        assertThat(ice.counts().answered()).isZero();
    }

    private void check(Route from, boolean nominated, long nowMs) {
        take(from, write("peer", nominated, transaction++), nowMs);
    }

    private void check(Route from, String name, long nowMs) {
        take(from, write(name, false, transaction++), nowMs);
    }

    private int write(String name, boolean nominated, long id) {
        writer.begin(StunMessage.REQUEST, id, 4)
                .username(LOCAL.ufrag(), name)
                .controlling(8)
                .priority(100);
        if (nominated) {
            writer.useCandidate();
        }
        return writer.end(KEY);
    }

    /** A check with an attribute 0x0031 before its MESSAGE-INTEGRITY. */
    private static byte[] withStrangeAttribute() throws GeneralSecurityException {
        var message = ByteBuffer.allocate(72);
        message.putShort((short) 1)
                .putShort((short) 52)
                .putInt(0x2112a442)
                .putLong(1)
                .putInt(1);
        message.putInt(0x00310000);
        message.putInt(0x0006000d).put("bridge12:peer".getBytes(StandardCharsets.US_ASCII));
        message.position(48);
        var hmac = Mac.getInstance("HmacSHA1");
        hmac.init(new SecretKeySpec(LOCAL.password().getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
        hmac.update(message.array(), 0, 48);
        return message.putInt(0x00080014).put(hmac.doFinal()).array();
    }

    private void take(Route from, int length, long nowMs) {
        byte[] lent = new byte[length + 64];
        System.arraycopy(writer.data(), 0, lent, 3, length);
        ice.stun(lent, 3, length, from, ns(nowMs));
    }

    private void assertAnswer(int type, Route to) {
        var packet = sent.take();
        assertThat(packet.to()).isEqualTo(to);
        assertThat(answer.parse(packet.data(), 0, packet.data().length)).isTrue();
        assertThat(answer.type()).isEqualTo(type);
        assertThat(answer.authentic(KEY)).isTrue();
    }

    private String at(Route route) {
        var found = ice.at(route);
        return found == null ? "nobody" : found.peer();
    }

    private static Route route(int port) {
        return new UdpRoute(0, new InetSocketAddress("192.0.2.9", port));
    }

    private static long ns(long ms) {
        return TimeUnit.MILLISECONDS.toNanos(ms);
    }
}
