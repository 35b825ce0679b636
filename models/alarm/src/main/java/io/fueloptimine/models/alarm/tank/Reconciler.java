package io.fueloptimine.models.alarm.tank;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.consumption.FuelReconciliation;
import io.fueloptimine.models.mine.consumption.FuelReconciliation.Suspect;
import io.fueloptimine.models.mine.consumption.FuelVerdict;
import java.time.Instant;

/**
 * Compares the litres of an interval by level, meter, fuel bay and model, and finds what explains
 * their difference: step losses first, then a loss with time, then a deviation in proportion to the
 * fuel. The meter or sensor that contradicts the others is the suspect.
 */
final class Reconciler {

    /** How far a deviation must exceed its standard error. */
    private static final double SIGNIFICANT = 4;

    /** Smallest share of an interval that the model must have scored. */
    private static final double LEAST_SCORED = 0.5;

    /** Shortest interval for the verdict LEAK, h. */
    private static final double LEAST_LEAK_H = 4;

    private final TankSettings settings;

    Reconciler(TankSettings settings) {
        this.settings = settings;
    }

    /**
     * The reconciliation of an interval.
     *
     * @param leaked whether the alarm of a leak was raised in the interval; then a loss is no error
     *     of a meter, though the leak may have lasted for a part of the interval only
     * @param fill the refuelling that ends the interval
     */
    FuelReconciliation of(
            String site,
            String machineId,
            FuelInterval interval,
            boolean leaked,
            KnownFill fill,
            double tankL) {
        Deviation found = deviation(interval, leaked, fill, tankL);
        double differenceL = interval.levelL() - interval.meteredL();
        String key = MachineKey.textOf(site, machineId);
        return new FuelReconciliation(
                key + "/" + fill.idMs(),
                site,
                machineId,
                Instant.ofEpochMilli(interval.fromMs()),
                Instant.ofEpochMilli(interval.toMs()),
                interval.offMs() / 3_600_000.0,
                interval.levelL(),
                interval.meteredL(),
                fill.bayL(),
                fill.levelL(),
                expectedL(interval),
                interval.drainedL(),
                differenceL,
                differenceErrorL(interval, tankL),
                interval.loss().leakLph(),
                interval.loss().leakErrorLph(),
                interval.loss().meterShare(),
                interval.loss().meterErrorShare(),
                found.verdict,
                found.suspect,
                found.confidence);
    }

    private record Deviation(FuelVerdict verdict, Suspect suspect, double confidence) {}

    private Deviation deviation(
            FuelInterval interval, boolean leaked, KnownFill fill, double tankL) {
        double levelErrorL = settings.twoLevelsErrorL(tankL);
        if (!interval.metered() || interval.hours() <= 0) {
            return new Deviation(FuelVerdict.UNKNOWN, null, 0);
        }
        if (interval.drainedL() >= settings.leastTheftL(tankL)) {
            return new Deviation(
                    FuelVerdict.THEFT, null, Normal.within(interval.drainedL() / levelErrorL));
        }
        LossEstimate loss = interval.loss();
        boolean leaks =
                interval.hours() >= LEAST_LEAK_H
                        && loss.sigmas() >= SIGNIFICANT
                        && loss.leakLph() >= settings.slowLeakLph()
                        && loss.leakLph() * interval.hours() >= settings.slowLeakL();
        if (leaks) {
            return new Deviation(FuelVerdict.LEAK, null, Normal.within(loss.sigmas()));
        }
        double differenceL = interval.levelL() - interval.meteredL();
        double limitL = limit(interval.meteredL(), levelErrorL);
        if (leaked && differenceL >= limitL) {
            return new Deviation(FuelVerdict.LEAK, null, Normal.within(differenceL / levelErrorL));
        }
        if (Math.abs(differenceL) >= limitL) {
            return inProportion(interval, fill, differenceL, levelErrorL);
        }
        if (fill.levelL() != null && fill.bayL() != null) {
            double bayErrorL = settings.bayErrorPct() / 100 * fill.bayL();
            double errorL = Math.hypot(levelErrorL, bayErrorL);
            double deviationL = Math.abs(fill.bayL() - fill.levelL());
            if (deviationL >= limit(fill.bayL(), errorL)) {
                return new Deviation(
                        FuelVerdict.METER_BIAS,
                        Suspect.BAY_METER,
                        Normal.within(deviationL / errorL));
            }
        }
        double errorL = differenceErrorL(interval, tankL);
        return new Deviation(FuelVerdict.CONSISTENT, null, 1 - Normal.within(differenceL / errorL));
    }

    private double limit(double litres, double errorL) {
        return Math.max(settings.biasPct() / 100 * litres, SIGNIFICANT * errorL);
    }

    /**
     * The verdict on a difference between level and meter: the fuel bay decides between them, and
     * without a bay the model. A bay that agrees with neither, or no witness at all, explains
     * nothing.
     */
    private Deviation inProportion(
            FuelInterval interval, KnownFill fill, double differenceL, double levelErrorL) {
        double confidence = Normal.within(differenceL / levelErrorL);
        Double witnessL = expectedL(interval);
        if (fill.bayL() != null) {
            witnessL = fill.bayL() + interval.startL() - interval.afterFillL();
        }
        if (witnessL == null) {
            return new Deviation(FuelVerdict.UNEXPLAINED, null, confidence);
        }
        double toLevelL = Math.abs(witnessL - interval.levelL());
        double toMeterL = Math.abs(witnessL - interval.meteredL());
        if (Math.min(toLevelL, toMeterL) > Math.abs(differenceL) / 2) {
            return new Deviation(FuelVerdict.UNEXPLAINED, null, confidence);
        }
        Suspect suspect = toLevelL < toMeterL ? Suspect.MACHINE_METER : Suspect.LEVEL_SENSOR;
        return new Deviation(FuelVerdict.METER_BIAS, suspect, confidence);
    }

    private double differenceErrorL(FuelInterval interval, double tankL) {
        double meterL = settings.counterErrorPct() / 100 * interval.meteredL();
        return Math.hypot(settings.twoLevelsErrorL(tankL), meterL);
    }

    private static Double expectedL(FuelInterval interval) {
        double scored = interval.scoredS() / (interval.hours() * 3_600);
        return scored >= LEAST_SCORED ? interval.expectedL() / Math.min(1, scored) : null;
    }
}
