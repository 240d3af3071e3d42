package plenum.media.bwe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The rules by which a receiver's bandwidth is shared. Layers are 180, 360 and 720 lines at 150, 500 and 1,700 kbit/s.
 */
class AllocationTest {
    private static final long SECOND = 1_000_000_000;
    private static final int NONE = Wish.NONE;
    private static final int LOW = 0;
    private static final int MIDDLE = 1;
    private static final int HIGH = 2;

    private final Allocation allocation = new Allocation();
    private long nowNs = -7 * SECOND;

    @Test
    void withPlentyOfBandwidthEverybodyGetsWhatWasWanted() {
        var stage = stage(720);
        var tile = tile(180);
        var large = tile(360);
        allocate(10_000, stage, tile, large);
        assertThat(granted(stage, tile, large)).containsExactly(HIGH, LOW, MIDDLE);
    }

    @Test
    void nobodyGetsMoreThanTheTileCanShow() {
        assertThat(alone(tile(180))).isEqualTo(LOW);
        assertThat(alone(tile(360))).isEqualTo(MIDDLE);
        assertThat(alone(tile(720))).isEqualTo(HIGH);
        assertThat(alone(tile(2_160))).isEqualTo(HIGH);
    }

    @Test
    void aTileBetweenTwoLayersGetsTheTallerOne() {
        assertThat(alone(tile(270))).isEqualTo(MIDDLE);
    }

    @Test
    void aTileHardlyTallerThanALayerGetsThatLayer() {
        assertThat(alone(tile(200))).isEqualTo(LOW);
        assertThat(alone(tile(420))).isEqualTo(MIDDLE);
    }

    @Test
    void aTinyTileGetsTheLowestLayer() {
        assertThat(alone(tile(40))).isEqualTo(LOW);
    }

    @Test
    void whatIsNotWantedIsNotSent() {
        assertThat(alone(tile(0))).isEqualTo(NONE);
    }

    @Test
    void aSourceWithOneLayerIsSentWholeOrNotAtAll() {
        var whole = new Wish(false);
        whole.layer(0, 720, 1_700_000);
        whole.want(180, false);
        allocate(2_000, whole);
        assertThat(whole.granted()).isZero();
        allocate(1_000, whole);
        assertThat(whole.granted()).isEqualTo(NONE);
    }

    @Test
    void aLayerThatDoesNotExistIsPassedOver() {
        var wish = tile(720);
        wish.layer(MIDDLE, 0, 0);
        assertThat(alone(wish)).isEqualTo(HIGH);
        wish.layer(HIGH, 0, 0);
        assertThat(alone(wish)).isEqualTo(LOW);
    }

    @Test
    void theFirstOnesAreGrantedWhenThereMayBeOnlySoMany() {
        var wishes = List.of(tile(180), tile(0), tile(180), tile(180));
        allocate(10_000, 2, wishes);
        assertThat(granted(wishes)).containsExactly(LOW, NONE, LOW, NONE);
    }

    @Test
    void everybodyIsSeenBeforeAnybodyIsSeenWell() {
        var stage = stage(720);
        var tiles = List.of(tile(180), tile(180), tile(180));
        allocate(4 * 150 * 115 / 100, stage, tiles.get(0), tiles.get(1), tiles.get(2));
        assertThat(granted(stage)).containsExactly(LOW);
        assertThat(granted(tiles)).containsOnly(LOW);
    }

    @Test
    void whenItIsNotEnoughForAllTheLastOnesAreLeftOut() {
        var wishes = List.of(tile(180), tile(180), tile(180));
        allocate(400, 3, wishes);
        assertThat(granted(wishes)).containsExactly(LOW, LOW, NONE);
    }

    @Test
    void theStageIsRaisedTo360LinesBeforeAnybodyElseIsRaised() {
        var first = tile(360);
        var stage = stage(720);
        allocate(800, first, stage);
        assertThat(granted(first, stage)).containsExactly(LOW, MIDDLE);
    }

    @Test
    void afterThatAllAreRaisedInTurnByImportance() {
        var one = tile(720);
        var two = tile(720);
        allocate(1_200, one, two);
        assertThat(granted(one, two)).containsExactly(MIDDLE, MIDDLE);
        var other = new Allocation();
        var three = tile(720);
        var four = tile(720);
        assertThat(other.allocate(List.of(three, four), 9, 2_800_000, nowNs)).isTrue();
        assertThat(granted(three, four)).containsExactly(HIGH, MIDDLE);
    }

    @Test
    void aScreenComesBeforeEveryCamera() {
        var stage = stage(720);
        var screen = screen(1_080, 1_000);
        allocate(1_200, stage, screen);
        assertThat(granted(stage, screen)).containsExactly(NONE, 0);
    }

