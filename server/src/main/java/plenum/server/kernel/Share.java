package plenum.server.kernel;

/**
 * A fraction that must be reached, counted in whole numbers.
 *
 * @param numerator 1 to 100
 * @param denominator 1 to 100
 * @param strict more than the fraction ("quá nửa"); otherwise at least the fraction
 */
public record Share(int numerator, int denominator, boolean strict, Base base) {
    public Share {
        if (numerator < 1 || numerator > 100 || denominator < 1 || denominator > 100) {
            throw new IllegalArgumentException("a share's numbers are 1 to 100");
        }
    }

    /** Nobody at all is never enough, whatever the fraction. */
    public boolean met(long part, long of) {
        var left = part * denominator;
        var right = of * numerator;
        return part > 0 && (strict ? left > right : left >= right);
    }

    /** The smallest part that is enough. */
    public long needed(long of) {
        var right = of * numerator;
        var least = strict ? right / denominator + 1 : Math.ceilDiv(right, (long) denominator);
        return Math.max(1, least);
    }
}
