package plenum.media.speaker;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/** Synthetic levels of several microphones, a packet of each every 20 ms, in virtual time. */
final class Talk {
    static final long MS = 1_000_000;

    /** Levels of RFC 6464 over the milliseconds since its beginning. */
    interface Sound extends IntUnaryOperator {}

    private final LoudestSpeakers loudest = new LoudestSpeakers(3);
    private final DominantSpeaker dominant = new DominantSpeaker();
    private final List<Integer> dominants = new ArrayList<>();
    private final int[] forwarded = new int[64];
    private final int[] sent = new int[64];
    private long nowMs = -10_000;

    /** Somebody speaks: words of 300 ms with gaps of 80 ms, each word swelling and falling, a breath now and then. */
    static Sound speech(long seed, int loudest) {
        var random = new SplittableRandom(seed);
        int[] jitter = random.ints(997, 0, 8).toArray();
        return ms -> {
            int at = ms % 380;
            boolean breath = ms % 3_040 >= 2_660;
            return at < 300 && !breath ? loudest + jitter[ms / 20 % 997] : 75 + jitter[ms / 20 % 997];
        };
    }

    static Sound noise(long seed, int level) {
        var random = new SplittableRandom(seed);
        int[] jitter = random.ints(997, 0, 5).toArray();
        return ms -> level + jitter[ms / 20 % 997];
    }

    static Sound tone(int level) {
        return ms -> level;
    }

    static Sound silence() {
        return tone(LoudestSpeakers.SILENCE);
    }

    /** Nothing but this loud for {@code lengthMs} after {@code afterMs}. */
    static Sound cough(int afterMs, int lengthMs) {
        return ms -> ms >= afterMs && ms < afterMs + lengthMs ? 15 : 80;
    }

    /** No packets at all. */
    static Sound off() {
        return ms -> -1;
    }

    /** All of them at once, each under its place as index. */
    @CanIgnoreReturnValue
    Talk play(int lengthMs, Sound... sounds) {
        for (int ms = 0; ms < lengthMs; ms += 20, nowMs += 20) {
            for (int source = 0; source < sounds.length; source++) {
                packet(source, sounds[source].applyAsInt(ms));
            }
            if (dominant.decide(nowNs())) {
                dominants.add(dominant.dominant());
                loudest.dominant(dominant.dominant());
            }
        }
        return this;
    }

    private void packet(int source, int level) {
        if (level >= 0) {
            dominant.level(source, level, nowNs());
            sent[source]++;
            forwarded[source] += loudest.heard(source, level, level < 60, nowNs()) ? 1 : 0;
        }
    }

    long nowNs() {
        return nowMs * MS;
    }

    LoudestSpeakers loudest() {
        return loudest;
    }

    DominantSpeaker dominant() {
        return dominant;
    }

    /** Who became dominant, in turn. */
    List<Integer> dominants() {
        return dominants;
    }

    /** The share of a source's packets that was forwarded since this was asked. */
    double takeForwarded(int source) {
        double share = (double) forwarded[source] / Math.max(1, sent[source]);
        forwarded[source] = 0;
        sent[source] = 0;
        return share;
    }
}
