package io.fueloptimine.jobs.simulator.pit;

/** A machine's tank and the counters of what went in and out, L. Never below empty. */
final class Tank {

    final double capacityL;
    private double levelL;
    private double burntL;
    private double dispensedL;
    private double leakedL;
    private double stolenL;

    Tank(double capacityL, double levelL, double burntL) {
        this.capacityL = capacityL;
        this.levelL = levelL;
        this.burntL = burntL;
    }

    double levelL() {
        return levelL;
    }

    double levelPct() {
        return 100 * levelL / capacityL;
    }

    /** All that the engine has burnt in its life. */
    double burntL() {
        return burntL;
    }

    /** Burns up to what there is; returns what was burnt. */
    double burn(double litres) {
        double taken = take(litres);
        burntL += taken;
        return taken;
    }

    double leak(double litres) {
        double taken = take(litres);
        leakedL += taken;
        return taken;
    }

    double steal(double litres) {
        double taken = take(litres);
        stolenL += taken;
        return taken;
    }

    /** Fills up to the brim at most; returns what went in. */
    double dispense(double litres) {
        double added = Math.min(litres, capacityL - levelL);
        levelL += added;
        dispensedL += added;
        return added;
    }

    double dispensedL() {
        return dispensedL;
    }

    double leakedL() {
        return leakedL;
    }

    double stolenL() {
        return stolenL;
    }

    private double take(double litres) {
        double taken = Math.min(litres, levelL);
        levelL -= taken;
        return taken;
    }
}
