package io.fueloptimine.connectors.jdbc;

import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertChange;
import io.fueloptimine.models.mine.alarm.AlertStatus;
import io.fueloptimine.models.mine.alarm.AlertText;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.FuelSource;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanPrices;
import io.fueloptimine.models.mine.dispatch.PlannedFlow;
import io.fueloptimine.models.mine.dispatch.PlannedTruck;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.SolverState;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.model.RetrainingOutcome;
import io.fueloptimine.models.mine.model.RetrainingVerdict;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.AssignmentReply;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.LedgerPhase;
import io.fueloptimine.models.mine.saving.LedgerShift;
import io.fueloptimine.models.mine.saving.SavingBaseline;
import io.fueloptimine.models.mine.saving.SavingBasis;
import io.fueloptimine.models.mine.saving.SavingLever;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One of each record, for tests. */
final class MineRecords {

    static final Instant AT = Instant.parse("2026-01-05T08:00:00.125Z");

    private MineRecords() {}

    static ScoredWindow window(int revision, double fuelL) {
        return window(revision, 60, fuelL);
    }

    static ScoredWindow window(int revision, int readings, double fuelL) {
        return window("T1", revision, readings, fuelL);
    }

    static ScoredWindow window(String machineId, int revision, int readings, double fuelL) {
        return window(machineId, AT, revision, readings, fuelL);
    }

    static ScoredWindow window(
            String machineId, Instant start, int revision, int readings, double fuelL) {
        FuelWindow window =
                new FuelWindow(
                        "mine",
                        machineId,
                        EquipmentKind.HAULTRUCK,
                        "930E",
                        "op-7",
                        start,
                        start.plusSeconds(60),
                        readings,
                        revision,
                        fuelL,
                        0.3,
                        17.5,
                        Double.NaN,
                        306.0,
                        20.0,
                        0.0,
                        3500.0,
                        80.0,
                        1700.0,
                        1.0,
                        0.0,
                        11.5,
                        null,
                        null,
                        ProductionState.HAULING,
                        59.0,
                        FuelSource.COUNTER,
                        812.5);
        return new ScoredWindow(window, 6.0, fuelL - 6.0, 6.1, "fuel-window", "1");
    }

    static HaulCycle cycle(String id, String truckId, Instant assignedAt, double payloadT) {
        return new HaulCycle(
                id,
                "mine",
                truckId,
                "930E",
                null,
                "SH1",
                "FACE-1",
                "CRUSHER",
                assignedAt,
                assignedAt.plusSeconds(600),
                assignedAt.plusSeconds(900),
                assignedAt.plusSeconds(2000),
                assignedAt.plusSeconds(2160),
                payloadT,
                305.0,
                0.0,
                500,
                60,
                40,
                300,
                1100,
                100,
                60,
                20,
                5000,
                5500,
                null,
                5800.0,
                250.0,
                190.0,
                "fms",
                List.of("payload-between", "repeated"),
                2510.0);
    }

    static Reading refuel(String truckId, double dispensedL) {
        return refuel(truckId, AT.minusSeconds(1140), dispensedL);
    }

    static Reading refuel(String truckId, Instant startedAt, double dispensedL) {
        return refuel(truckId, startedAt, AT, dispensedL);
    }

    static Reading refuel(String truckId, Instant startedAt, Instant endedAt, double dispensedL) {
        return reading(
                EquipmentKind.FUELBAY,
                "BAY-1",
                ReadingStream.REFUEL,
                endedAt,
                new Refuel(truckId, startedAt, 1140, dispensedL, 20.0, null),
                null);
    }

    static Reading reply(Instant time, boolean accepted) {
        return reading(
                EquipmentKind.HAULTRUCK,
                "T1",
                ReadingStream.REPLY,
                time,
                null,
                new AssignmentReply("A1", accepted, accepted ? null : "road blocked"));
    }

    static DispatchAssignment assignment() {
        return new DispatchAssignment(
                "A1",
                "P1",
                "mine",
                "T1",
                Task.LOAD,
                "FACE-1",
                "SH1",
                List.of("R1", "R2"),
                ReasonCode.PLAN,
                3.5,
                AT,
                AT.plusSeconds(600));
    }

