package io.fueloptimine.jobs.backtest.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.backtest.TestCycle;
import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoadPacesTest {

    private static final Map<String, Double> LEVEL = Map.of("F1", 0.0, "F2", 0.0, "D", 0.0);

    @Test
    void aWayWithManyTripsHasItsMeanAndOneWithoutTripsThatOfItsGradeBand() {
        List<RecordedCycle> cycles = new ArrayList<>();
        for (int i = 0; i < 297; i++) {
            cycles.add(TestCycle.of("T1", "930E", "F1", "D", i, 600, 0, 1_000));
        }
        RecordedCycle unseen = TestCycle.of("T1", "930E", "F2", "D", 0, 600, 0, 2_000);
        List<RecordedCycle> all = new ArrayList<>(cycles);
        all.add(unseen);
        RoadPaces paces = RoadPaces.of(cycles, RoadLengths.of(all, LEVEL));

        assertThat(paces.seconds(Road.loaded("F1", "D"))).isCloseTo(1_000, within(1e-6));
        assertThat(paces.seconds(Road.loaded("F2", "D"))).isCloseTo(1_000, within(1e-6));
    }

    @Test
    void aWayWithThreeTripsLiesHalfWayBetween() {
        List<RecordedCycle> cycles = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            cycles.add(TestCycle.of("T1", "930E", "F1", "D", i, 600, 0, 900));
            cycles.add(TestCycle.of("T1", "930E", "F2", "D", i, 600, 0, 1_100));
        }
        RoadPaces paces = RoadPaces.of(cycles, RoadLengths.of(cycles, LEVEL));

        assertThat(paces.seconds(Road.loaded("F1", "D"))).isCloseTo(950, within(1e-6));
        assertThat(paces.seconds(Road.loaded("F2", "D"))).isCloseTo(1_050, within(1e-6));
    }

    @Test
    void aSlowerClassTakesLongerOnTheSameWay() {
        List<RecordedCycle> cycles =
                List.of(
                        TestCycle.of("T1", "930E", "F1", "D", 0, 600, 0, 900),
                        TestCycle.of("T2", "785D", "F1", "D", 0, 600, 0, 1_100));
        RoadLengths lengths = RoadLengths.of(cycles, LEVEL);
        ClassPaces classes = ClassPaces.of(cycles, lengths, RoadPaces.of(cycles, lengths));

        assertThat(classes.factor("930E", true)).isCloseTo(0.9, within(1e-6));
        assertThat(classes.factor("785D", true)).isCloseTo(1.1, within(1e-6));
        assertThat(classes.factor("785D", false)).isCloseTo(1, within(1e-6));
        assertThat(classes.factor("797F", true)).isEqualTo(1);
    }

    @Test
    void anEmptyWayThatNobodyDroveHasTheLengthOfTheLoadedWayBack() {
        RecordedCycle cycle = TestCycle.of("T1", "F1", "D", 0);
        RoadLengths lengths = RoadLengths.of(List.of(cycle), LEVEL);

        assertThat(lengths.metres(Road.empty("D", "F1"))).hasValue(3_000);
        assertThat(lengths.metres(Road.empty("D", "F2"))).isEmpty();
    }
}
