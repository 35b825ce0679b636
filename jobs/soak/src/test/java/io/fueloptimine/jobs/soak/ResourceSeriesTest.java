package io.fueloptimine.jobs.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Series of an hour with a value every 10 s. */
class ResourceSeriesTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int VALUES = 360;

    private final Random random = new Random(1);

    @Test
    void noiseAroundALevelIsFlat() {
        Growth growth = series(i -> 1_000 + 30 * random.nextGaussian(), VALUES).growth(HOUR);

        assertThat(growth.verdict()).isEqualTo(Growth.Verdict.FLAT);
        assertThat(growth.first()).isCloseTo(1_000, within(20.0));
    }

    @Test
    void aConstantIsFlatWithoutSlope() {
        Growth growth = series(i -> 80, VALUES).growth(HOUR);

        assertThat(growth.verdict()).isEqualTo(Growth.Verdict.FLAT);
        assertThat(growth.trend()).contains(new Trend(0, 0, 0));
    }

    @Test
    void aSteadyRiseGrows() {
        Growth growth =
                series(i -> 1_000 + 120.0 * i / VALUES + 5 * random.nextGaussian(), VALUES)
                        .growth(HOUR);

        assertThat(growth.verdict()).isEqualTo(Growth.Verdict.GROWS);
        assertThat(growth.trend().orElseThrow().slope()).isCloseTo(120, within(5.0));
        assertThat(growth.last()).isGreaterThan(growth.first() + 50);
    }

    @Test
    void aRiseOfLessThanFivePercentOfTheLevelPerHourIsFlat() {
        assertThat(series(i -> 1_000 + 40.0 * i / VALUES, VALUES).growth(HOUR).verdict())
                .isEqualTo(Growth.Verdict.FLAT);
    }

    @Test
    void aSlopeThatTheNoiseExplainsIsFlat() {
        Random noise = new Random(23);

        Growth growth = series(i -> 1_000 + 600 * noise.nextGaussian(), VALUES).growth(HOUR);

        Trend trend = growth.trend().orElseThrow();
        assertThat(trend.slope()).isGreaterThan(Growth.FLAT_PER_HOUR * growth.first());
        assertThat(trend.low()).isNegative();
        assertThat(growth.verdict()).isEqualTo(Growth.Verdict.FLAT);
    }

    @Test
    void aRiseFromNothingGrows() {
        assertThat(series(i -> Math.max(0, i - 120), VALUES).growth(HOUR).verdict())
                .isEqualTo(Growth.Verdict.GROWS);
    }

    @Test
    void aFallIsFlat() {
        assertThat(series(i -> 1_000 - i, VALUES).growth(HOUR).verdict())
                .isEqualTo(Growth.Verdict.FLAT);
    }

    @Test
    void theFirstSixthOfTheTimeIsLeftOut() {
        Growth growth = series(i -> i < 60 ? 100 + 10 * i : 700, VALUES).growth(HOUR);

        assertThat(growth.verdict()).isEqualTo(Growth.Verdict.FLAT);
        assertThat(growth.first()).isEqualTo(700);
    }

    @Test
    void theFirstMinuteAfterEachRestartIsLeftOut() {
        ResourceSeries series = new ResourceSeries("TaskManager", "threads");
        for (int i = 0; i < VALUES; i++) {
            // A new process every two minutes, each with a higher start.
            boolean starts = i % 12 < 6;
            series.add(Duration.ofSeconds(10L * i), 500 + i / 12, starts ? 2_000 + 9 * i : 700);
        }

        Growth growth = series.growth(HOUR);

        assertThat(growth.verdict()).isEqualTo(Growth.Verdict.FLAT);
        assertThat(growth.trend()).contains(new Trend(0, 0, 0));
        assertThat(growth.first()).isEqualTo(700);
    }

    @Test
    void growthOverRestartsGrows() {
        ResourceSeries series = new ResourceSeries("broker", "open files");
        for (int i = 0; i < VALUES; i++) {
            series.add(Duration.ofSeconds(10L * i), i / 30, 100 + 5 * (i / 30));
        }

        assertThat(series.growth(HOUR).verdict()).isEqualTo(Growth.Verdict.GROWS);
    }

    @Test
    void nineMinutesAreTooShort() {
        ResourceSeries series = series(i -> i, 54);

        Growth growth = series.growth(Duration.ofMinutes(9));

        assertThat(growth.verdict()).isEqualTo(Growth.Verdict.TOO_SHORT);
        assertThat(growth.trend()).isEmpty();
    }

    @Test
    void withoutValuesThereIsNoLevel() {
        Growth growth = new ResourceSeries("job fuel", "state KiB").growth(HOUR);

        assertThat(growth.verdict()).isEqualTo(Growth.Verdict.TOO_SHORT);
        assertThat(growth.first()).isNaN();
        assertThat(new GrowthTable(List.of(growth), List.of()).lines())
                .anyMatch(line -> line.contains("job fuel") && line.contains("no value"));
    }

    @Test
    void theColumnsOfARowStandBelowTheirTitles() {
        ResourceSeries series = new ResourceSeries("job FuelOptiMine dispatch", "state KiB");
        for (int i = 0; i < VALUES; i++) {
            series.add(Duration.ofSeconds(10L * i), 0, 186);
        }

        List<String> lines = new GrowthTable(List.of(series.growth(HOUR)), List.of()).lines();

        assertThat(lines.get(1).indexOf("186.0") + "186.0".length())
                .isEqualTo(lines.get(0).indexOf("first") + "first".length());
    }

    private static ResourceSeries series(IntToDoubleFunction value, int values) {
        ResourceSeries series = new ResourceSeries("TaskManager", "RSS MiB");
        for (int i = 0; i < values; i++) {
            series.add(Duration.ofSeconds(10L * i), 1, value.applyAsDouble(i));
        }
        return series;
    }
}
