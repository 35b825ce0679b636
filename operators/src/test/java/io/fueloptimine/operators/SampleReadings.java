package io.fueloptimine.operators;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Instant;
import java.util.List;

/** Readings that tests start from. */
public final class SampleReadings {

    public static final String SITE = "pit";
    public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private SampleReadings() {}

    /** The site of these readings and that of {@link Scores}, with the given trucks. */
    public static MineSites minesWith(List<String> truckIds) {
        return MineSites.of(mine(SITE, truckIds), mine(Scores.MINE.site(), truckIds));
    }

    private static MineSite mine(String site, List<String> truckIds) {
        return new MineSite(
                site,
                DigPlan.of(),
                List.of(),
                List.of(),
                List.of(),
                truckIds.stream().map(id -> new Truck(id, "930E", null, null)).toList(),
                List.of(),
                List.of(),
                List.of());
    }

    /** A reading of a hauling truck. */
    public static Reading telemetry(String truckId, long sequence, Instant time) {
        return telemetry(truckId, sequence, time, 300.0, 1_000.0, 20.0, 3_300.0);
    }

    public static Reading telemetry(
            String truckId,
            long sequence,
            Instant time,
            Double fuelRateLph,
            Double totalFuelUsedL,
            Double speedKph,
            Double elevationM) {
        Telemetry telemetry =
                new Telemetry(
                        "930E",
                        "op-1",
                        ProductionState.HAULING,
                        fuelRateLph,
                        totalFuelUsedL,
                        80.0,
                        70.0,
                        1_800.0,
                        5_000.0,
                        speedKph,
                        306.0,
                        8.0,
                        100.0,
                        200.0,
                        elevationM,
                        85.0,
                        400.0,
                        68.0,
                        12.0,
                        null,
                        null);
        return reading(truckId, ReadingStream.TELEMETRY, sequence, time, telemetry, null);
    }

    public static Reading state(
            String truckId,
            long sequence,
            Instant time,
            ProductionState state,
            String locationId,
            String counterpartId,
            Double payloadT) {
        StateChange change =
                new StateChange(
                        state,
                        null,
                        locationId,
                        null,
                        counterpartId,
                        payloadT,
                        80.0,
                        "op-1",
                        null,
                        null);
        return reading(truckId, ReadingStream.STATE, sequence, time, null, change);
    }

    private static Reading reading(
            String truckId,
            ReadingStream stream,
            long sequence,
            Instant time,
            Telemetry telemetry,
            StateChange state) {
        return new Reading(
                SITE,
                EquipmentKind.HAULTRUCK,
                truckId,
                stream,
                sequence,
                time,
                START,
                false,
                List.of(),
                telemetry,
                state,
                null,
                null,
                null,
                null);
    }
}
