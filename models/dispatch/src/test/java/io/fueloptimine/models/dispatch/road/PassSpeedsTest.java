package io.fueloptimine.models.dispatch.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.policy.HandMine;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassSpeedsTest {

    private static final Instant NOW = Instant.parse("2026-05-04T18:00:00Z");
    private static final MineSite MINE = HandMine.SITE;
    private static final RoadSegment ROAD = MINE.roads().get(0);
    private static final String LARGE = "930E";

    private final List<RoadPass> passes = new ArrayList<>();

    @Test
    void eachClassDirectionAndLoadHasItsOwnSpeed() {
        passes(3, "SMALL", true, ROAD.from(), 12, Duration.ZERO);
        passes(4, LARGE, true, ROAD.from(), 15, Duration.ZERO);
        passes(5, LARGE, true, ROAD.to(), 24, Duration.ZERO);
        passes(6, LARGE, false, ROAD.from(), 30, Duration.ZERO);

        assertThat(speeds())
                .containsExactlyInAnyOrder(
                        new SegmentSpeed("SMALL", true, ROAD.id(), ROAD.from(), 12, 3),
                        new SegmentSpeed(LARGE, true, ROAD.id(), ROAD.from(), 15, 4),
                        new SegmentSpeed(LARGE, true, ROAD.id(), ROAD.to(), 24, 5),
                        new SegmentSpeed(LARGE, false, ROAD.id(), ROAD.from(), 30, 6));
    }

    @Test
    void lengthBySpeedIsTheMeanTime() {
        passes(3, LARGE, true, ROAD.from(), 10, Duration.ZERO);
        passes(3, LARGE, true, ROAD.from(), 30, Duration.ZERO);

        assertThat(speeds().get(0).kph()).isCloseTo(15, within(0.01));
    }

    @Test
    void newerPassesWeighMore() {
        passes(3, LARGE, true, ROAD.from(), 10, RoadExcessSettings.DEFAULT.halfLife());
        passes(3, LARGE, true, ROAD.from(), 30, Duration.ZERO);

        double hoursPerKm = (0.5 / 10 + 1.0 / 30) / 1.5;
        assertThat(speeds().get(0).kph()).isCloseTo(1 / hoursPerKm, within(0.01));
    }

    @Test
    void twoPassesAreTooFew() {
        passes(2, LARGE, true, ROAD.from(), 12, Duration.ZERO);

        assertThat(byAll()).isEmpty();
    }

    @Test
    void ignoresASegmentThatTheMineDoesNotHave() {
        for (int number = 0; number < 3; number++) {
            passes.add(pass("OLD-ROAD", LARGE, true, "A", 0.02, Duration.ZERO));
        }

        assertThat(byAll()).isEmpty();
    }

    private void passes(
            int count, String className, boolean loaded, String from, double kph, Duration age) {
        double hours = ROAD.lengthM() / 1_000 / kph;
        for (int number = 0; number < count; number++) {
            passes.add(pass(ROAD.id(), className, loaded, from, hours, age));
        }
    }

    private static RoadPass pass(
            String segmentId,
            String className,
            boolean loaded,
            String from,
            double hours,
            Duration age) {
        return new RoadPass(
                MINE.site(),
                segmentId,
                "T1",
                "OP",
                className,
                loaded,
                from,
                NOW.minus(age).toEpochMilli(),
                5,
                hours,
                20,
                4,
                7,
                1.4);
    }

    private List<SegmentSpeed> speeds() {
        return byAll().get(0);
    }

    private List<List<SegmentSpeed>> byAll() {
        return List.copyOf(
                PassSpeeds.of(MINE, RoadExcessSettings.DEFAULT, passes, NOW.toEpochMilli())
                        .values());
    }
}