    @Test
    void aScreenKeepsItsResolutionAndGivesUpFrames() {
        var screen = new Wish(true);
        screen.layer(0, 540, 200_000);
        screen.layer(1, 1_080, 500_000);
        screen.layer(2, 1_080, 1_500_000);
        screen.want(1_080, true);
        allocate(10_000, screen);
        assertThat(screen.granted()).isEqualTo(2);
        allocate(1_000, screen);
        assertThat(screen.granted()).isEqualTo(1);
        allocate(300, screen);
        assertThat(screen.granted()).isZero();
    }

    @Test
    void aScreenGoesToItsResolutionAtOnce() {
        var screen = new Wish(true);
        screen.layer(0, 540, 200_000);
        screen.layer(1, 1_080, 1_000_000);
        screen.want(1_080, false);
        var stage = stage(720);
        allocate(1_400, stage, screen);
        assertThat(granted(stage, screen)).containsExactly(LOW, 1);
    }

    @Test
    void toBeRaisedThereMustBe15PercentMoreThanNeeded() {
        var wish = tile(360);
        allocate(560, wish);
        assertThat(wish.granted()).isEqualTo(LOW);
        allocate(580, wish);
        assertThat(wish.granted()).isEqualTo(MIDDLE);
    }

    @Test
    void whatIsGrantedStaysAsLongAsItJustFits() {
        var wish = tile(360);
        allocate(580, wish);
        allocate(500, wish);
        nowNs += 3 * SECOND;
        allocate(500, wish);
        assertThat(wish.granted()).isEqualTo(MIDDLE);
        allocate(416, wish);
        assertThat(wish.granted()).isEqualTo(LOW);
    }

    @Test
    void aSlightWantTakesNothingAwayBeforeItHasLasted() {
        var wish = tile(360);
        allocate(580, wish);
        allocate(420, wish);
        nowNs += Allocation.PATIENCE_NS - 1;
        allocate(420, wish);
        assertThat(wish.granted()).isEqualTo(MIDDLE);
        allocate(500, wish);
        nowNs += 1;
        allocate(420, wish);
        assertThat(wish.granted()).isEqualTo(MIDDLE);
        nowNs += Allocation.PATIENCE_NS;
        allocate(420, wish);
        assertThat(wish.granted()).isEqualTo(LOW);
    }

    @Test
    void afterSomethingWasLoweredNothingIsRaisedFor3Seconds() {
        var wish = tile(360);
        allocate(1_000, wish);
        allocate(400, wish);
        nowNs += 3 * SECOND - 1;
        allocate(1_000, wish);
        assertThat(wish.granted()).isEqualTo(LOW);
        nowNs += 1;
        allocate(1_000, wish);
        assertThat(wish.granted()).isEqualTo(MIDDLE);
    }

    @Test
    void whatIsLoweredAgainSoonWaitsTwiceAsLong() {
        var wish = tile(360);
        assertThat(secondsUntilRaised(wish)).isEqualTo(3);
        assertThat(secondsUntilRaised(wish)).isEqualTo(6);
        assertThat(secondsUntilRaised(wish)).isEqualTo(12);
        assertThat(secondsUntilRaised(wish)).isEqualTo(24);
        assertThat(secondsUntilRaised(wish)).isEqualTo(24);
        nowNs += 31 * SECOND;
        assertThat(secondsUntilRaised(wish)).isEqualTo(3);
    }

    @Test
    void whatTheViewerChangesDoesNotWait() {
        var stage = stage(360);
        var tile = tile(180);
        allocate(1_000, stage, tile);
        allocate(350, stage, tile);
        assertThat(granted(stage, tile)).containsExactly(LOW, LOW);
        stage.want(180, false);
        tile.want(360, true);
        allocate(900, tile, stage);
        assertThat(granted(tile, stage)).containsExactly(MIDDLE, LOW);
    }

    @Test
    void aNewOneIsSeenAtOnce() {
        var first = tile(360);
        allocate(1_000, first);
        allocate(400, first);
        var second = tile(180);
        allocate(400, first, second);
        assertThat(granted(first, second)).containsExactly(LOW, LOW);
    }

    @Test
    void onlyWhatChangesIsTold() {
        var wish = tile(360);
        assertThat(allocation.allocate(List.of(wish), 1, 1_000_000, nowNs)).isTrue();
        assertThat(allocation.allocate(List.of(wish), 1, 900_000, nowNs)).isFalse();
        assertThat(allocation.allocate(List.of(wish), 1, 300_000, nowNs)).isTrue();
    }

    @Test
    void whatWouldBeNeededForAllIsTold() {
        var stage = stage(720);
        var tile = tile(180);
        allocate(500, stage, tile);
        assertThat(allocation.wantedBps()).isEqualTo((1_700_000 + 150_000) * 115 / 100);
        assertThat(allocation.grantedBps()).isEqualTo(300_000);
    }

    @Test
    void aLayerNobodyHasMeasuredCountsAsUsualForItsHeight() {
        var wish = new Wish(false);
        wish.layer(0, 180, 0);
        wish.layer(1, 360, 0);
        wish.want(360, false);
        allocate(500, wish);
        assertThat(wish.granted()).isEqualTo(LOW);
        allocate(600, wish);
        assertThat(wish.granted()).isEqualTo(MIDDLE);
    }

