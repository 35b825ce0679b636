package io.fueloptimine.jobs.dispatch;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Scored fuel windows of a truck that hauls, and excesses of roads. */
final class ScoredMinutes {

    private static final double EXPECTED_L = 3;

    private ScoredMinutes() {}

    /** Windows of one truck with a given ratio of burnt to expected litres. */
    static List<ScoredWindow> of(
            String site, String truckId, Instant start, int minutes, double ratio) {
        return IntStream.range(0, minutes)
                .mapToObj(minute -> of(site, truckId, start.plusSeconds(60L * minute), ratio))
                .toList();
    }

    private static ScoredWindow of(String site, String truckId, Instant start, double ratio) {
        FuelWindow window =
                new FuelWindow(
                        site,
                        truckId,
                        EquipmentKind.HAULTRUCK,
                        "930E",
                        null,
                        start,
                        start.plusSeconds(60),
                        60,
                        0,
                        EXPECTED_L * ratio,
                        0.3,
                        18,
                        1,
                        290,
                        20,
                        0,
                        3_500,
                        70,
                        1_800,
                        1,
                        0,
                        null,
                        null,
                        null,
                        ProductionState.HAULING);
        return new ScoredWindow(
                window,
                EXPECTED_L,
                window.fuelL() - EXPECTED_L,
                EXPECTED_L,
                "fuel-window",
                "1.0.0");
    }

    /** The excess of a road segment that is known well, and the speed of one class. */
    static RoadExcess excess(String site, String segmentId, double ratio) {
        return new RoadExcess(
                site,
                segmentId,
                Instant.parse("2026-01-05T08:00:00Z"),
                30,
                1,
                0.1,
                0.7,
                ratio,
                100,
                80,
                120,
                1,
                List.of(new SegmentSpeed("930E", true, segmentId, "J-LOW", 12.5, 30)));
    }
}
