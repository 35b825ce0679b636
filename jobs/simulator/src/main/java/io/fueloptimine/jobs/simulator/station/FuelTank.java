package io.fueloptimine.jobs.simulator.station;

/** Fuel tank of a machine with counters of what went in and out, L. The level is never negative. */
public final class FuelTank {

    private final double capacityL;
    private double levelL;
    private double burntL;
    private double dispensedL;
    private double leakedL;
    private double stolenL;

    /**
     * @param burntL fuel that the engine has burnt before, L
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

    /** Fuel that the engine has burnt in its life. */
    public double burntL() {
        return burntL;
    }

    /** Burns at most what is in the tank; returns the litres burnt. */
    public double burn(double litres) {
        double taken = take(litres);
        burntL += taken;
        return taken;
    }

    /** Leaks at most what is in the tank; returns the litres lost. */
    public double leak(double litres) {
        double taken = take(litres);
        leakedL += taken;
        return taken;
    }

    /** Removes at most what is in the tank; returns the litres stolen. */
    public double steal(double litres) {
        double taken = take(litres);
        stolenL += taken;
        return taken;
    }

    /** Fills at most up to the capacity; returns the litres dispensed, 0 or more. */
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
