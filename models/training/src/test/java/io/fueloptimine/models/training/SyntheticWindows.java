package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Minutes of trucks that burn what physics says, more in the cold, each truck its own share more or
 * less, and a little at random.
 */
public final class SyntheticWindows {

    public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final MachineClasses CLASSES = MachineClasses.standard();
    private static final PhysicsModel PHYSICS = new PhysicsModel(CLASSES);

    private SyntheticWindows() {}

    public static List<FuelWindow> of(int trucks, int minutes, long seed) {
        Random random = new Random(seed);
        List<FuelWindow> windows = new ArrayList<>();
        for (int minute = 0; minute < minutes; minute++) {
            for (int truck = 0; truck < trucks; truck++) {
                windows.add(window(truck, minute, random));
            }
        }
        return windows;
    }

    /** The same minute of a truck that burnt so many times as much. */
    public static FuelWindow burning(FuelWindow window, double factor) {
        return windowOf(
                Integer.parseInt(window.machineId().substring(1)) - 100,
                (int) Duration.between(START, window.start()).toMinutes(),
                window.meanPayloadT(),
                window.meanSpeedKph(),
                window.climbM() - window.descentM(),
                window.meanAmbientTempC() == null ? Double.NaN : window.meanAmbientTempC(),
                window.fuelL() * factor);
    }

    private static FuelWindow window(int truck, int minute, Random random) {
        double ambientC = random.nextInt(8) == 0 ? Double.NaN : 30 * random.nextDouble() - 10;
        double payloadT = random.nextBoolean() ? 290 + 20 * random.nextGaussian() : 0;
        double speedKph = 10 + 15 * random.nextDouble();
        double heightM = speedKph / 3.6 * 60 * (random.nextDouble() * 0.16 - 0.06);
        double factor = 0.97 + 0.01 * (truck % 7) + 0.01 * random.nextGaussian();
        double cold = Double.isNaN(ambientC) ? 1 : 1.05 - 0.005 * ambientC;
        FuelWindow still = windowOf(truck, minute, payloadT, speedKph, heightM, ambientC, 0);
        double fuelL = PHYSICS.expectedLitres(still) * factor * cold;
        return windowOf(truck, minute, payloadT, speedKph, heightM, ambientC, fuelL);
    }

    private static FuelWindow windowOf(
            int truck,
            int minute,
            double payloadT,
            double speedKph,
            double heightM,
            double ambientC,
            double fuelL) {
        return new FuelWindow(
                "andes",
                "T" + (100 + truck),
                EquipmentKind.HAULTRUCK,
                truck % 2 == 0 ? "930E" : "793F",
                "OP-1",
                START.plusSeconds(60L * minute),
                START.plusSeconds(60L * minute + 60),
                60,
                0,
                fuelL,
                speedKph / 60,
                speedKph,
                1,
                payloadT,
                Math.max(0, heightM),
                Math.max(0, -heightM),
                3_500,
                90,
                1_900,
                1,
                0,
                Double.isNaN(ambientC) ? null : ambientC,
                66.0,
                null,
                ProductionState.HAULING);
    }
}
