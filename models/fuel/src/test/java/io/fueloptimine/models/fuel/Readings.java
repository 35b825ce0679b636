package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Telemetry of one loaded truck on a ramp, a reading a second unless asked otherwise. */
final class Readings {

    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    static final Instant END = START.plusSeconds(60);

    private Readings() {}

    /** A minute of readings whose rate and counter are given by second; null for silence. */
    static List<Reading> minute(IntFunction<Double> rateLph, IntFunction<Double> usedL) {
        List<Reading> readings = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            readings.add(at(second, rateLph.apply(second), usedL.apply(second)));
        }
        return readings;
    }

    static Reading at(int second, Double rateLph, Double usedL) {
        return of(second, rateLph, usedL, 18.0, 3_500 + 0.4 * second, 8.0);
    }

    static Reading of(
            int second,
            Double rateLph,
            Double usedL,
            Double speedKph,
            Double elevationM,
            Double gradePct) {
        Telemetry telemetry =
                new Telemetry(
                        "930E",
                        second < 30 ? "OP-1" : "OP-2",
                        second < 20 ? ProductionState.LOADING : ProductionState.HAULING,
                        rateLph,
                        usedL,
                        60.0,
                        90.0,
                        1_900.0,
                        null,
                        speedKph,
                        306.0,
                        gradePct,
                        null,
                        null,
                        elevationM,
                        85.0,
                        null,
                        66.0,
                        5.0,
                        null,
                        null);
        return new Reading(
                "andes",
                EquipmentKind.HAULTRUCK,
                "T01",
                ReadingStream.TELEMETRY,
                second,
                START.plusSeconds(second),
                START.plusSeconds(second),
                false,
                List.of(),
                telemetry,
                null,
                null,
                null,
                null,
                null);
    }
}
