package plenum.server.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.kernel.Decision.accept;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.server.floor.FloorCommand.EndSpeech;
import plenum.server.floor.FloorCommand.ExtendSpeech;
import plenum.server.floor.FloorCommand.GrantFloor;
import plenum.server.floor.FloorCommand.LowerHand;
import plenum.server.floor.FloorCommand.MovePerson;
import plenum.server.floor.FloorCommand.QueuePerson;
import plenum.server.floor.FloorCommand.RaiseHand;
import plenum.server.floor.FloorCommand.UnqueuePerson;
import plenum.server.floor.FloorEvent.Granted;
import plenum.server.floor.FloorEvent.HandLowered;
import plenum.server.floor.FloorEvent.HandRaised;
import plenum.server.floor.FloorEvent.SpeechEnded;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Role;

class FloorRulesTest {
    private static final Instant NINE = Instant.parse("2026-12-08T02:00:00Z");
    private static final PersonId LAN = new PersonId("lan");
    private static final PersonId BINH = new PersonId("binh");
    private static final PersonId AWAY = new PersonId("vang");
    private static final FloorRules.Outside OPEN =
            new FloorRules.Outside(true, person -> !person.equals(AWAY), person -> Optional.empty());

    @Test
    void aPresentDelegateRaisesAHand() {
        assertThat(decide(Floor.EMPTY, LAN, new RaiseHand())).isEqualTo(accept(new HandRaised(LAN)));
    }

    @Test
    void aHandCannotGoUpTwice() {
        assertThat(code(decide(after(new HandRaised(LAN)), LAN, new RaiseHand())))
                .isEqualTo(FloorProblem.HAND_ALREADY_RAISED);
    }

    @Test
    void whoIsNotPresentRaisesNoHand() {
        assertThat(code(decide(Floor.EMPTY, AWAY, new RaiseHand()))).isEqualTo(FloorProblem.NOT_PRESENT);
    }

    @Test
    void withoutOpenSittingNobodyRaisesAHand() {
        var closed = new FloorRules.Outside(false, person -> true, person -> Optional.empty());
        assertThat(code(FloorRules.decide(Floor.EMPTY, new RaiseHand(), closed, context(LAN, Role.DELEGATE))))
                .isEqualTo(FloorProblem.NO_SITTING_OPEN);
    }

    @Test
    void theSpeakerRaisesNoHand() {
        assertThat(code(decide(after(new Granted(LAN, NINE)), LAN, new RaiseHand())))
                .isEqualTo(FloorProblem.ALREADY_SPEAKING);
    }

    @Test
    void aHandIsLowered() {
        assertThat(decide(after(new HandRaised(LAN)), LAN, new LowerHand())).isEqualTo(accept(new HandLowered(LAN)));
    }

    @Test
    void aHandThatIsNotUpIsLoweredWithoutEvent() {
        assertThat(decide(Floor.EMPTY, LAN, new LowerHand())).isEqualTo(accept());
    }

    @Test
    void theChairQueuesAndUnqueuesADelegate() {
        assertThat(decide(Floor.EMPTY, BINH, new QueuePerson(LAN))).isEqualTo(accept(new HandRaised(LAN)));
        assertThat(decide(after(new HandRaised(LAN)), BINH, new UnqueuePerson(LAN)))
                .isEqualTo(accept(new HandLowered(LAN)));
    }

    @Test
    void whoCameFirstStandsFirst() {
        assertThat(after(new HandRaised(BINH), new HandRaised(LAN)).queue())
                .extracting(Hand::personId)
                .containsExactly(BINH, LAN);
    }

    @Test
    void theChairMovesADelegateForward() {
        var waiting = after(new HandRaised(BINH), new HandRaised(LAN));
        var moved = new FloorEvent.QueueMoved(LAN, 0);
        assertThat(decide(waiting, BINH, new MovePerson(LAN, 0))).isEqualTo(accept(moved));
        assertThat(waiting.apply(moved, NINE).placeOf(LAN)).isZero();
    }

    @Test
    void movingToTheSamePlaceIsNoEvent() {
        assertThat(decide(after(new HandRaised(LAN)), BINH, new MovePerson(LAN, 0)))
                .isEqualTo(accept());
    }

    @Test
    void aPlaceBeyondTheQueueIsRefused() {
        assertThat(code(decide(after(new HandRaised(LAN)), BINH, new MovePerson(LAN, 1))))
                .isEqualTo(FloorProblem.BAD_PLACE);
    }

