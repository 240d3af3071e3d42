package plenum.media.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.speaker.Talk.cough;
import static plenum.media.speaker.Talk.noise;
import static plenum.media.speaker.Talk.off;
import static plenum.media.speaker.Talk.silence;
import static plenum.media.speaker.Talk.speech;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LoudestSpeakersTest {
    private static final long MS = 1_000_000;

    private final Talk talk = new Talk();
    private final LoudestSpeakers three = new LoudestSpeakers(3);

    @Test
    void threeWhoSpeakAtOnceAreAllHeardWithoutAGap() {
        talk.play(10_000, speech(1, 30), speech(2, 35), speech(3, 40), noise(4, 75));
        for (int source = 0; source < 3; source++) {
            assertThat(talk.takeForwarded(source)).isEqualTo(1);
        }
        assertThat(talk.takeForwarded(3)).isZero();
    }

    @Test
    void theFirstPacketOfAWordIsHeard() {
        talk.play(3_000, noise(1, 75), noise(2, 75), noise(3, 75), noise(4, 75));
        assertThat(three.heard(9, 30, true, 0)).isTrue();
        assertThat(talk.loudest().heard(4, 30, true, talk.nowNs())).isTrue();
    }

    @Test
    void noiseGivesWayToSpeechHoweverLoudItIs() {
        talk.play(1_000, noise(1, 60), noise(2, 60), noise(3, 60));
        assertThat(talk.loudest().heard(3, 59, true, talk.nowNs())).isTrue();
    }

    @Test
    void aFourthWaitsUntilOneOfTheThreeHasFinished() {
        talk.play(2_000, speech(1, 30), speech(2, 30), speech(3, 30), noise(4, 80));
        talk.loudest().dominant(-1);
        assertThat(talk.loudest().heard(3, 20, true, talk.nowNs())).isFalse();
        talk.play(1_000, speech(1, 30), noise(2, 80), speech(3, 30), noise(4, 80));
        assertThat(talk.loudest().heard(3, 20, true, talk.nowNs())).isTrue();
    }

    @Test
    void noWordIsCutByAnotherVoice() {
        hear(0, 1, 2);
        assertThat(three.heard(3, 10, true, 500 * MS)).isFalse();
        assertThat(three.heard(0, 30, true, 599 * MS)).isTrue();
    }

    @Test
    void whoHasBeenSilentFor600MillisecondsMayBeReplaced() {
        hear(0, 1, 2);
        assertThat(three.heard(3, 10, true, 600 * MS)).isTrue();
        assertThat(three.among(3)).isTrue();
    }

    @Test
    void theWeakestOfThemIsReplaced() {
        assertThat(three.heard(0, 60, false, 0)).isTrue();
        assertThat(three.heard(1, 75, false, 0)).isTrue();
        assertThat(three.heard(2, 65, false, 0)).isTrue();
        assertThat(three.heard(3, 20, true, 20 * MS)).isTrue();
        assertThat(three.among(0)).isTrue();
        assertThat(three.among(1)).isFalse();
        assertThat(three.among(2)).isTrue();
    }

    @Test
    void hardlyLouderNoiseDoesNotReplaceNoise() {
        for (int source = 0; source < 3; source++) {
            assertThat(three.heard(source, 70, false, 0)).isTrue();
        }
        assertThat(three.heard(3, 68, false, 20 * MS)).isFalse();
    }

    @Test
    void digitalSilenceIsNotForwarded() {
        talk.play(1_000, silence());
        assertThat(talk.takeForwarded(0)).isZero();
    }

    @Test
    void theSilenceAfterAWordIsForwardedForAWhile() {
        hear(0);
        assertThat(three.heard(0, LoudestSpeakers.SILENCE, false, 500 * MS)).isTrue();
        assertThat(three.heard(0, LoudestSpeakers.SILENCE, false, 600 * MS)).isFalse();
        assertThat(three.among(0)).isFalse();
    }

    @Test
    void theDominantIsHeardBesidesTheThree() {
        hear(0, 1, 2);
        assertThat(three.heard(4, 60, false, 20 * MS)).isFalse();
        three.dominant(4);
        assertThat(three.heard(4, 60, false, 40 * MS)).isTrue();
        assertThat(three.heard(0, 30, true, 40 * MS)).isTrue();
        three.dominant(-1);
        assertThat(three.heard(4, 60, false, 60 * MS)).isFalse();
    }

    @Test
    void whoIsRemovedLeavesThePlace() {
        hear(0, 1, 2);
        three.remove(1);
        assertThat(three.among(1)).isFalse();
        assertThat(three.heard(3, 60, false, 20 * MS)).isTrue();
    }

    @Test
    void aSourceThatNeverMarksVoiceIsJudgedByItsLevel() {
        for (int source = 0; source < 3; source++) {
            assertThat(three.heard(source, 30, false, 0)).isTrue();
        }
        assertThat(three.heard(3, 20, false, 100 * MS)).isFalse();
        assertThat(three.heard(3, 20, false, 600 * MS)).isTrue();
    }

    @Test
    void aSourceWithoutLevelsIsHeardWhenThereIsRoom() {
        assertThat(three.heard(0, -1, false, 0)).isTrue();
    }

    @Test
    void theLevelIsSmoothedAndExpires() {
        assertThat(three.level(0, 0)).isEqualTo(LoudestSpeakers.SILENCE);
        for (int i = 0; i < 20; i++) {
            var unused = three.heard(0, 30, true, i * 20 * MS);
        }
        assertThat(three.level(0, 400 * MS)).isEqualTo(30);
        var unused = three.heard(0, 40, true, 400 * MS);
        assertThat(three.level(0, 400 * MS)).isEqualTo(35);
        assertThat(three.level(0, 551 * MS)).isEqualTo(LoudestSpeakers.SILENCE);
    }

    @Test
    void aCoughIsHeardButKeepsNobodyOut() {
        talk.play(5_000, speech(1, 30), speech(2, 30), cough(2_000, 200), noise(4, 80));
        talk.play(2_000, speech(1, 30), speech(2, 30), noise(3, 80), speech(4, 30));
        var unused = talk.takeForwarded(3);
        talk.play(2_000, speech(1, 30), speech(2, 30), noise(3, 80), speech(4, 30));
        assertThat(talk.takeForwarded(3)).isEqualTo(1);
    }

    @Test
    void neverMoreThanThePlacesAreHeard() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            long now = i * 2 * MS;
            var unused = three.heard(random.nextInt(40), random.nextInt(-1, 128), random.nextBoolean(), now);
            if (i % 50 == 0) {
                three.remove(random.nextInt(40));
            }
            assertThat(among(40)).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void whoGoesOffMakesRoom() {
        talk.play(2_000, speech(1, 30), speech(2, 30), speech(3, 30), noise(4, 70));
        talk.play(2_000, off(), off(), off(), noise(4, 70));
        var unused = talk.takeForwarded(3);
        talk.play(500, off(), off(), off(), noise(4, 70));
        assertThat(talk.takeForwarded(3)).isEqualTo(1);
    }

    private void hear(int... sources) {
        for (int source : sources) {
            assertThat(three.heard(source, 30, true, 0)).isTrue();
        }
    }

    private int among(int sources) {
        int count = 0;
        for (int source = 0; source < sources; source++) {
            count += three.among(source) ? 1 : 0;
        }
        return count;
    }
}
