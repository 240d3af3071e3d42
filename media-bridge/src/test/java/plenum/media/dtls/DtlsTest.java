package plenum.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.media.srtp.SrtpKeys;
import plenum.media.srtp.SrtpProfile;

/** Handshakes of both roles against each other, in memory. */
class DtlsTest {
    private static final UnaryOperator<byte @Nullable []> CLEAR = datagram -> datagram;

    private final DtlsHandshakes servers = new DtlsHandshakes(DtlsIdentity.create());
    private final DtlsHandshakes clients = new DtlsHandshakes(DtlsIdentity.create());
    private final Fingerprint serverPrint = servers.identity().fingerprint();
    private final Fingerprint clientPrint = clients.identity().fingerprint();

    @Test
    void bothSidesGetTheSameKeysOfThePreferredProfile() throws Exception {
        var pair = Pair.trusting(servers, clients, CLEAR);
        var server = pair.server().awaitKeys();
        var client = pair.client().awaitKeys();
        assertSame(server.send(), client.receive());
        assertSame(server.receive(), client.send());
        assertThat(server.send().key()).isNotEqualTo(server.receive().key());
        assertThat(server.send().profile()).isEqualTo(SrtpProfile.AEAD_AES_128_GCM);
    }

    @Test
    void theServerHasItsKeysBeforeTheClientCanUseThem() throws Exception {
        for (int i = 0; i < 50; i++) {
            var pair = Pair.trusting(servers, clients, CLEAR);
            assertThat(pair.client().awaitKeys()).isNotNull();
            assertThat(pair.server().hasKeys()).isTrue();
        }
    }

    @Test
    void theServerChoosesAmongWhatIsOffered() throws Exception {
        var pair = Pair.trusting(servers, only(SrtpProfile.AES128_CM_HMAC_SHA1_80), CLEAR);
        assertThat(pair.server().awaitKeys().send().profile()).isEqualTo(SrtpProfile.AES128_CM_HMAC_SHA1_80);
        assertSame(pair.server().awaitKeys().send(), pair.client().awaitKeys().receive());
    }

    @Test
    void withoutACommonProfileThereAreNoKeys() throws Exception {
        var pair = Pair.trusting(only(SrtpProfile.AEAD_AES_128_GCM), only(SrtpProfile.AES128_CM_HMAC_SHA1_80), CLEAR);
        assertThat(pair.server().awaitFailure()).hasMessageContaining("handshake_failure");
        assertThat(pair.client().awaitFailure()).hasMessageContaining("handshake_failure");
    }

    @Test
    void aClientWithAnotherCertificateThanItsSdpSaysGetsNothing() throws Exception {
        var pair = Pair.make(servers, clients, CLEAR);
        pair.active().expect(serverPrint);
        pair.passive().expect(serverPrint);
        pair.link();
        assertThat(pair.server().awaitFailure()).hasMessageContaining("bad_certificate");
        assertThat(pair.client().awaitFailure()).isNotNull();
        assertThat(pair.server().hasKeys() || pair.client().hasKeys()).isFalse();
    }

    @Test
    void aServerWithAnotherCertificateThanItsSdpSaysGetsNothing() throws Exception {
        var pair = Pair.make(servers, clients, CLEAR);
        pair.passive().expect(clientPrint);
        pair.active().expect(clientPrint);
        pair.link();
        assertThat(pair.client().awaitFailure()).hasMessageContaining("bad_certificate");
        assertThat(pair.server().awaitFailure()).isNotNull();
        assertThat(pair.server().hasKeys() || pair.client().hasKeys()).isFalse();
    }

    @Test
    void theKeysWaitForAFingerprintThatComesAfterTheHandshake() throws Exception {
        var pair = Pair.make(servers, clients, CLEAR);
        pair.active().expect(serverPrint);
        pair.link();
        var client = pair.client().awaitKeys();
        assertThat(pair.server().hasKeys()).isFalse();
        pair.passive().expect(clientPrint);
        assertSame(pair.server().awaitKeys().send(), client.receive());
    }

    @Test
    void aWrongFingerprintThatComesAfterTheHandshakeEndsTheSession() throws Exception {
        var pair = Pair.make(servers, clients, CLEAR);
        pair.active().expect(serverPrint);
        pair.link();
        assertThat(pair.client().awaitKeys()).isNotNull();
        pair.passive().expect(serverPrint);
        assertThat(pair.server().awaitFailure()).hasMessageContaining("bad_certificate");
        assertThat(pair.client().awaitClosed()).isTrue();
        assertThat(pair.server().hasKeys()).isFalse();
    }