    @Test
    void whoDoesNotWaitIsNotMoved() {
        assertThat(code(decide(Floor.EMPTY, BINH, new MovePerson(LAN, 0)))).isEqualTo(FloorProblem.NOT_WAITING);
    }

    @Test
    void theFloorIsGrantedForItsSeconds() {
        assertThat(decide(Floor.EMPTY, BINH, new GrantFloor(LAN, 180)))
                .isEqualTo(accept(new Granted(LAN, NINE.plusSeconds(180))));
    }

    @Test
    void grantingTakesTheDelegateOutOfTheQueue() {
        assertThat(after(new HandRaised(LAN), new Granted(LAN, NINE)).queue()).isEmpty();
    }

    @Test
    void grantingTheFloorEndsTheRunningSpeech() {
        assertThat(decide(after(new Granted(LAN, NINE)), BINH, new GrantFloor(BINH, 180)))
                .isEqualTo(accept(new SpeechEnded(LAN), new Granted(BINH, NINE.plusSeconds(180))));
    }

    @Test
    void theFloorIsNotGrantedToWhoIsAway() {
        assertThat(code(decide(Floor.EMPTY, BINH, new GrantFloor(AWAY, 180)))).isEqualTo(FloorProblem.NOT_PRESENT);
    }

    @Test
    void aSpeechIsExtendedFromItsEnd() {
        var speaking = after(new Granted(LAN, NINE.plusSeconds(100)));
        assertThat(decide(speaking, BINH, new ExtendSpeech(60)))
                .isEqualTo(accept(new FloorEvent.SpeechExtended(LAN, NINE.plusSeconds(160))));
    }

    @Test
    void anOverrunSpeechIsExtendedFromNow() {
        var overrun = after(new Granted(LAN, NINE.minusSeconds(100)));
        assertThat(decide(overrun, BINH, new ExtendSpeech(60)))
                .isEqualTo(accept(new FloorEvent.SpeechExtended(LAN, NINE.plusSeconds(60))));
    }

    @Test
    void withoutSpeechNothingIsExtendedOrEnded() {
        assertThat(code(decide(Floor.EMPTY, BINH, new ExtendSpeech(60)))).isEqualTo(FloorProblem.NOBODY_SPEAKING);
        assertThat(code(decide(Floor.EMPTY, BINH, new EndSpeech()))).isEqualTo(FloorProblem.NOBODY_SPEAKING);
    }

    @Test
    void theSpeakerEndsTheOwnSpeech() {
        assertThat(decide(after(new Granted(LAN, NINE)), LAN, new EndSpeech())).isEqualTo(accept(new SpeechEnded(LAN)));
    }

    @Test
    void anotherDelegateDoesNotEndASpeech() {
        assertThat(code(decide(after(new Granted(LAN, NINE)), BINH, new EndSpeech())))
                .isEqualTo(FloorProblem.NOT_YOUR_SPEECH);
    }

    @Test
    void chairAndSecretaryEndASpeech() {
        for (var role : Set.of(Role.CHAIR, Role.SECRETARY)) {
            var decision = FloorRules.decide(after(new Granted(LAN, NINE)), new EndSpeech(), OPEN, context(BINH, role));
            assertThat(decision).isEqualTo(accept(new SpeechEnded(LAN)));
        }
    }

    @Test
    void clearingTakesSpeechAndAllHands() {
        var busy = after(new HandRaised(BINH), new Granted(LAN, NINE));
        assertThat(FloorRules.clear(busy)).containsExactly(new SpeechEnded(LAN), new HandLowered(BINH));
        assertThat(FloorRules.clear(Floor.EMPTY)).isEmpty();
    }

    private static Decision decide(Floor state, PersonId by, FloorCommand command) {
        return FloorRules.decide(state, command, OPEN, context(by, Role.DELEGATE));
    }

    private static Context context(PersonId by, Role role) {
        return new Context(by, by.value(), Set.of(role), NINE, "123456");
    }

    private static Problem.@Nullable Code code(Decision decision) {
        return decision instanceof Decision.Refused refused ? refused.problem().code() : null;
    }

    private static Floor after(FloorEvent... events) {
        var state = Floor.EMPTY;
        for (var event : events) {
            state = state.apply(event, NINE);
        }
        return state;
    }
}
