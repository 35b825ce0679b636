package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.residual.DriftSettings;
import io.fueloptimine.models.drift.residual.FleetDriftSettings;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.operators.Scores;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** {@link DetectDrift} with windows of 5 expected litres in each minute. */
final class DriftHarness implements AutoCloseable {

    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, DriftEvent> flink;

    private DriftHarness(
            KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, DriftEvent> flink) {
        this.flink = flink;
    }

    static KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, DriftEvent> flink()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new DetectDrift(DriftSettings.DEFAULT, FleetDriftSettings.DEFAULT)),
                ScoredWindow::site,
                Types.STRING);
    }

    static DriftHarness open() throws Exception {
        DriftHarness harness = new DriftHarness(flink());
        harness.flink.open();
        return harness;
    }

    static DriftHarness restored(OperatorSubtaskState snapshot) throws Exception {
        DriftHarness harness = new DriftHarness(flink());
        harness.flink.initializeState(snapshot);
        harness.flink.open();
        return harness;
    }

    void window(String truck, String truckClass, String operator, int minute, double ratio)
            throws Exception {
        window(truck, truckClass, operator, minute, ratio, "3");
    }

    void window(
            String truck,
            String truckClass,
            String operator,
            int minute,
            double ratio,
            String version)
            throws Exception {
        add(scored(truck, truckClass, operator, minute, 5, 5 * (1 + ratio), version));
    }

    void add(ScoredWindow score) throws Exception {
        flink.processElement(score, score.window().end().toEpochMilli() - 1);
    }

    /** All windows up to the end of a minute have arrived. */
    void endOf(int minute) throws Exception {
        flink.processWatermark(START.plusSeconds(60L * (minute + 1)).toEpochMilli());
    }

    OperatorSubtaskState snapshot() throws Exception {
        return flink.snapshot(1, 1);
    }

    List<DriftEvent> events() {
        return flink.extractOutputValues();
    }

    int stateEntries() {
        return flink.numKeyedStateEntries();
    }

    @Override
    public void close() throws Exception {
        flink.close();
    }

    static ScoredWindow scored(
            String truck,
            String truckClass,
            String operator,
            int minute,
            double expectedL,
            double fuelL,
            String version) {
        FuelWindow of = Scores.window(truck, truckClass, START.plusSeconds(60L * minute), 0, fuelL);
        FuelWindow window =
                new FuelWindow(
                        of.site(),
                        of.machineId(),
                        of.kind(),
                        of.equipmentClass(),
                        operator,
                        of.start(),
                        of.end(),
                        of.readings(),
                        of.revision(),
                        of.fuelL(),
                        of.distanceKm(),
                        of.meanSpeedKph(),
                        of.speedStdKph(),
                        of.meanPayloadT(),
                        of.climbM(),
                        of.descentM(),
                        of.meanElevationM(),
                        of.meanEngineLoadPct(),
                        of.meanEngineRpm(),
                        of.engineOnShare(),
                        of.idleShare(),
                        of.meanAmbientTempC(),
                        of.meanBarometricKpa(),
                        of.maxVibrationRmsMmS(),
                        of.productionState());
        return new ScoredWindow(
                window, expectedL, fuelL - expectedL, expectedL, "fuel-window", version);
    }
}
