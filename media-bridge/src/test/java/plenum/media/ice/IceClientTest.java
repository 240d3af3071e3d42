package plenum.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import plenum.media.net.Route;
import plenum.media.net.UdpRoute;
import plenum.media.stun.StunKey;
import plenum.media.stun.StunMessage;
import plenum.media.stun.StunWriter;

/** The client against {@link IceLite}, over a network made of memory with a clock of its own. */
class IceClientTest {
    private static final IceCredentials CLIENT = IceCredentials.random(new SecureRandom());
    private static final IceCredentials BRIDGE = IceCredentials.random(new SecureRandom());
    private static final Candidate BEST = candidate(7001, 300);
    private static final Candidate OTHER = candidate(7002, 200);

    private final SentPackets clientSent = new SentPackets();
    private final SentPackets bridgeSent = new SentPackets();
    private final Heard clientHeard = new Heard();
    private final Heard bridgeHeard = new Heard();
    private final IceLite<String> ice = new IceLite<>(bridgeSent);
    private final IceSession<String> session = ice.register(BRIDGE, "client", bridgeHeard);
    private final IceClient client = new IceClient(clientSent, CLIENT, BRIDGE, clientHeard, new Random(1));
    private int blockedPort;
    private long nowMs;

    @Test
    void theBestCandidateThatAnswersIsNominated() {
        addBoth();
        run(1_000);
        assertThat(clientHeard.words()).containsExactly("selected 7001");
        assertThat(session.selected()).isEqualTo(client.selected());
    }

    @Test
    void whenTheBestDoesNotAnswerTheOtherIsNominated() {
        blockedPort = 7001;
        addBoth();
        run(200);
        assertThat(clientHeard.words()).isEmpty();
        run(300);
        assertThat(clientHeard.words()).containsExactly("selected 7002");
        assertThat(bridgeHeard.words()).contains("selected 7002");
    }

    @Test
    void consentIsKeptAsLongAsBothLive() {
        addBoth();
        run(120_000);
        assertThat(clientHeard.words()).containsExactly("selected 7001");
        assertThat(bridgeHeard.words()).doesNotContain("disconnected");
        assertThat(session.send(new byte[3], 0, 3)).isTrue();
    }

    @Test
    void aWayThatDiesIsReplacedByTheOther() {
        addBoth();
        run(1_000);
        blockedPort = 7001;
        run(10_000);
        assertThat(clientHeard.words()).containsExactly("selected 7001", "disconnected", "back", "selected 7002");
        assertThat(session.selected()).isEqualTo(client.selected());
    }

    @Test
    void afterThirtySecondsWithoutAnAnswerNothingIsSent() {
        addBoth();
        run(1_000);
        blockedPort = -1;
        run(32_500);
        assertThat(client.send(new byte[3], 0, 3)).isFalse();
        assertThat(session.send(new byte[3], 0, 3)).isFalse();
        blockedPort = 0;
        run(2_000);
        assertThat(clientHeard.words()).startsWith("selected 7001", "disconnected", "back");
        assertThat(session.selected()).isNotNull().isEqualTo(client.selected());
        assertThat(bridgeHeard.words()).containsSubsequence("disconnected", "back");
    }

    @Test
    void aNominatedRouteIsFollowed() {
        addBoth();
        run(1_000);
        client.nominate(route(7002), ns());
        run(100);
        assertThat(clientHeard.words()).containsExactly("selected 7001", "selected 7002");
        assertThat(session.selected()).isEqualTo(route(7002));
    }

    @Test
    void anAnswerOfAnotherIsNotBelieved() {
        client.add(BEST, ns());
        var check = new StunMessage();
        byte[] data = clientSent.take().data();
        assertThat(check.parse(data, 0, data.length)).isTrue();
        var forged = new StunWriter();
        int length = forged.answer(StunMessage.SUCCESS, check)
                .mapped(BEST.address())
                .end(StunKey.of("a password that is wrong"));
        client.stun(forged.data(), 0, length, route(7001), ns());
        length = forged.begin(StunMessage.SUCCESS, 1, 1).mapped(BEST.address()).end(StunKey.of(BRIDGE.password()));
        client.stun(forged.data(), 0, length, route(7001), ns());
        assertThat(clientSent.isEmpty()).isTrue();
        assertThat(client.selected()).isNull();
    }

    @Test
    void aCheckOfAFullPeerIsAnswered() {
        var check = new StunWriter();
        int length = check.begin(StunMessage.REQUEST, 3, 4)
                .username(CLIENT.ufrag(), BRIDGE.ufrag())
                .controlled(1)
                .end(StunKey.of(CLIENT.password()));
        client.stun(check.data(), 0, length, route(7001), ns());
        var answer = new StunMessage();
        byte[] data = clientSent.take().data();
        assertThat(answer.parse(data, 0, data.length)).isTrue();
        assertThat(answer.type()).isEqualTo(StunMessage.SUCCESS);
        assertThat(answer.mappedAddress()).isEqualTo(BEST.address());
    }

    private void addBoth() {
        client.add(OTHER, ns());
        client.add(BEST, ns());
    }

    /** Lets the time go by and the packets through; a blocked port swallows them, -1 all. */
    private void run(long durationMs) {
        for (long end = nowMs + durationMs; nowMs < end; nowMs += 10) {
            client.tick(ns());
            ice.tick(ns());
            while (!clientSent.isEmpty() || !bridgeSent.isEmpty()) {
                pass(clientSent, true);
                pass(bridgeSent, false);
            }
        }
    }

    private void pass(SentPackets from, boolean toBridge) {
        if (from.isEmpty()) {
            return;
        }
        var packet = from.take();
        int port = packet.to().address().getPort();
        if (blockedPort == -1 || blockedPort == port) {
            return;
        }
        if (toBridge) {
            ice.stun(packet.data(), 0, packet.data().length, packet.to(), ns());
        } else {
            client.stun(packet.data(), 0, packet.data().length, packet.to(), ns());
        }
    }

    private long ns() {
        return TimeUnit.MILLISECONDS.toNanos(nowMs);
    }

    private static Route route(int port) {
        return new UdpRoute(0, new InetSocketAddress("192.0.2.1", port));
    }

    private static Candidate candidate(int port, int priority) {
        return Objects.requireNonNull(
                Candidate.parse("1 1 udp " + priority + " 192.0.2.1 " + port + " typ host generation 0"));
    }
}
