package io.fueloptimine.operators.advice;

import io.fueloptimine.models.dispatch.ledger.ShiftTimes;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** States, minutes, cycles and scores of the shipped mine, in minutes from the start of a shift. */
final class AdviceSamples {

    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    static final MineSites MINES =
            MineSites.of(MineSiteFile.read(Path.of("../deploy/local/mines/andes.yaml")));
    static final Map<String, ShiftTimes> SHIFTS = Map.of("andes", ShiftTimes.of(8, 12));

    private AdviceSamples() {}

    static Instant at(double minute) {
        return START.plusMillis(Math.round(60_000 * minute));
    }

    static Reading state(String truckId, double minute, ProductionState state, String reason) {
        return state(EquipmentKind.HAULTRUCK, truckId, minute, state, reason, "OP-1");
    }

    /** A loading unit that tells its operator. */
    static Reading unit(String unitId, double minute, String operatorId) {
        return state(
                EquipmentKind.SHOVEL, unitId, minute, ProductionState.LOADING, null, operatorId);
    }

    private static Reading state(
            EquipmentKind kind,
            String machineId,
            double minute,
            ProductionState state,
            String reason,
            String operatorId) {
        StateChange change =
                new StateChange(
                        state, null, "FACE-1", null, null, null, 70.0, operatorId, null, reason);
        return new Reading(
                "andes",
                kind,
                machineId,
                ReadingStream.STATE,
                -1,
                at(minute),
                at(minute),
                false,
                List.of(),
                null,
                change,
                null,
                null,
                null,
                null);
    }

    /** A minute with the engine on or off. */
    static FuelWindow minute(String truckId, int minute, boolean engineOn) {
        return window(truckId, "OP-1", at(minute), 0, engineOn ? 1 : 0, engineOn ? 0.8 : 0);
    }

    /** A scored minute. */
    static ScoredWindow score(
            String truckId, String operatorId, Instant start, int revision, double ratio) {
        FuelWindow window = window(truckId, operatorId, start, revision, 1, 5 * ratio);
        return new ScoredWindow(window, 5, window.fuelL() - 5, 5, "fuel-window", "1");
    }

    private static FuelWindow window(
            String truckId,
            String operatorId,
            Instant start,
            int revision,
            double engineOnShare,
            double fuelL) {
        return new FuelWindow(
                "andes",
                truckId,
                EquipmentKind.HAULTRUCK,
                "930E",
                operatorId,
                start,
                start.plusSeconds(60),
                60,
                revision,
                fuelL,
                0,
                0,
                0,
                0,
                0,
                0,
                3_500,
                10,
                700,
                engineOnShare,
                1,
                null,
                null,
                null,
                ProductionState.STOPPED);
    }

    /** A cycle that was loaded at a minute and dumped 20 minutes later. */
    static HaulCycle cycle(String unitId, String truckId, double fullMinute, double payloadT) {
        Instant fullAt = at(fullMinute);
        Instant emptyAt = at(fullMinute + 20);
        return new HaulCycle(
                "andes/" + truckId + "/" + emptyAt,
                "andes",
                truckId,
                "930E",
                null,
                unitId,
                "FACE-1",
                "CRUSHER",
                fullAt,
                fullAt,
                fullAt,
                emptyAt,
                emptyAt,
                payloadT,
                null,
                null,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                3_000,
                3_000,
                null,
                null,
                null,
                190.0,
                "telemetry",
                List.of(),
                null);
    }
}
