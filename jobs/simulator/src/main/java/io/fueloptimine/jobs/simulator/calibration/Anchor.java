package io.fueloptimine.jobs.simulator.calibration;

/**
 * A quantity measured at the Andean mine, to which the simulation is compared.
 *
 * @param quantity name of the quantity
 * @param unit unit of value and tolerance
 * @param value the measured value
 * @param tolerance largest deviation that meets the anchor, in the unit
 * @param origin how the simulated value comes about
 */
public record Anchor(String quantity, String unit, double value, double tolerance, Origin origin) {

    /** How a simulated value comes about. */
    public enum Origin {
        /**
         * The simulated value is an input of the simulator that was fitted to the anchor: a drawn
         * duration or amount, or a length of the calibration mine. Such a row says that the fit is
         * good, and nothing about the simulator.
         */
        DRAWN,

        /** The simulated value results from the run. */
        EMERGENT
    }

    static Anchor drawn(String quantity, String unit, double value, double tolerance) {
        return new Anchor(quantity, unit, value, tolerance, Origin.DRAWN);
    }

    static Anchor emergent(String quantity, String unit, double value, double tolerance) {
        return new Anchor(quantity, unit, value, tolerance, Origin.EMERGENT);
    }
}