    @Test
    void eachSideHearsOfTheOthersGoodBye() throws Exception {
        var one = established();
        one.passive().close();
        assertThat(one.client().awaitClosed()).isTrue();
        assertThat(one.server().awaitClosed()).isTrue();
        var two = established();
        two.active().close();
        assertThat(two.server().awaitClosed()).isTrue();
        assertThat(two.client().awaitClosed()).isTrue();
    }

    private Pair established() throws Exception {
        var pair = Pair.trusting(servers, clients, CLEAR);
        assertThat(pair.server().awaitKeys()).isNotNull();
        assertThat(pair.client().awaitKeys()).isNotNull();
        return pair;
    }

    @Test
    void closingInTheMiddleEndsTheHandshake() throws Exception {
        var pair = Pair.trusting(servers, clients, datagram -> null);
        pair.active().close();
        assertThat(pair.client().awaitFailure()).isNotNull();
    }

    @Test
    void aHelloInFragmentsIsPutTogether() throws Exception {
        var narrow = new DtlsHandshakes(clients.identity(), List.of(SrtpProfile.values()), 120);
        var pair = Pair.trusting(servers, narrow, CLEAR);
        assertSame(pair.server().awaitKeys().send(), pair.client().awaitKeys().receive());
        var longest = new AtomicInteger();
        var backwards = Pair.trusting(narrow, narrow, datagram -> measure(datagram, longest));
        assertSame(
                backwards.server().awaitKeys().send(),
                backwards.client().awaitKeys().receive());
        assertThat(longest.get()).isBetween(1, 120);
    }

    private static byte @Nullable [] measure(byte @Nullable [] datagram, AtomicInteger longest) {
        longest.accumulateAndGet(datagram == null ? 0 : datagram.length, Math::max);
        return datagram;
    }

    @Test
    void threeOfTenDatagramsLostDoNotHinderIt() throws Exception {
        List<Pair> pairs = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            pairs.add(Pair.trusting(servers, clients, new LossyLine(seed)));
        }
        for (var pair : pairs) {
            assertSame(
                    pair.server().awaitKeys().send(), pair.client().awaitKeys().receive());
        }
    }

    /** Loses three of ten, but never more than four one after the other. */
    private static final class LossyLine implements UnaryOperator<byte @Nullable []> {
        private final Random random;
        private int lost;

        LossyLine(long seed) {
            random = new Random(seed);
        }

        @Override
        public synchronized byte @Nullable [] apply(byte @Nullable [] datagram) {
            lost = random.nextDouble() < 0.3 && lost < 4 ? lost + 1 : 0;
            return lost > 0 ? null : datagram;
        }
    }

    @Test
    void theLastMessagesAreRepeatedUntilTheyArrive() throws Exception {
        var line = new LosingFinished();
        var pair = Pair.trusting(servers, clients, line);
        assertSame(pair.server().awaitKeys().send(), pair.client().awaitKeys().receive());
        assertThat(line.lost).isEqualTo(5);
    }

    /** Loses the server's Finished five times: what begins with ChangeCipherSpec. */
    private static final class LosingFinished implements UnaryOperator<byte @Nullable []> {
        private int lost;

        @Override
        public synchronized byte @Nullable [] apply(byte @Nullable [] datagram) {
            if (datagram != null && datagram[0] == 20 && lost < 5) {
                lost++;
                return null;
            }
            return datagram;
        }
    }

    @Test
    void aHundredAtOnceAllSucceed() throws Exception {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            pairs.add(Pair.trusting(servers, clients, CLEAR));
        }
        for (var pair : pairs) {
            assertSame(
                    pair.server().awaitKeys().send(), pair.client().awaitKeys().receive());
        }
    }

    @Test
    void warmingUpIsAHandshakeWithOneself() throws Exception {
        servers.warmUp(3);
        assertThat(established().server().hasKeys()).isTrue();
    }

    private DtlsHandshakes only(SrtpProfile profile) {
        return new DtlsHandshakes(clients.identity(), List.of(profile));
    }

    private static void assertSame(SrtpKeys one, SrtpKeys other) {
        assertThat(one.profile()).isEqualTo(other.profile());
        assertThat(one.key()).isEqualTo(other.key());
        assertThat(one.salt()).isEqualTo(other.salt());
    }
}
