package io.fueloptimine.models.quality.expectation;

/**
 * How a rule judged a machine's latest readings, a bit each. A mutable state type; all fields are
 * for Flink.
 */
public final class Verdicts {

    /** A set bit is a breach. */
    public long[] bits = new long[0];

    /** The place of the next verdict. */
    public int next;

    /** Set bits. */
    public int breaches;

    /** For Flink. */
    public Verdicts() {}

    /**
     * Notes a verdict and tells whether enough of the latest keep the rule. A machine begins with a
     * clean past: its first breach alone is one of {@code over}.
     *
     * @param over how many verdicts count, always the same number
     * @param mostly the share that must keep the rule, above 0, at most 1
     */
    public boolean note(boolean kept, int over, double mostly) {
        if (bits.length == 0) {
            bits = new long[(over + 63) / 64];
        }
        long bit = 1L << (next % 64);
        int word = next / 64;
        breaches += (kept ? 0 : 1) - ((bits[word] & bit) == 0 ? 0 : 1);
        bits[word] = kept ? bits[word] & ~bit : bits[word] | bit;
        next = (next + 1) % over;
        // 1 - 0.9 is a little less than 0.1: one breach in ten must still be one tenth.
        return breaches <= (1 - mostly) * over + 1e-6;
    }
}
