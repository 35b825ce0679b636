package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.consumption.FuelSource;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;

/** Fuel windows by what a test cares about. */
public final class Windows {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private Windows() {}

    /** A minute of steady travel on one grade. */
    public static FuelWindow travelling(
            String equipmentClass, double payloadT, double speedKph, double gradePct) {
        double heightM = speedKph / 3.6 * 60 * gradePct / 100;
        return of(equipmentClass, payloadT, speedKph, heightM, 0, 60);
    }

    /** A minute of idling. */
    public static FuelWindow idling(String equipmentClass) {
        return of(equipmentClass, 0, 0, 0, 1, 60);
    }

    public static FuelWindow of(
            String equipmentClass,
            double payloadT,
            double speedKph,
            double heightM,
            double idleShare,
            double coveredS) {
        return new FuelWindow(
                "andes",
                "T01",
                EquipmentKind.HAULTRUCK,
                equipmentClass,
                "OP-1",
                START,
                START.plusSeconds(60),
                60,
                0,
                5,
                speedKph * coveredS / 3_600,
                speedKph,
                1,
                payloadT,
                Math.max(0, heightM),
                Math.max(0, -heightM),
                3_500,
                90,
                1_900,
                1,
                idleShare,
                5.0,
                66.0,
                null,
                ProductionState.HAULING,
                coveredS,
                FuelSource.BOTH,
                Math.max(0, speedKph * coveredS / 3.6 + heightM / 0.03));
    }
}
