package io.fueloptimine.models.quality.expectation;

/**
 * The results of a rule for a machine's latest readings, one bit per reading. Mutable state type;
 * fields are public for Flink's POJO serializer.
 */
public final class RecentVerdicts {

    /** A set bit is a violation. */
    public long[] bits = new long[0];

    /** The index at which the next result is stored. */
    public int next;

    /** The number of set bits. */
    public int violations;

    /** Used by Flink's POJO serializer. */
    public RecentVerdicts() {}

    /**
     * Adds a result. Returns whether enough of the latest readings satisfy the rule. Before a
     * machine has sent {@code over} readings, the missing ones count as satisfying the rule.
     *
     * @param over the number of latest readings that count; must be the same in every call
     * @param mostly the share of these readings that must satisfy the rule, above 0, at most 1
     */
    public boolean add(boolean satisfied, int over, double mostly) {
        if (bits.length == 0) {
            bits = new long[(over + 63) / 64];
        }
        long bit = 1L << (next % 64);
        int element = next / 64;
        violations += (satisfied ? 0 : 1) - ((bits[element] & bit) == 0 ? 0 : 1);
        bits[element] = satisfied ? bits[element] & ~bit : bits[element] | bit;
        next = (next + 1) % over;
        // 1 - 0.9 is slightly less than 0.1; one violation in ten must still be tolerated.
        return violations <= (1 - mostly) * over + 1e-6;
    }
}
