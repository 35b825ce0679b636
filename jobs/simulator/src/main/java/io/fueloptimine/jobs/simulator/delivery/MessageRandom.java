package io.fueloptimine.jobs.simulator.delivery;

import io.fueloptimine.jobs.simulator.message.MachineMessage;

/**
 * Random numbers that depend only on the seed, the fault and the message. The numbers are therefore
 * the same in every run, also after a restart. Thread-safe.
 */
final class MessageRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final long seed;

    MessageRandom(long seed) {
        this.seed = seed;
    }

    /**
     * A uniform number in [0, 1).
     *
     * @param draw the number of the draw, different for each decision of each fault
     */
    double uniform(int draw, MachineMessage message) {
        return (bits(draw, message) >>> 11) * UNIT;
    }

    /** 64 uniform random bits. */
    long bits(int draw, MachineMessage message) {
        long mixed = mix(seed + GOLDEN_GAMMA * (draw + 1));
        mixed = mix(mixed + message.machineId().hashCode());
        mixed = mix(mixed + message.stream().topicName().hashCode());
        return mix(mixed + message.sequence());
    }

    /** The mixing function of the generator SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
