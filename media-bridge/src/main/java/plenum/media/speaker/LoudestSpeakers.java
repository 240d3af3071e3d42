package plenum.media.speaker;

import java.util.Arrays;

/**
 * Who of a conference is heard: the few loudest, besides the dominant speaker. Sources are known by small indexes that
 * the conference gives out. On the media thread.
 */
public final class LoudestSpeakers {
    /** RFC 6464: digital silence. */
    public static final int SILENCE = 127;

    /** How fast a source's energy follows its levels. */
    private static final double ALPHA = 0.5;

    /** A source that has not been heard for so long has no energy. */
    private static final long EXPIRY_NS = 150_000_000;

    /** Who has spoken keeps the place over the gaps between words. */
    private static final long HOLD_NS = 600_000_000;

    /** dB by which another must be louder to take a place. */
    private static final double LOUDER = 3;

    /** Speech goes before noise, however loud. */
    private static final double SPEECH = 1_000;

    /** For a source that never marks voice: from here on it counts as speech. */
    private static final int LOUD = 50;

    /** Taken for a packet without a level. */
    private static final int UNKNOWN = 40;

    private final int[] places;
    private double[] energies = new double[16];
    private long[] heardNs = new long[16];
    private long[] spokenNs = new long[16];
    private boolean[] known = new boolean[16];
    private boolean[] spoken = new boolean[16];
    private boolean[] marksVoice = new boolean[16];
    private int dominant = -1;

    /** @param places how many are heard at once, besides the dominant one */
    public LoudestSpeakers(int places) {
        this.places = new int[places];
        Arrays.fill(this.places, -1);
    }

    /**
     * A packet of a source has come.
     *
     * @param level of RFC 6464: 0 loudest, 127 silence; -1: not told
     * @param voice the extension's V bit
     * @return whether the packet is to be forwarded
     */
    public boolean heard(int source, int level, boolean voice, long nowNs) {
        grow(source);
        int told = level < 0 ? UNKNOWN : level;
        note(source, told, voice, nowNs);
        if (told == SILENCE && !holds(source, nowNs)) {
            leave(source);
            return false;
        }
        return place(source) >= 0 || source == dominant || take(source, nowNs);
    }

    /** Whether the source is among those who are heard, also while it pauses. */
    public boolean among(int source) {
        return place(source) >= 0 || source == dominant;
    }

    /** @param source is heard always from now on, in place of the one before; -1: nobody */
    public void dominant(int source) {
        dominant = source;
    }

    /** The source has ended or may not be heard; its index may be given to another. */
    public void remove(int source) {
        grow(source);
        leave(source);
        known[source] = false;
        spoken[source] = false;
        marksVoice[source] = false;
        dominant = dominant == source ? -1 : dominant;
    }

    /** The smoothed level, 0 loudest, 127: silent or not heard any more. */
    public int level(int source, long nowNs) {
        return source < known.length ? SILENCE - (int) Math.round(energy(source, nowNs)) : SILENCE;
    }

    private void note(int source, int level, boolean voice, long nowNs) {
        double before = energy(source, nowNs);
        energies[source] = before + ALPHA * (SILENCE - level - before);
        heardNs[source] = nowNs;
        known[source] = true;
        marksVoice[source] |= voice;
        if (voice || !marksVoice[source] && level <= LOUD) {
            spoken[source] = true;
            spokenNs[source] = nowNs;
        }
    }

    private boolean take(int source, long nowNs) {
        int weakest = -1;
        double least = score(source, nowNs) - LOUDER;
        for (int i = 0; i < places.length; i++) {
            double score = places[i] < 0 ? Double.NEGATIVE_INFINITY : score(places[i], nowNs);
            boolean free = places[i] < 0 || !holds(places[i], nowNs);
            if (free && score < least) {
                weakest = i;
                least = score;
            }
        }
        if (weakest < 0) {
            return false;
        }
        places[weakest] = source;
        return true;
    }

    private double score(int source, long nowNs) {
        return energy(source, nowNs) + (holds(source, nowNs) ? SPEECH : 0);
    }

    private double energy(int source, long nowNs) {
        return known[source] && nowNs - heardNs[source] <= EXPIRY_NS ? energies[source] : 0;
    }

    private boolean holds(int source, long nowNs) {
        return spoken[source] && nowNs - spokenNs[source] < HOLD_NS;
    }

    private int place(int source) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] == source) {
                return i;
            }
        }
        return -1;
    }

    private void leave(int source) {
        int place = place(source);
        if (place >= 0) {
            places[place] = -1;
        }
    }

    private void grow(int source) {
        if (source < known.length) {
            return;
        }
        int size = Math.max(source + 1, 2 * known.length);
        energies = Arrays.copyOf(energies, size);
        heardNs = Arrays.copyOf(heardNs, size);
        spokenNs = Arrays.copyOf(spokenNs, size);
        known = Arrays.copyOf(known, size);
        spoken = Arrays.copyOf(spoken, size);
        marksVoice = Arrays.copyOf(marksVoice, size);
    }
}
