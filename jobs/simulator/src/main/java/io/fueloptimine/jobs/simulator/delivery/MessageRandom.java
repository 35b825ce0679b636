package io.fueloptimine.jobs.simulator.delivery;

import io.fueloptimine.jobs.simulator.message.MachineMessage;

/**
 * Chance that depends on the seed, the fault and the message alone: the same in every run, whatever
 * else happens and wherever a run was interrupted. Thread-safe.
 */
public final class MessageRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final long seed;

    MessageRandom(long seed) {
        this.seed = seed;
    }

    /**
     * A uniform number for one question about one message.
     *
     * @param question tells apart the faults and what is asked for each
     * @return 0 inclusive to 1 exclusive
     */
    double roll(int question, MachineMessage message) {
        return (bits(question, message) >>> 11) * UNIT;
    }

    /** 64 uniform bits for one question about one message. */
    long bits(int question, MachineMessage message) {
        long mixed = mix(seed + GOLDEN_GAMMA * (question + 1));
        mixed = mix(mixed + message.machineId().hashCode());
        mixed = mix(mixed + message.stream().topicName().hashCode());
        return mix(mixed + message.sequence());
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
