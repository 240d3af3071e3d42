package plenum.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever arrives is refused without an exception, and the genuine packets still pass. */
class SrtpFuzzTest {
    private static final int ROUNDS = 20_000;

    @ParameterizedTest
    @EnumSource
    void noBytesPassOrThrow(SrtpProfile profile) {
        var random = new Random(1);
        var line = new Line(profile);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] b = hostile(random, line, round);
            assertThat(line.receiver.unprotect(b.clone(), 0, b.length)).isNegative();
            assertThat(line.receiver.unprotectRtcp(b.clone(), 0, b.length)).isNegative();
        }
        line.pass(40_000, 40_010);
    }

    @ParameterizedTest
    @EnumSource
    void nothingOutsideOfThePacketIsTouched(SrtpProfile profile) {
        var random = new Random(2);
        var line = new Line(profile);
        for (int round = 0; round < ROUNDS / 4; round++) {
            byte[] b = hostile(random, line, round);
            byte[] wide = new byte[b.length + 80];
            Arrays.fill(wide, (byte) 0x5a);
            System.arraycopy(b, 0, wide, 40, b.length);
            assertThat(line.receiver.unprotect(wide, 40, b.length)).isNegative();
            assertThat(line.receiver.unprotectRtcp(wide, 40, b.length)).isNegative();
            assertThat(Arrays.copyOf(wide, 40)).containsOnly(0x5a);
            assertThat(Arrays.copyOfRange(wide, 40 + b.length, wide.length)).containsOnly(0x5a);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSenderRefusesWhatIsNoPacket(SrtpProfile profile) {
        var random = new Random(3);
        var sender = new SrtpSender(Line.keys(profile, 7));
        for (int round = 0; round < ROUNDS; round++) {
            byte[] b = new byte[200];
            random.nextBytes(b);
            int length = random.nextInt(150);
            int sealed = sender.protect(b, 10, length);
            assertThat(sealed == -1 || sealed == length + profile.tagLength()).isTrue();
            int report = sender.protectRtcp(b, 10, length);
            assertThat(report == -1 || report == length + 4 + profile.tagLength())
                    .isTrue();
        }
    }

    /** Random bytes, or a genuine packet changed or cut. */
    private static byte[] hostile(Random random, Line line, int round) {
        byte[] b;
        if (random.nextInt(3) == 0) {
            b = new byte[random.nextInt(100)];
            random.nextBytes(b);
            return b;
        }
        b = random.nextBoolean() ? line.seal(round & 0xffff) : line.sealRtcp(Line.pictureLoss(Line.SSRC));
        if (random.nextBoolean()) {
            return Arrays.copyOf(b, random.nextInt(b.length));
        }
        b[random.nextInt(b.length)] ^= (byte) (1 + random.nextInt(255));
        return b;
    }
}
