package io.fueloptimine.jobs.simulator.physics;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.site.RoadSegment;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoadSurfacesTest {

    private static final long NOW_MS = 1_767_600_000_000L;
    private static final List<RoadSegment> ROADS =
            List.of(
                    new RoadSegment("R1", "A", "B", 500, 50, 2.2),
                    new RoadSegment("R2", "B", "C", 500, 50, 2.2));

    private final RoadSurfaces surfaces = new RoadSurfaces(ROADS, 5);

    @Test
    void differFromWhatTheMineFileSaysAndBetweenSegmentsAndSeeds() {
        double one = resistance("R1");

        assertThat(one).isNotEqualTo(2.2).isBetween(1.5, 4.5);
        assertThat(resistance("R2")).isNotEqualTo(one);
        assertThat(new RoadSurfaces(ROADS, 6).rollingResistancePct("R1", NOW_MS)).isNotEqualTo(one);
    }

    @Test
    void trafficMakesRutsUpToALimitAndAGraderRepairsTheWorstRoadFirst() {
        double before = resistance("R1");
        for (int truck = 0; truck < 200; truck++) {
            surfaces.driven("R1", 500);
        }
        double rutted = resistance("R1");
        assertThat(rutted).isGreaterThan(before + 0.2);
        for (int truck = 0; truck < 20_000; truck++) {
            surfaces.driven("R1", 500);
        }
        assertThat(resistance("R1")).isLessThan(before + 1.2);

        double other = resistance("R2");
        surfaces.grade(400);
        assertThat(resistance("R1")).isLessThan(rutted);
        assertThat(resistance("R2")).isEqualTo(other);
    }

    @Test
    void waterBindsTheDustForSomeHours() {
        double dry = resistance("R1");
        surfaces.water(1_000, NOW_MS);
        double wet = resistance("R1");

        assertThat(wet).isLessThan(dry - 0.3);
        assertThat(surfaces.rollingResistancePct("R1", NOW_MS + 4 * 3_600_000L))
                .isBetween(wet + 0.2, dry);
    }

    @Test
    void continueFromASnapshot() {
        surfaces.driven("R1", 40_000);
        surfaces.water(100, NOW_MS);
        RoadSurfaces restored = new RoadSurfaces(ROADS, 5);
        restored.restore(surfaces.snapshot());

        for (String road : List.of("R1", "R2")) {
            assertThat(restored.rollingResistancePct(road, NOW_MS + 60_000))
                    .isEqualTo(surfaces.rollingResistancePct(road, NOW_MS + 60_000));
        }
    }

    private double resistance(String segmentId) {
        return surfaces.rollingResistancePct(segmentId, NOW_MS);
    }
}
