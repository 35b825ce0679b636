package io.fueloptimine.jobs.simulator.random;

/**
 * The random numbers of one machine: a generator for each purpose and number.
 *
 * <p>The number counts the occurrences of the purpose, for example the haul cycles of a truck or
 * the loads of a loading unit. The generator of a purpose and number is the same whatever the
 * machine did before, so that two dispatch policies are compared on common random numbers (Law,
 * Simulation Modeling and Analysis, chapter 11). Immutable and thread-safe; a generator is not.
 */
public final class MachineRandom {

    private final long machine;

    public MachineRandom(long seed, String machineId) {
        machine = SeededRandom.mix(seed * 31 + machineId.hashCode() * SeededRandom.GOLDEN_GAMMA);
    }

    /** A generator at its beginning. */
    public SeededRandom of(Purpose purpose, long number) {
        long key = (number << 8) + purpose.ordinal() + 1;
        return new SeededRandom(SeededRandom.mix(machine + key * SeededRandom.GOLDEN_GAMMA));
    }
}