    static Alert alert(Instant clearedAt) {
        AlertStatus raised = AlertStatus.raised(AT);
        return new Alert(
                "LONG_IDLE/mine/T1/1",
                "mine",
                "T1",
                AlertType.LONG_IDLE,
                Severity.WARNING,
                AT,
                clearedAt,
                "Motor encendido",
                Map.of("idleMin", 12.0),
                new AlertText("seen", "expected", "reason", "action"),
                new AlertText("visto", "esperado", "motivo", "accion"),
                clearedAt == null ? raised : raised.after(AlertChange.CLEARED, clearedAt, false));
    }

    static RoadExcess roadExcess() {
        return new RoadExcess(
                "andes", "RAMP-1", AT, 120, 1.9, 0.3, 1.0, 0.18, 310, 210, 410, 1, List.of());
    }

    static DriftEvent drift() {
        return new DriftEvent(
                "T1/r/ADWIN/1",
                "mine",
                "T1",
                DriftDetector.ADWIN,
                "residualRatio",
                AT,
                0.0,
                0.1,
                300,
                120,
                "1");
    }

    static QualityRecord rejected() {
        return new QualityRecord(
                "q1",
                QualityVerdict.REJECTED,
                "decode",
                Severity.WARNING,
                null,
                "x".repeat(5000),
                "a JSON object",
                "mine/v1/haultruck/T1/telemetry",
                null,
                Instant.MAX,
                AT,
                true,
                new byte[] {0, -1, 65});
    }

    static DispatchPlan plan() {
        return new DispatchPlan(
                "P1",
                "mine",
                AT,
                AT.plusSeconds(1800),
                PlanCause.CLOCK,
                SolverState.OPTIMAL,
                14000,
                Double.NaN,
                8800,
                9000,
                0.9,
                Map.of("930E", 50),
                Map.of(),
                List.of(new PlannedFlow("FACE-1", "CRUSHER", "930E", true, 9.5, 120, 2900)),
                List.of(),
                300,
                new PlanPrices(
                        "fuel-window 3",
                        Map.of("T7", 1.2),
                        Map.of(),
                        List.of(new SegmentSpeed("930E", true, "RAMP-1", "FACE-1", 14.2, 25)),
                        92,
                        16,
                        PlanPrices.PHYSICS_SPEEDS),
                8790.0,
                List.of(new PlannedTruck("T7", false, null, null, "not needed")));
    }

    static FuelSaving saving(Instant spanEnd, double litres) {
        return new FuelSaving(
                "s1",
                "mine",
                SavingLever.DISPATCH,
                SavingBaseline.FIXED_PAIRS,
                AT,
                spanEnd,
                litres,
                1000,
                SavingBasis.MEASURED,
                4.0,
                8.0,
                3.0);
    }

    /**
     * A measured shift with a saving of which 30 L of the half width are noise and 40 L the fit.
     */
    static LedgerShift measuredShift(int number, double savedL) {
        Instant start = AT.plusSeconds(43_200L * number);
        return new LedgerShift(
                "mine/" + number,
                "mine",
                start,
                start.plusSeconds(43_200),
                LedgerPhase.MEASURED,
                1_000,
                2_500,
                300,
                1_000 - savedL,
                1_000.0,
                savedL,
                25.0,
                30.0,
                40.0,
                "");
    }

    static RetrainingOutcome retrained(int second, Integer version) {
        return new RetrainingOutcome(
                "r1",
                "fuel-window",
                "by hand",
                null,
                version == null ? RetrainingVerdict.DISCARDED : RetrainingVerdict.PROMOTED,
                "MAE 0.18 L against 0.44",
                1,
                version,
                AT,
                1_638,
                702,
                0.436,
                0.180,
                52.5,
                63.0,
                AT.plusSeconds(second));
    }

    private static Reading reading(
            EquipmentKind kind,
            String machineId,
            ReadingStream stream,
            Instant time,
            Refuel refuel,
            AssignmentReply reply) {
        return new Reading(
                "mine", kind, machineId, stream, 1, time, time, false, List.of(), null, null,
                refuel, null, reply, null);
    }
}
