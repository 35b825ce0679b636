package io.fueloptimine.jobs.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreReportTest {

    @Test
    void reportsTimesPerRowAndTreeAndBothRatios() {
        ScoreReport report = report(100_000, 5_000);

        assertThat(report.isFastEnough()).isTrue();
        assertThat(report.render())
                .contains("one row, Java", "2,000.0", "20.00")
                .contains("batch of 1,024, native")
                .contains("one row: 50.0, minimum 50: reached", "batch: 1.0, minimum 1: reached");
    }

    @Test
    void isTooSlowWhenEitherRatioIsBelowItsMinimum() {
        assertThat(report(99_000, 5_000).isFastEnough()).isFalse();
        assertThat(report(100_000, 4_900).isFastEnough()).isFalse();
        assertThat(report(99_000, 5_000).render()).contains("one row: 49.5, minimum 50: MISSED");
    }

    private static ScoreReport report(double nativeRow, double nativeBatch) {
        return new ScoreReport(
                100,
                6,
                Map.of(
                        "javaRow",
                        2_000.0,
                        "nativeRow",
                        nativeRow,
                        "javaBatch",
                        5_000.0,
                        "nativeBatch",
                        nativeBatch));
    }
}
