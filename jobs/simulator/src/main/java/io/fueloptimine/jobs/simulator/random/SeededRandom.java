package io.fueloptimine.jobs.simulator.random;

/**
 * A seeded random number generator (SplitMix64; Steele, Lea and Flood 2014). Its state is one
 * number, so that a snapshot can contain it. Not thread-safe.
 */
public final class SeededRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public SeededRandom(long state) {
        this.state = state;
    }

    /** The generator of one machine, independent of those of other machines with the same seed. */
    public static SeededRandom of(long seed, String name) {
        return new SeededRandom(mix(seed * 31 + name.hashCode() * GOLDEN_GAMMA));
    }

    /** The uniform number in [0, 1) that belongs to this seed and name. */
    public static double fixed(long seed, String name) {
        return of(seed, name).uniform();
    }

    /** The uniform number in [-1, 1) that belongs to this key. */
    public static double noise(long key) {
        return (mix(key * GOLDEN_GAMMA) >>> 11) * 0x1.0p-52 - 1;
    }

    public long state() {
        return state;
    }

    /** A uniform number in [0, 1). */
    public double uniform() {
        state += GOLDEN_GAMMA;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    /** A uniform number in [from, to). */
    public double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** A uniform integer in [0, bound). */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** True with that probability. */
    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** A standard normal number (Box-Muller transform, one of the pair). */
    public double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    }

    /** An exponentially distributed number with that mean. */
    public double exponential(double mean) {
        return -mean * Math.log(1 - uniform());
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
