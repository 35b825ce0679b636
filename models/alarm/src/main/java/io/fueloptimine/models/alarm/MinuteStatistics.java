package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.StopReason;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.Arrays;

/**
 * Accumulates the telemetry and the changes of state of one machine in one minute. Mutable state
 * type; fields are public for Flink's POJO serializer.
 */
public class MinuteStatistics {

    private static final int SIGNALS = TelemetrySignal.values().length;

    public String site;
    public String machineId;
    public EquipmentKind kind;
    public String equipmentClass;
    public long lastAt = Long.MIN_VALUE;
    public int readings;
    public int engineOn;
    public int standing;
    public int[] states = new int[ProductionState.values().length];
    public int[] counts = new int[SIGNALS];
    public double[] sums = new double[SIGNALS];
    public double[] lowest = filled(Double.POSITIVE_INFINITY);
    public double[] highest = filled(Double.NEGATIVE_INFINITY);
    public long changedAt = Long.MIN_VALUE;
    public long changedSequence;
    public ProductionState changedTo;
    public StopReason stopReason;
    public String loadingUnitId;
    public int descents;
    public double descentKphSum;
    public int climbs;
    public double climbLoadPctSum;

    /**
     * Adds a reading with telemetry or with a change of state; other readings have no effect.
     *
     * @param steepPct steepness from which on a road counts as a descent or a climb, %
     */
    public void add(Reading reading, double steepPct) {
        if (reading.state() != null) {
            add(reading.state(), reading.time().toEpochMilli(), reading.sequence());
        } else if (reading.telemetry() != null) {
            addTelemetry(reading, steepPct);
        }
    }

    /** What the machine did in the minute. */
    public MinuteWork work() {
        return new MinuteWork(
                changedTo,
                stopReason,
                loadingUnitId,
                (double) descents / readings,
                descents == 0 ? null : descentKphSum / descents,
                (double) climbs / readings,
                climbs == 0 ? null : climbLoadPctSum / climbs);
    }

    private void add(StateChange change, long atMs, long sequence) {
        if (atMs > changedAt || atMs == changedAt && sequence > changedSequence) {
            changedAt = atMs;
            changedSequence = sequence;
            changedTo = change.state();
            stopReason = change.stopReason();
            loadingUnitId = change.counterpartId();
        }
    }

    private void addTelemetry(Reading reading, double steepPct) {
        Telemetry telemetry = reading.telemetry();
        site = reading.site();
        machineId = reading.machineId();
        kind = reading.kind();
        equipmentClass =
                telemetry.equipmentClass() == null ? equipmentClass : telemetry.equipmentClass();
        lastAt = Math.max(lastAt, reading.time().toEpochMilli());
        readings++;
        boolean on = engineOn(telemetry);
        engineOn += on ? 1 : 0;
        standing += telemetry.speedKph() != null && telemetry.speedKph() < 1 ? 1 : 0;
        if (telemetry.productionState() != null) {
            states[telemetry.productionState().ordinal()]++;
        }
        for (TelemetrySignal signal : TelemetrySignal.values()) {
            boolean engines =
                    signal == TelemetrySignal.OIL_PRESSURE || signal == TelemetrySignal.COOLANT;
            add(signal.ordinal(), on || !engines ? signal.of(telemetry) : null);
        }
        if (telemetry.productionState() == ProductionState.HAULING
                && telemetry.gradePct() != null) {
            addSteep(telemetry, steepPct);
        }
    }

    private void addSteep(Telemetry telemetry, double steepPct) {
        if (telemetry.gradePct() <= -steepPct && telemetry.speedKph() != null) {
            descents++;
            descentKphSum += telemetry.speedKph();
        } else if (telemetry.gradePct() >= steepPct && telemetry.engineLoadPct() != null) {
            climbs++;
            climbLoadPctSum += telemetry.engineLoadPct();
        }
    }

    public Double mean(TelemetrySignal signal) {
        int i = signal.ordinal();
        return counts[i] == 0 ? null : sums[i] / counts[i];
    }

    public Double highest(TelemetrySignal signal) {
        int i = signal.ordinal();
        return counts[i] == 0 ? null : highest[i];
    }

    private void add(int i, Double value) {
        if (value != null) {
            counts[i]++;
            sums[i] += value;
            lowest[i] = Math.min(lowest[i], value);
            highest[i] = Math.max(highest[i], value);
        }
    }

    /**
     * Whether the engine is on. The engine speed decides; when it is unavailable, the fuel rate
     * decides; when both are unavailable, the production state decides.
     */
    private static boolean engineOn(Telemetry telemetry) {
        if (telemetry.engineRpm() != null) {
            return telemetry.engineRpm() > 0;
        }
        if (telemetry.fuelRateLph() != null) {
            return telemetry.fuelRateLph() > 0;
        }
        return telemetry.productionState() != ProductionState.OFF
                && telemetry.productionState() != ProductionState.PARKED;
    }

    private static double[] filled(double value) {
        double[] array = new double[SIGNALS];
        Arrays.fill(array, value);
        return array;
    }
}
