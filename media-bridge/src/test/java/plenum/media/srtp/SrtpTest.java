package plenum.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.srtp.SrtpReceiver.NOT_AUTHENTIC;
import static plenum.media.srtp.SrtpReceiver.REPLAYED;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SrtpTest {
    @ParameterizedTest
    @EnumSource
    void whatIsSentIsReceived(SrtpProfile profile) {
        var line = new Line(profile);
        byte[] packet = Line.rtp(Line.SSRC, 5, 1100);
        byte[] sealed = line.seal(packet);
        assertThat(Arrays.copyOf(sealed, 12)).isEqualTo(Arrays.copyOf(packet, 12));
        assertThat(Arrays.copyOfRange(sealed, 12, packet.length))
                .isNotEqualTo(Arrays.copyOfRange(packet, 12, packet.length));
        assertThat(line.receiver.unprotect(sealed, 0, sealed.length)).isEqualTo(packet.length);
        assertThat(Arrays.copyOf(sealed, packet.length)).isEqualTo(packet);
    }

    @ParameterizedTest
    @EnumSource
    void aPacketInTheMiddleOfABufferLeavesTheRestAlone(SrtpProfile profile) {
        var line = new Line(profile);
        byte[] packet = Line.rtp(Line.SSRC, 5, 40);
        byte[] b = new byte[200];
        System.arraycopy(packet, 0, b, 60, packet.length);
        int length = line.sender.protect(b, 60, packet.length);
        assertThat(line.receiver.unprotect(b, 60, length)).isEqualTo(packet.length);
        assertThat(Arrays.copyOf(b, 60)).containsOnly(0);
        assertThat(Arrays.copyOfRange(b, 60, 60 + packet.length)).isEqualTo(packet);
        assertThat(Arrays.copyOfRange(b, 60 + length, 200)).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource
    void contributorsAndExtensionsStayInTheClearAndAreAuthenticated(SrtpProfile profile) {
        var line = new Line(profile);
        byte[] packet = Line.rtp(Line.SSRC, 9, 100);
        packet[0] |= 0x12; // two contributing sources, an extension of one word
        packet[12 + 8 + 2] = 0;
        packet[12 + 8 + 3] = 1;
        byte[] sealed = line.seal(packet);
        assertThat(Arrays.copyOf(sealed, 28)).isEqualTo(Arrays.copyOf(packet, 28));
        sealed[14] ^= 1;
        assertThat(line.open(sealed)).isEqualTo(NOT_AUTHENTIC);
        sealed[14] ^= 1;
        assertThat(line.open(sealed)).isEqualTo(packet.length);
    }

    @ParameterizedTest
    @EnumSource
    void aPacketWithAnyBitChangedIsRefused(SrtpProfile profile) {
        var line = new Line(profile);
        byte[] sealed = line.seal(5);
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] forged = sealed.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(line.open(forged)).as("bit %d", bit).isEqualTo(NOT_AUTHENTIC);
        }
        assertThat(line.open(sealed)).isEqualTo(62);
    }

    @ParameterizedTest
    @EnumSource
    void aPacketOfOtherKeysIsRefused(SrtpProfile profile) {
        var stranger = new SrtpReceiver(Line.keys(profile, 8));
        byte[] sealed = new Line(profile).seal(5);
        assertThat(stranger.unprotect(sealed, 0, sealed.length)).isEqualTo(NOT_AUTHENTIC);
    }

    @ParameterizedTest
    @EnumSource
    void aPacketSeenTwiceIsRefused(SrtpProfile profile) {
        var line = new Line(profile);
        byte[] first = line.seal(5);
        byte[] second = line.seal(6);
        assertThat(line.open(second)).isPositive();
        assertThat(line.open(first)).isPositive();
        assertThat(line.open(second)).isEqualTo(REPLAYED);
        assertThat(line.open(first)).isEqualTo(REPLAYED);
    }

    @Test
    void aPacketOlderThanTheWindowIsRefused() {
        var line = new Line(SrtpProfile.AEAD_AES_128_GCM);
        byte[] tooOld = line.seal(100);
        byte[] oldest = line.seal(101);
        line.pass(102, 100 + ReplayWindow.SIZE);
        assertThat(line.open(tooOld)).isEqualTo(REPLAYED);
        assertThat(line.open(oldest)).isPositive();
        assertThat(line.open(oldest)).isEqualTo(REPLAYED);
    }

    @ParameterizedTest
    @EnumSource
    void sequenceNumbersWrapManyTimes(SrtpProfile profile) {
        var line = new Line(profile);
        for (int index = 0; index < 400_000; index += 20_000) {
            line.pass(index, index);
        }
    }

    @Test
    void packetsReorderedAroundTheWrapArrive() {
        var line = new Line(SrtpProfile.AEAD_AES_128_GCM);
        line.pass(65_000, 65_530);
        byte[][] sealed = new byte[12][];
        for (int i = 0; i < 12; i++) {
            sealed[i] = line.seal(65_531 + i & 0xffff);
        }
        for (int i : new int[] {6, 0, 11, 4, 5, 1, 10, 2, 9, 3, 8, 7}) {
            assertThat(line.open(sealed[i])).as("packet %d", i).isPositive();
        }
        line.pass(65_543, 65_600);
    }

    @Test
    void aSenderMayProtectOutOfOrderAroundTheWrap() {
        var line = new Line(SrtpProfile.AEAD_AES_128_GCM);
        line.pass(65_534, 65_534);
        line.pass(65_537, 65_537);
        line.pass(65_535, 65_536);
        line.pass(65_538, 65_538);
    }

    @Test
    void aPacketFromBeforeTheFirstWrapThatNeverWasIsRefused() {
        var line = new Line(SrtpProfile.AEAD_AES_128_GCM);
        byte[] late = new Line(SrtpProfile.AEAD_AES_128_GCM).seal(65_535);
        line.pass(1, 2);
        assertThat(line.open(late)).isEqualTo(REPLAYED);
    }

    @Test
    void forgedPacketsDoNotMoveTheWindow() {
        var line = new Line(SrtpProfile.AEAD_AES_128_GCM);
        line.pass(1, 10);
        for (int sequence = 30_000; sequence > 10; sequence -= 1_000) {
            assertThat(line.open(Line.rtp(Line.SSRC, sequence, 60))).isEqualTo(NOT_AUTHENTIC);
        }
        line.pass(11, 12);
    }

    @Test
    void forgedStreamsPushOutNone() {
        var line = new Line(SrtpProfile.AEAD_AES_128_GCM);
        byte[] sealed = line.seal(5);
        assertThat(line.open(sealed)).isPositive();
        for (int ssrc = 0; ssrc < 2 * SrtpReceiver.MAX_STREAMS; ssrc++) {
            assertThat(line.open(Line.rtp(ssrc, 1, 60))).isEqualTo(NOT_AUTHENTIC);
        }
        assertThat(line.open(sealed)).isEqualTo(REPLAYED);
    }

    @Test
    void ofTooManyStreamsTheOneSilentForLongestIsForgotten() {
        var line = new Line(SrtpProfile.AEAD_AES_128_GCM);
        byte[][] sealed = new byte[SrtpReceiver.MAX_STREAMS + 1][];
        for (int ssrc = 0; ssrc < SrtpReceiver.MAX_STREAMS; ssrc++) {
            sealed[ssrc] = line.seal(Line.rtp(ssrc, 1, 20));
            assertThat(line.open(sealed[ssrc])).isPositive();
        }
        assertThat(line.open(line.seal(Line.rtp(0, 2, 20)))).isPositive();
        assertThat(line.open(line.seal(Line.rtp(SrtpReceiver.MAX_STREAMS, 1, 20))))
                .isPositive();
        assertThat(line.open(sealed[0])).isEqualTo(REPLAYED);
        assertThat(line.open(sealed[2])).isEqualTo(REPLAYED);
        assertThat(line.open(sealed[1])).as("forgotten, thus new").isPositive();
    }

    @Test
    void noSequenceNumberIsProtectedTwice() {
        var line = new Line(SrtpProfile.AEAD_AES_128_GCM);
        byte[] b = Arrays.copyOf(Line.rtp(Line.SSRC, 5, 20), 60);
        assertThat(line.sender.protect(b, 0, 32)).isEqualTo(48);
        assertThat(line.sender.protect(b, 0, 32)).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource
    void rtcpIsSentAndReceived(SrtpProfile profile) {
        var line = new Line(profile);
        byte[] packet = Line.pictureLoss(Line.SSRC);
        byte[] sealed = line.sealRtcp(packet);
        assertThat(sealed).hasSize(packet.length + 4 + profile.tagLength());
        assertThat(Arrays.copyOfRange(sealed, 8, 12)).isNotEqualTo(Arrays.copyOfRange(packet, 8, 12));
        assertThat(line.receiver.unprotectRtcp(sealed, 0, sealed.length)).isEqualTo(packet.length);
        assertThat(Arrays.copyOf(sealed, packet.length)).isEqualTo(packet);
    }

    @ParameterizedTest
    @EnumSource
    void rtcpSeenTwiceIsRefused(SrtpProfile profile) {
        var line = new Line(profile);
        byte[] first = line.sealRtcp(Line.pictureLoss(Line.SSRC));
        byte[] second = line.sealRtcp(Line.pictureLoss(Line.SSRC));
        assertThat(line.openRtcp(second)).isPositive();
        assertThat(line.openRtcp(first)).isPositive();
        assertThat(line.openRtcp(first)).isEqualTo(REPLAYED);
        assertThat(line.openRtcp(second)).isEqualTo(REPLAYED);
    }

    @ParameterizedTest
    @EnumSource
    void rtcpWithAnyBitChangedIsRefused(SrtpProfile profile) {
        var line = new Line(profile);
        byte[] sealed = line.sealRtcp(Line.pictureLoss(Line.SSRC));
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] forged = sealed.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(line.openRtcp(forged)).as("bit %d", bit).isEqualTo(NOT_AUTHENTIC);
        }
        assertThat(line.openRtcp(sealed)).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void rtcpThatIsNotEncryptedIsRefusedEvenIfAuthentic(SrtpProfile profile) {
        var keys = Line.keys(profile, 7);
        byte[] b = Arrays.copyOf(Line.pictureLoss(Line.SSRC), 60);
        int length = Transform.rtcp(keys).protectRtcp(b, 0, 12, Line.SSRC, 3);
        assertThat(new SrtpReceiver(keys).unprotectRtcp(b, 0, length)).isEqualTo(NOT_AUTHENTIC);
    }

    @Test
    void keysAreNotShown() {
        assertThat(Line.keys(SrtpProfile.AEAD_AES_128_GCM, 7)).hasToString("SrtpKeys[AEAD_AES_128_GCM]");
    }

    /** A stream of zeros. */
    @Test
    void theWarmUpOpensWhatItSeals() {
        WarmUp.run(3_000);
    }
}
