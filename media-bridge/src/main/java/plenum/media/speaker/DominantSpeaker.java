package plenum.media.speaker;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who mainly speaks in a conference, after Volfin and Cohen: whoever has clearly spoken more than the dominant speaker
 * over the last 20 ms, the last 100 ms and the last second takes over. Sources are known by small indexes that the
 * conference gives out. On the media thread.
 */
public final class DominantSpeaker {
    public static final int NOBODY = -1;

    private static final long DECISION_NS = 300_000_000;

    /** By how much a rival's logarithmic scores must surpass, for the three intervals. */
    private static final double IMMEDIATE_LEAD = 3;

    private static final double MEDIUM_LEAD = 2;
    private static final double LONG_LEAD = 0;

    /** Who has nobody to surpass speaks through so many tenths of a second, so that a cough is not enough. */
    private static final int FIRST_TENTHS = 3;

    /** When all have been silent for so long, nobody is dominant. */
    private static final long SILENCE_NS = 10_000_000_000L;

    private @Nullable SpeechActivity[] speakers = new @Nullable SpeechActivity[16];
    private int dominant = NOBODY;
    private int told = NOBODY;
    private boolean started;
    private long decidedNs;
    private long spokenNs;

    /** @param level of RFC 6464: 0 loudest, 127 silence */
    public void level(int source, int level, long nowNs) {
        if (source >= speakers.length) {
            speakers = Arrays.copyOf(speakers, Math.max(source + 1, 2 * speakers.length));
        }
        var speaker = speakers[source];
        if (speaker == null) {
            speaker = new SpeechActivity();
            speakers[source] = speaker;
        }
        speaker.level(LoudestSpeakers.SILENCE - level, nowNs);
    }

    /** The source has ended or may not be heard; its index may be given to another. */
    public void remove(int source) {
        if (source < speakers.length) {
            speakers[source] = null;
        }
        dominant = dominant == source ? NOBODY : dominant;
    }

    /** The dominant speaker's source or {@link #NOBODY}. */
    public int dominant() {
        return dominant;
    }

    /**
     * Decides if 300 ms have passed since the last time.
     *
     * @return whether the dominant speaker has changed since the last decision
     */
    public boolean decide(long nowNs) {
        if (started && nowNs - decidedNs < DECISION_NS) {
            return false;
        }
        started = true;
        decidedNs = nowNs;
        evaluate(nowNs);
        dominant = elect(nowNs);
        boolean changed = dominant != told;
        told = dominant;
        return changed;
    }

    private void evaluate(long nowNs) {
        for (var speaker : speakers) {
            if (speaker != null) {
                speaker.evaluate(nowNs);
                spokenNs = speaker.activeTenths() > 0 ? nowNs : spokenNs;
            }
        }
    }

    private int elect(long nowNs) {
        if (nowNs - spokenNs > SILENCE_NS) {
            return NOBODY;
        }
        int best = dominant;
        double lead = MEDIUM_LEAD;
        for (int i = 0; i < speakers.length; i++) {
            var rival = speakers[i];
            if (i != dominant && rival != null && surpasses(rival) && mediumLead(rival) > lead) {
                best = i;
                lead = mediumLead(rival);
            }
        }
        return best;
    }

    private boolean surpasses(SpeechActivity rival) {
        var speaker = current();
        if (speaker == null) {
            return rival.activeTenths() >= FIRST_TENTHS && rival.medium() > Scores.LEAST;
        }
        return lead(rival.immediate(), speaker.immediate()) > IMMEDIATE_LEAD
                && lead(rival.longTerm(), speaker.longTerm()) > LONG_LEAD;
    }

    private double mediumLead(SpeechActivity rival) {
        var speaker = current();
        return lead(rival.medium(), speaker == null ? Scores.LEAST : speaker.medium());
    }

    private @Nullable SpeechActivity current() {
        return dominant == NOBODY ? null : speakers[dominant];
    }

    private static double lead(double rival, double speaker) {
        return Math.log(rival) - Math.log(speaker);
    }
}
