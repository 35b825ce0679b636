package io.fueloptimine.jobs.simulator.pit;

/**
 * A small seeded generator (SplitMix64) whose whole state is one number, so that a snapshot can
 * carry it. Not thread-safe.
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long state) {
        this.state = state;
    }

    /** Dice of one machine: independent of every other machine's under the same seed. */
    static Dice of(long seed, String name) {
        return new Dice(mix(seed * 31 + name.hashCode() * GOLDEN_GAMMA));
    }

    /** A number in [0, 1) that belongs to a name for ever. */
    static double fixed(long seed, String name) {
        return of(seed, name).uniform();
    }

    /** Noise in [-1, 1) that belongs to a key, without any state. */
    static double noise(long key) {
        return (mix(key * GOLDEN_GAMMA) >>> 11) * 0x1.0p-52 - 1;
    }

    long state() {
        return state;
    }

    double uniform() {
        state += GOLDEN_GAMMA;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Standard normal (Box-Muller, one of the pair). */
    double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    }

    /** Exponential with that mean. */
    double exponential(double mean) {
        return -mean * Math.log(1 - uniform());
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
