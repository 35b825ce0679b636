package io.fueloptimine.operators;

import io.fueloptimine.models.fuel.scoring.WindowReasons;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.TruckClass;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Fuel windows and scores for tests: one minute of hauling. */
public final class Scores {

    /** A mine with one truck class and one road, without machines. */
    public static final MineSite MINE =
            new MineSite(
                    "andes",
                    DigPlan.of(),
                    List.of(),
                    List.of(new RoadSegment("R-12", "A", "B", 1_000, 40, 2)),
                    List.of(new TruckClass("930E", 290, 210, 2_014, 4_200, 53.5)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

    /** The only site. */
    public static final MineSites MINES = MineSites.of(MINE);

    /** Those of a registry that is not there: none. */
    public static final WindowReasons NO_REASONS =
            new WindowReasons(Path.of("target/no-registry"), "fuel-window", MINES);

    private Scores() {}

    /** A window that burnt so much. */
    public static FuelWindow window(String machineId, Instant start, int revision, double fuelL) {
        return window(machineId, "930E", start, revision, fuelL);
    }

    /** A window of a truck of some class. */
    public static FuelWindow window(
            String machineId, String equipmentClass, Instant start, int revision, double fuelL) {
        return window(EquipmentKind.HAULTRUCK, machineId, equipmentClass, start, revision, fuelL);
    }

    private static FuelWindow window(
            EquipmentKind kind,
            String machineId,
            String equipmentClass,
            Instant start,
            int revision,
            double fuelL) {
        return new FuelWindow(
                "andes",
                machineId,
                kind,
                equipmentClass,
                null,
                start,
                start.plusSeconds(60),
                60,
                revision,
                fuelL,
                0.28,
                16.8,
                1.1,
                306,
                22,
                0,
                3_500,
                91,
                1_900,
                1,
                0,
                4.0,
                null,
                null,
                ProductionState.HAULING);
    }

    /** A first result. */
    public static ScoredWindow of(String machineId, Instant start, double expectedL, double fuelL) {
        return of(machineId, start, expectedL, fuelL, "3");
    }

    /** A first result of a given model version. */
    public static ScoredWindow of(
            String machineId, Instant start, double expectedL, double fuelL, String version) {
        return new ScoredWindow(
                window(machineId, start, 0, fuelL),
                expectedL,
                fuelL - expectedL,
                expectedL,
                "fuel-window",
                version);
    }

    /** A first result of a dozer. */
    public static ScoredWindow ofDozer(
            String machineId, Instant start, double expectedL, double fuelL) {
        return new ScoredWindow(
                window(EquipmentKind.AUX, machineId, "DOZER-D11", start, 0, fuelL),
                expectedL,
                fuelL - expectedL,
                expectedL,
                "fuel-window",
                "3");
    }

    /** The same score, made again because of late readings. */
    public static ScoredWindow revised(ScoredWindow score) {
        FuelWindow window = score.window();
        return new ScoredWindow(
                window(window.machineId(), window.start(), 1, window.fuelL()),
                score.expectedL(),
                score.residualL(),
                score.physicsL(),
                score.modelName(),
                score.modelVersion());
    }
}
