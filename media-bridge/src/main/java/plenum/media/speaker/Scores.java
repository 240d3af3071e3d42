package plenum.media.speaker;

/**
 * The logarithmic likelihood ratio of speech, whose active parts are binomially distributed, to noise, whose active
 * parts fall off exponentially; for every number of active parts.
 */
final class Scores {
    static final double LEAST = 1e-10;

    private static final double LOG_HALF = Math.log(0.5);

    private final double[] scores;

    Scores(int parts, double lambda) {
        scores = new double[parts + 1];
        double logChoose = 0;
        for (int active = 0; active <= parts; active++) {
            double ratio = logChoose + parts * LOG_HALF - Math.log(lambda) + lambda * active;
            scores[active] = Math.max(ratio, LEAST);
            logChoose += Math.log(parts - active) - Math.log(active + 1);
        }
    }

    double score(int active) {
        return scores[active];
    }
}
