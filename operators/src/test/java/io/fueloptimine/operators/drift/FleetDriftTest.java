package io.fueloptimine.operators.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FleetDriftTest {

    private static final double NOISE = 0.12;
    private static final int CHANGE = 200;
    private static final int END = 500;

    /** The ratio of a truck of twelve, the first six of class 930E, in a minute. */
    private interface Ratio {
        double of(int truck, int minute);
    }

    @Test
    void reportsAChangeOfAllTrucksAsOneEventOfTheFleet() throws Exception {
        for (int seed = 0; seed < 10; seed++) {
            List<DriftEvent> events = drifts(seed, (truck, minute) -> minute < CHANGE ? 0 : 0.1);

            assertThat(events).as("seed " + seed).hasSize(1);
            DriftEvent event = events.get(0);
            assertThat(event.scope()).isEqualTo(DriftScope.FLEET);
            assertThat(event.machineId()).isNull();
            assertThat(event.subject()).isEqualTo("andes");
            assertThat(event.meanAfter() - event.meanBefore()).isCloseTo(0.1, within(0.05));
            assertThat(Duration.between(at(CHANGE), event.detectedAt()))
                    .isLessThan(Duration.ofMinutes(46));
            assertThat(Duration.between(at(CHANGE), event.since()).abs())
                    .isLessThanOrEqualTo(Duration.ofMinutes(15));
        }
    }

    @Test
    void reportsTheEndOfTheChangeToo() throws Exception {
        assertThat(drifts(1, (truck, minute) -> minute < CHANGE || minute >= 350 ? 0 : 0.12))
                .extracting(DriftEvent::scope, DriftEvent::ended)
                .containsExactly(tuple(DriftScope.FLEET, false), tuple(DriftScope.FLEET, true));
    }

    @Test
    void reportsAChangeOfOneClassAsOneEventOfTheClass() throws Exception {
        for (int seed = 0; seed < 5; seed++) {
            assertThat(drifts(seed, (truck, minute) -> minute < CHANGE || truck >= 6 ? 0 : 0.2))
                    .as("seed " + seed)
                    .extracting(DriftEvent::scope, DriftEvent::subject)
                    .containsExactly(tuple(DriftScope.CLASS, "930E"));
        }
    }

    @Test
    void takesThreeSickTrucksForNoChangeOfTheirClass() throws Exception {
        for (int seed = 0; seed < 5; seed++) {
            assertThat(
                            drifts(
                                    seed,
                                    (truck, minute) ->
                                            minute < CHANGE || truck % 4 != 1 ? 0 : 0.35))
                    .as("seed " + seed)
                    .filteredOn(event -> event.scope() != DriftScope.MACHINE)
                    .isEmpty();
        }
    }

    private static List<DriftEvent> drifts(int seed, Ratio ratio) throws Exception {
        Random random = new Random(seed);
        try (DriftHarness harness = DriftHarness.open()) {
            for (int minute = 0; minute < END; minute++) {
                for (int truck = 0; truck < 12; truck++) {
                    harness.window(
                            "T" + truck,
                            truck < 6 ? "930E" : "793F",
                            "OP-" + truck,
                            minute,
                            ratio.of(truck, minute) + NOISE * random.nextGaussian());
                }
                harness.endOf(minute);
            }
            return harness.events();
        }
    }

    private static Instant at(int minute) {
        return DriftHarness.START.plusSeconds(60L * minute);
    }
}
