package io.fueloptimine.jobs.simulator.station;

/**
 * Fuel tank of a machine, with counters of the fuel filled, burnt, leaked and stolen, L. The level
 * is never negative.
 */
public final class FuelTank {

    private final double capacityL;
    private double levelL;
    private double burntL;
    private double dispensedL;
    private double leakedL;
    private double stolenL;

    /**
     * @param burntL fuel that the engine burnt before the start of this run, L
     */
    public FuelTank(double capacityL, double levelL, double burntL) {
        this.capacityL = capacityL;
        this.levelL = levelL;
        this.burntL = burntL;
    }

    public double capacityL() {
        return capacityL;
    }

    public double levelL() {
        return levelL;
    }

    public double levelPct() {
        return 100 * levelL / capacityL;
    }

    /** Total fuel that the engine has burnt, L. */
    public double burntL() {
        return burntL;
    }

    /** Burns the given litres, at most the content of the tank. Returns the litres burnt. */
    public double burn(double litres) {
        double taken = take(litres);
        burntL += taken;
        return taken;
    }

    /**
     * Removes the given litres as a leak, at most the content of the tank. Returns the litres lost.
     */
    public double leak(double litres) {
        double taken = take(litres);
        leakedL += taken;
        return taken;
    }

    /**
     * Removes the given litres as stolen, at most the content of the tank. Returns the litres
     * stolen.
     */
    public double steal(double litres) {
        double taken = take(litres);
        stolenL += taken;
        return taken;
    }

    /**
     * Fills the given litres into the tank, at most up to its capacity. Returns the litres
     * dispensed, 0 or more.
     */
    public double dispense(double litres) {
        double added = Math.max(0, Math.min(litres, capacityL - levelL));
        levelL += added;
        dispensedL += added;
        return added;
    }

    public double dispensedL() {
        return dispensedL;
    }

    public double leakedL() {
        return leakedL;
    }

    public double stolenL() {
        return stolenL;
    }

    private double take(double litres) {
        double taken = Math.min(litres, levelL);
        levelL -= taken;
        return taken;
    }
}