    @Test
    void aCamerasLayerThatHasJustBegunCountsAsUsualUntilItIsMeasured() {
        var wish = new Wish(false);
        wish.layer(HIGH, 720, 90_000);
        wish.want(720, false);
        allocate(1_000, wish);
        assertThat(wish.granted()).isEqualTo(NONE);
        for (int i = 0; i < 50; i++) {
            wish.layer(HIGH, 720, 700_000);
        }
        allocate(1_000, wish);
        assertThat(wish.granted()).isEqualTo(HIGH);
    }

    @Test
    void aScreenWhosePageIsTurnedKeepsItsLayer() {
        var screen = screen(1_080, 300);
        allocate(600, screen);
        for (int i = 0; i < 5; i++) {
            screen.layer(0, 1_080, 900_000);
        }
        allocate(600, screen);
        assertThat(screen.granted()).isZero();
        for (int i = 0; i < 50; i++) {
            screen.layer(0, 1_080, 900_000);
        }
        allocate(590, screen);
        assertThat(screen.granted()).isEqualTo(NONE);
    }

    @Test
    void theSameSituationLeadsToTheSameDecision() {
        var stage = stage(720);
        var tiles = List.of(tile(360), tile(180), tile(720));
        var all = List.of(stage, tiles.get(0), tiles.get(1), tiles.get(2));
        allocate(1_500, 9, all);
        var before = granted(all);
        for (int i = 0; i < 20; i++) {
            nowNs += SECOND;
            assertThat(allocation.allocate(all, 9, 1_500_000, nowNs)).isFalse();
        }
        assertThat(granted(all)).isEqualTo(before);
    }

    @Test
    void whateverIsWantedTheBudgetIsKeptAndNobodyGetsMoreThanWanted() {
        var random = new SplittableRandom(1);
        for (int round = 0; round < 2_000; round++) {
            var wishes = new ArrayList<Wish>();
            IntStream.range(0, random.nextInt(1, 12)).forEach(i -> wishes.add(any(random)));
            var one = new Allocation();
            for (int i = 0; i < 10; i++) {
                nowNs += random.nextLong(2 * SECOND);
                long budget = random.nextLong(4_000_000);
                int lastN = random.nextInt(1, 12);
                boolean changed = one.allocate(wishes, lastN, budget, nowNs);
                assertThat(one.grantedBps()).isLessThanOrEqualTo(budget * 3 / 2);
                assertThat(wishes.stream()
                                .filter(wish -> wish.granted() != NONE)
                                .count())
                        .isLessThanOrEqualTo(lastN);
                assertThat(wishes).allMatch(wish -> wish.granted() <= wish.top());
                assertThat(changed || i > 0 || one.grantedBps() == 0).isTrue();
            }
        }
    }

    private static Wish any(SplittableRandom random) {
        var wish = new Wish(random.nextInt(6) == 0);
        for (int layer = 0; layer < random.nextInt(1, 4); layer++) {
            int height = random.nextInt(5) == 0 ? 0 : 180 << layer;
            wish.layer(layer, height, random.nextLong(100_000, 2_000_000));
        }
        wish.want(random.nextInt(800), random.nextBoolean());
        return wish;
    }

    private long secondsUntilRaised(Wish wish) {
        allocate(1_000, wish);
        assertThat(wish.granted()).isEqualTo(MIDDLE);
        allocate(400, wish);
        long start = nowNs;
        while (wish.granted() == LOW) {
            nowNs += SECOND;
            allocate(1_000, wish);
        }
        return (nowNs - start) / SECOND;
    }

    private int alone(Wish wish) {
        var unused = new Allocation().allocate(List.of(wish), 1, 100_000_000, nowNs);
        return wish.granted();
    }

    private void allocate(long kbps, Wish... wishes) {
        allocate(kbps, 9, Arrays.asList(wishes));
    }

    private void allocate(long kbps, int lastN, List<Wish> wishes) {
        var unused = allocation.allocate(wishes, lastN, kbps * 1_000, nowNs);
    }

    private static Wish stage(int height) {
        return camera(height, true);
    }

    private static Wish tile(int height) {
        return camera(height, false);
    }

    private static Wish camera(int height, boolean onStage) {
        var wish = new Wish(false);
        wish.layer(LOW, 180, 150_000);
        wish.layer(MIDDLE, 360, 500_000);
        wish.layer(HIGH, 720, 1_700_000);
        wish.want(height, onStage);
        return wish;
    }

    private static Wish screen(int height, long kbps) {
        var wish = new Wish(true);
        wish.layer(0, height, kbps * 1_000);
        wish.want(height, false);
        return wish;
    }

    private static List<Integer> granted(Wish... wishes) {
        return granted(Arrays.asList(wishes));
    }

    private static List<Integer> granted(List<Wish> wishes) {
        return wishes.stream().map(Wish::granted).toList();
    }
}
