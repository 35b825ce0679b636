package io.fueloptimine.jobs.simulator.calibration;

/**
 * The time of a truck between two refuellings.
 *
 * @param hours hours by {@link BurnKind}, from the messages
 * @param litres litres that filled the tank at the end, from the message of the fuel bay
 * @param trueL litres burnt by {@link BurnKind}, which no message contains
 */
record RefuelInterval(String truckId, double[] hours, double litres, double[] trueL) {

    private static final double MIN_H = 8;
    private static final double MAX_H = 30;
    private static final double MIN_L = 1_200;
    private static final double MAX_L = 4_600;

    /** Whether the measurements at the Andean mine would have used the interval. */
    boolean usable() {
        double all = hours[0] + hours[1] + hours[2];
        return all > MIN_H && all < MAX_H && litres > MIN_L && litres < MAX_L;
    }
}
