package io.fueloptimine.jobs.backtest.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceElevationsTest {

    @Test
    void unknownPlacesFollowFromTheLiftsToKnownOnes() {
        Location dump = new Location("D1", LocationKind.DUMP, 0, 0, 3_600);
        Location unused = new Location("SHOP", LocationKind.PARKING, 0, 0, 3_500);

        assertThat(
                        PlaceElevations.of(
                                List.of(dump, unused),
                                List.of(
                                        cycle("F1", "D1", 200.0),
                                        cycle("F1", "D2", 50.0),
                                        cycle("F2", "D2", null))))
                .isEqualTo(Map.of("D1", 3_600.0, "F1", 3_400.0, "D2", 3_450.0));
    }

    @Test
    void withoutAKnownPlaceTheFirstOneIsTheLevel() {
        assertThat(PlaceElevations.of(List.of(), List.of(cycle("F1", "D1", 200.0))))
                .isEqualTo(Map.of("D1", 0.0, "F1", -200.0));
    }

    private static HaulCycle cycle(String faceId, String dumpId, Double liftM) {
        Instant at = Instant.parse("2026-05-04T08:00:00Z");
        return new HaulCycle(
                faceId + dumpId,
                "mine",
                "T1",
                "930E",
                null,
                "SHOVEL",
                faceId,
                dumpId,
                at,
                at,
                at,
                at,
                at,
                300,
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
                0,
                0,
                null,
                null,
                liftM,
                null,
                "fms",
                List.of(),
                null);
    }
}
