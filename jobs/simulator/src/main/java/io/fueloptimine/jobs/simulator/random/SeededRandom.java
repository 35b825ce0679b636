package io.fueloptimine.jobs.simulator.random;

/**
 * A seeded random number generator (SplitMix64; Steele, Lea and Flood 2014). The state of the
 * generator is a single number, so that a snapshot can contain the state. Not thread-safe.
 */
public final class SeededRandom {

    static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public SeededRandom(long state) {
        this.state = state;
    }

    /**
     * Creates the generator of one machine. Generators with the same seed and different names are
     * independent.
     */
    public static SeededRandom of(long seed, String name) {
        return new SeededRandom(mix(seed * 31 + name.hashCode() * GOLDEN_GAMMA));
    }

    /** A uniform number in [0, 1) that depends only on the seed and the name. */
    public static double fixed(long seed, String name) {
        return of(seed, name).uniform();
    }

    /** A uniform number in [-1, 1) that depends only on the key. */
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

    /** Returns true with the given probability. */
    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** A standard normal number (Box-Muller transform). */
    public double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    }

    /** An exponentially distributed number with the given mean. */
    public double exponential(double mean) {
        return -mean * Math.log(1 - uniform());
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
