package io.fueloptimine.jobs.simulator.observation;

/**
 * Counts of a simulated mine since its first start.
 *
 * @param oreT ore dumped at crushers and stockpiles, t
 * @param wasteT waste dumped, t
 * @param burntL diesel burnt by haul trucks, L
 * @param auxBurntL diesel burnt by auxiliary machines, L
 * @param dispensedL diesel dispensed to all machines, L
 * @param leakedL diesel lost by leaks, L
 * @param stolenL diesel stolen, L
 * @param cycles completed haul cycles
 * @param messages messages produced by machines
 * @param accepted assignments that trucks accepted
 * @param rejected assignments that trucks rejected
 */
public record PitCounts(
        double oreT,
        double wasteT,
        double burntL,
        double auxBurntL,
        double dispensedL,
        double leakedL,
        double stolenL,
        long cycles,
        long messages,
        long accepted,
        long rejected) {

    /** The counts of a mine that has not started. */
    public static final PitCounts NONE = new PitCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Ore and waste hauled, t. */
    public double hauledT() {
        return oreT + wasteT;
    }

    /** Litres burnt by haul trucks per tonne hauled; 0 before the first tonne. */
    public double litresPerTonne() {
        return hauledT() > 0 ? burntL / hauledT() : 0;
    }
}
