package io.fueloptimine.models.mine.consumption;

import java.time.Instant;
import java.util.Objects;

/**
 * The fuel of one machine between two refuellings, from four sides: tank level, the machine's own
 * meter, the fuel bay's meter and the model. A later record with the same id replaces an earlier
 * one.
 *
 * @param intervalId the id: machine and end of the interval
 * @param site the mine
 * @param machineId the machine
 * @param fromAt end of the refuelling before (UTC)
 * @param toAt start of the refuelling that ends the interval (UTC)
 * @param engineOffH hours of the interval with the engine off
 * @param levelL litres that left the tank by the level
 * @param meteredL litres that the engine burnt by the machine's own meter
 * @param dispensedL litres of the refuelling at the end by the fuel bay's meter; null without a
 *     message of a bay
 * @param levelRiseL litres of the refuelling at the end by the level; null when the level does not
 *     show it
 * @param expectedL litres that the model expects, extrapolated to the whole interval; null when it
 *     scored less than half of the interval
 * @param drainedL litres lost in steps while the machine stood
 * @param differenceL {@code levelL} minus {@code meteredL}, L; above 0 when fuel is missing
 * @param standardErrorL standard error of the difference from level noise and meter error, L
 * @param leakLph loss that grows with time, L/h
 * @param leakErrorLph standard error of {@code leakLph}, L/h
 * @param meterShare excess of the machine's meter over the tank, as a share of the fuel
 * @param meterErrorShare standard error of {@code meterShare}
 * @param verdict what explains the difference
 * @param suspect the suspected meter or sensor of a METER_BIAS; null for other verdicts
 * @param confidence probability that the verdict is not caused by noise, 0 to 1
 */
public record FuelReconciliation(
        String intervalId,
        String site,
        String machineId,
        Instant fromAt,
        Instant toAt,
        double engineOffH,
        double levelL,
        double meteredL,
        Double dispensedL,
        Double levelRiseL,
        Double expectedL,
        double drainedL,
        double differenceL,
        double standardErrorL,
        double leakLph,
        double leakErrorLph,
        double meterShare,
        double meterErrorShare,
        FuelVerdict verdict,
        Suspect suspect,
        double confidence) {

    /** The meter or sensor that contradicts the others. */
    public enum Suspect {
        /** The fuel counter or fuel rate of the machine. */
        MACHINE_METER,
        /** The meter of the fuel bay, or fuel dispensed but not into this tank. */
        BAY_METER,
        /** The level sensor of the tank. */
        LEVEL_SENSOR
    }

    /**
     * @throws NullPointerException naming the first field that must not be null
     */
    public FuelReconciliation {
        Objects.requireNonNull(intervalId, "FuelReconciliation.intervalId");
        Objects.requireNonNull(site, "FuelReconciliation.site");
        Objects.requireNonNull(machineId, "FuelReconciliation.machineId");
        Objects.requireNonNull(fromAt, "FuelReconciliation.fromAt");
        Objects.requireNonNull(toAt, "FuelReconciliation.toAt");
        Objects.requireNonNull(verdict, "FuelReconciliation.verdict");
    }
}
