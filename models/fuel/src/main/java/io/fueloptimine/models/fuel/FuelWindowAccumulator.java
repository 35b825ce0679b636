package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Collects the telemetry of one machine and one window and computes its {@link FuelWindow}. Both
 * the streaming job and training use this class.
 *
 * <p>The result depends on the set of readings, not on their order, and repeated readings have no
 * effect. Fields are public and there is a no-argument constructor, because Flink stores the
 * accumulator in state as a POJO. Not thread-safe.
 */
public final class FuelWindowAccumulator {

    /** The mine; null before the first reading. */
    public String site;

    /** The machine; null before the first reading. */
    public String machineId;

    /** The kind of machine; null before the first reading. */
    public EquipmentKind kind;

    /** The latest reported class of the machine; null when none was reported. */
    public String equipmentClass;

    /** The time of the latest reported class, ms since the epoch. */
    public long equipmentClassAtMs = Long.MIN_VALUE;

    /** The latest reported operator; null when none was reported. */
    public String operatorId;

    /** The time of the latest reported operator, ms since the epoch. */
    public long operatorAtMs = Long.MIN_VALUE;

    /** The sensor values. */
    public WindowSamples samples = new WindowSamples();

    /** Adds a reading. A reading without telemetry is ignored. */
    public void add(Reading reading) {
        Telemetry telemetry = reading.telemetry();
        if (telemetry == null) {
            return;
        }
        long timeMs = reading.time().toEpochMilli();
        site = reading.site();
        machineId = reading.machineId();
        kind = reading.kind();
        nameClass(telemetry.equipmentClass(), timeMs);
        nameOperator(telemetry.operatorId(), timeMs);
        samples.add(row(timeMs, reading.sequence(), telemetry));
    }

    /** Adds the readings of another accumulator of the same machine and window. */
    public void merge(FuelWindowAccumulator other) {
        if (other.samples.size == 0) {
            return;
        }
        site = other.site;
        machineId = other.machineId;
        kind = other.kind;
        nameClass(other.equipmentClass, other.equipmentClassAtMs);
        nameOperator(other.operatorId, other.operatorAtMs);
        samples.addAll(other.samples);
    }

    /**
     * Computes the window.
     *
     * @param start inclusive
     * @param end exclusive; all readings must lie between start and end
     * @param revision 0 for the first result of the window, then 1, 2, ...
     * @return empty when no reading has fuel values
     */
    public Optional<FuelWindow> toWindow(Instant start, Instant end, int revision) {
        double startMs = start.toEpochMilli();
        double endMs = end.toEpochMilli();
        WindowSamples moments = samples.moments();
        WindowFuel burn = WindowFuel.of(moments, startMs, endMs);
        if (!(burn.coveredS() > 0)) {
            return Optional.empty();
        }
        WindowTravel travel = WindowTravel.of(moments, startMs, endMs, burn.coveredS());
        WindowEngine engine = WindowEngine.of(moments);
        return Optional.of(
                new FuelWindow(
                        site,
                        machineId,
                        kind,
                        equipmentClass,
                        operatorId,
                        start,
                        end,
                        moments.size,
                        revision,
                        burn.litres(),
                        travel.distanceKm(),
                        travel.meanSpeedKph(),
                        moments.series(WindowSamples.SPEED_KPH).standardDeviation(),
                        mean(moments, WindowSamples.PAYLOAD_T),
                        travel.climbM(),
                        travel.descentM(),
                        mean(moments, WindowSamples.ELEVATION_M),
                        mean(moments, WindowSamples.ENGINE_LOAD_PCT),
                        mean(moments, WindowSamples.ENGINE_RPM),
                        engine.onShare(),
                        engine.idleShare(),
                        nullable(mean(moments, WindowSamples.AMBIENT_C)),
                        nullable(mean(moments, WindowSamples.BAROMETRIC_KPA)),
                        nullable(moments.series(WindowSamples.VIBRATION_MM_S).max()),
                        majorityState(moments),
                        burn.coveredS(),
                        burn.source(),
                        nullable(travel.efhM())));
    }

    private void nameClass(String name, long timeMs) {
        if (isLater(name, timeMs, equipmentClass, equipmentClassAtMs)) {
            equipmentClass = name;
            equipmentClassAtMs = timeMs;
        }
    }

    private void nameOperator(String name, long timeMs) {
        if (isLater(name, timeMs, operatorId, operatorAtMs)) {
            operatorId = name;
            operatorAtMs = timeMs;
        }
    }

    private static boolean isLater(String name, long timeMs, String held, long heldAtMs) {
        return name != null
                && (timeMs > heldAtMs
                        || timeMs == heldAtMs
                                && Objects.compare(name, held, String::compareTo) > 0);
    }

    private static double mean(WindowSamples moments, int column) {
        return moments.series(column).mean();
    }

    private static Double nullable(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static ProductionState majorityState(WindowSamples moments) {
        int[] counts = new int[ProductionState.values().length];
        int most = -1;
        for (double ordinal : moments.series(WindowSamples.STATE).values()) {
            counts[(int) ordinal]++;
        }
        for (int i = 0; i < counts.length; i++) {
            most = counts[i] > (most < 0 ? 0 : counts[most]) ? i : most;
        }
        return most < 0 ? null : ProductionState.values()[most];
    }

    private static double[] row(long timeMs, long sequence, Telemetry telemetry) {
        double[] row = new double[WindowSamples.WIDTH];
        row[WindowSamples.TIME_MS] = timeMs;
        row[WindowSamples.SEQUENCE] = sequence;
        row[WindowSamples.FUEL_RATE_LPH] = orNaN(telemetry.fuelRateLph());
        row[WindowSamples.FUEL_USED_L] = orNaN(telemetry.totalFuelUsedL());
        row[WindowSamples.SPEED_KPH] = orNaN(telemetry.speedKph());
        row[WindowSamples.PAYLOAD_T] = orNaN(telemetry.payloadT());
        row[WindowSamples.GRADE_PCT] = orNaN(telemetry.gradePct());
        row[WindowSamples.ELEVATION_M] = orNaN(telemetry.elevationM());
        row[WindowSamples.ENGINE_LOAD_PCT] = orNaN(telemetry.engineLoadPct());
        row[WindowSamples.ENGINE_RPM] = orNaN(telemetry.engineRpm());
        row[WindowSamples.AMBIENT_C] = orNaN(telemetry.ambientTempC());
        row[WindowSamples.BAROMETRIC_KPA] = orNaN(telemetry.barometricPressureKpa());
        row[WindowSamples.VIBRATION_MM_S] = orNaN(telemetry.vibrationRmsMmS());
        ProductionState state = telemetry.productionState();
        row[WindowSamples.STATE] = state == null ? Double.NaN : state.ordinal();
        return row;
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }
}
