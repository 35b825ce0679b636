package io.fueloptimine.models.alarm.rule;

import io.fueloptimine.models.alarm.MachineMinute;

/**
 * The working time that the fuel in a machine's tank lasts for, at the machine's own mean fuel rate
 * of the last hours with the engine on.
 *
 * @param litresPerHour mean fuel rate with the engine on, L/h
 * @param minutes minutes in the mean, at most {@value #MEMORY_MIN}
 */
public record FuelReserve(double litresPerHour, int minutes) {

    /** Number of minutes over which the mean forgets; half a shift contains all kinds of work. */
    private static final int MEMORY_MIN = 360;

    /** The mean of fewer minutes depends on where the truck happens to drive. */
    private static final int LEAST_MIN = 60;

    /** Nothing is known of the machine. */
    public static final FuelReserve NONE = new FuelReserve(0, 0);

    /** The reserve after a minute; a minute without engine or without fuel rate changes nothing. */
    public FuelReserve after(MachineMinute minute) {
        if (minute.engineOnShare() < 1 || minute.fuelRateLph() == null) {
            return this;
        }
        int counted = Math.min(minutes + 1, MEMORY_MIN);
        double change = (minute.fuelRateLph() - litresPerHour) / counted;
        return new FuelReserve(litresPerHour + change, counted);
    }

    /**
     * How long the fuel lasts, h; NaN when too few minutes are known.
     *
     * @param levelPct level of the tank, %
     * @param tankL capacity of the tank, L
     * @param idleLph fuel rate at idle, L/h, the least that is expected
     */
    public double hours(double levelPct, double tankL, double idleLph) {
        return minutes < LEAST_MIN
                ? Double.NaN
                : levelPct / 100 * tankL / Math.max(litresPerHour, idleLph);
    }
}
