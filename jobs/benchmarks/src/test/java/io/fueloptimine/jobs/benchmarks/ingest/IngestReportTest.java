package io.fueloptimine.jobs.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestReportTest {

    private static final ReaderSettings SETTINGS =
            new ReaderSettings(4, 500, Duration.ofMillis(100), 2);

    @Test
    void comparesWithinEachRoundAndTakesTheMedian() {
        IngestReport report =
                new IngestReport(
                        1_000,
                        SETTINGS,
                        List.of(round(1_000, 900), round(5_000, 1_000), round(2_000, 1_600)));

        assertThat(report.ratio(ReaderKind.TO_KAFKA)).isCloseTo(0.8, within(1e-9));
        assertThat(report.isFastEnough()).isTrue();
        assertThat(report.render())
                .contains("source to Kafka", "1,000  (900 to 1,600)  0.80", "reached");
    }

    @Test
    void reportsARatioBelowTheMinimumAsMissed() {
        IngestReport report = new IngestReport(1_000, SETTINGS, List.of(round(1_000, 699)));

        assertThat(report.isFastEnough()).isFalse();
        assertThat(report.render()).contains("0.70, minimum 0.70: MISSED");
    }

    private static Map<ReaderKind, Double> round(double raw, double toKafka) {
        return Map.of(
                ReaderKind.RAW, raw,
                ReaderKind.SOURCE, toKafka,
                ReaderKind.TO_KAFKA, toKafka,
                ReaderKind.INGEST, toKafka / 2);
    }
}
