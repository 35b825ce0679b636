package io.fueloptimine.jobs.simulator.pit;

/**
 * What the mine has done since its first start.
 *
 * @param oreT ore hauled to crushers, t
 * @param wasteT waste hauled to dumps, t
 * @param burntL diesel burnt by haul trucks, L
 * @param auxBurntL diesel burnt by auxiliary machines, L
 * @param dispensedL diesel dispensed to all, L
 * @param leakedL diesel lost by leaks, L
 * @param stolenL diesel stolen, L
 * @param cycles haul cycles completed
 * @param messages messages sent by machines
 * @param accepted assignments that trucks accepted
 * @param rejected assignments that trucks rejected
 */
public record PitFigures(
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

    /** Before anything happened. */
    public static final PitFigures NONE = new PitFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Tonnes hauled, t. */
    public double hauledT() {
        return oreT + wasteT;
    }

    /** Litres that haul trucks burnt per tonne hauled; 0 before the first tonne. */
    public double litresPerTonne() {
        return hauledT() > 0 ? burntL / hauledT() : 0;
    }
}
