package plenum.media.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.speaker.DominantSpeaker.NOBODY;
import static plenum.media.speaker.Talk.cough;
import static plenum.media.speaker.Talk.noise;
import static plenum.media.speaker.Talk.off;
import static plenum.media.speaker.Talk.silence;
import static plenum.media.speaker.Talk.speech;
import static plenum.media.speaker.Talk.tone;

import org.junit.jupiter.api.Test;

class DominantSpeakerTest {
    private final Talk talk = new Talk();

    @Test
    void whoSpeaksFirstIsDominantWithinASecondAndAHalf() {
        talk.play(1_500, speech(1, 30), noise(2, 75));
        assertThat(talk.dominants()).containsExactly(0);
    }

    @Test
    void whileNobodySpeaksNobodyIsDominant() {
        talk.play(5_000, noise(1, 75), noise(2, 80), silence());
        assertThat(talk.dominants()).isEmpty();
        assertThat(talk.dominant().dominant()).isEqualTo(NOBODY);
    }

    @Test
    void twoWhoSpeakInTurnTakeOverFromEachOther() {
        for (int turn = 0; turn < 4; turn++) {
            talk.play(6_000, speech(turn, 30), noise(2, 75)).play(6_000, noise(3, 75), speech(10 + turn, 30));
        }
        assertThat(talk.dominants()).containsExactly(0, 1, 0, 1, 0, 1, 0, 1);
    }

    @Test
    void whoTakesTheWordIsDominantWithinASecondAndAHalf() {
        talk.play(10_000, speech(1, 30), noise(2, 75)).play(1_500, noise(3, 75), speech(4, 30));
        assertThat(talk.dominant().dominant()).isEqualTo(1);
    }

    @Test
    void aCoughDoesNotTakeTheWord() {
        talk.play(20_000, speech(1, 30), cough(9_100, 220), cough(14_000, 200), cough(2_740, 240));
        assertThat(talk.dominants()).containsExactly(0);
    }

    @Test
    void aCoughInSilenceIsNoSpeech() {
        talk.play(5_000, cough(2_000, 200), noise(2, 78));
        assertThat(talk.dominants()).isEmpty();
    }

    @Test
    void breathsAndGapsBetweenWordsDoNotLoseTheWord() {
        talk.play(60_000, speech(1, 30), noise(2, 70), noise(3, 72));
        assertThat(talk.dominants()).containsExactly(0);
    }

    @Test
    void twoOverEachOtherChangeRarely() {
        talk.play(60_000, speech(1, 30), speech(2, 32));
        assertThat(talk.dominants()).hasSizeLessThan(12);
    }

    @Test
    void aLoudToneThatLastsIsLearntAndLosesTheWordToASpeaker() {
        talk.play(20_000, tone(30), noise(2, 75)).play(5_000, tone(30), speech(3, 30));
        assertThat(talk.dominant().dominant()).isEqualTo(1);
    }

    @Test
    void loudNoiseThatLastsDoesNotTakeTheWord() {
        talk.play(20_000, speech(1, 30), noise(2, 38)).play(20_000, speech(3, 30), noise(4, 38));
        assertThat(talk.dominant().dominant()).isZero();
    }

    @Test
    void inAPauseTheLastSpeakerStaysAndAfter10SecondsNobodyIsDominant() {
        talk.play(5_000, speech(1, 30), noise(2, 75)).play(8_000, noise(3, 75), noise(4, 75));
        assertThat(talk.dominant().dominant()).isZero();
        talk.play(4_000, noise(3, 75), noise(4, 75));
        assertThat(talk.dominants()).containsExactly(0, NOBODY);
    }

    @Test
    void aMicrophoneThatIsSwitchedOffLosesTheWord() {
        talk.play(5_000, speech(1, 30), noise(2, 75)).play(3_000, off(), speech(3, 35));
        assertThat(talk.dominants()).containsExactly(0, 1);
    }

    @Test
    void whoIsRemovedIsNotDominantAnyMore() {
        talk.play(5_000, speech(1, 30), noise(2, 75));
        talk.dominant().remove(0);
        assertThat(talk.dominant().dominant()).isEqualTo(NOBODY);
        talk.play(400, off(), noise(2, 75));
        assertThat(talk.dominants()).containsExactly(0, NOBODY);
    }

    @Test
    void amongManyTheOneWhoSpeaksIsFound() {
        var sounds = new Talk.Sound[60];
        for (int i = 0; i < sounds.length; i++) {
            sounds[i] = noise(i, 65 + i % 20);
        }
        sounds[47] = speech(1, 35);
        talk.play(3_000, sounds);
        assertThat(talk.dominants()).containsExactly(47);
    }
}
