package io.fueloptimine.models.drift.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DataDriftStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassComparisonTest {

    private static final Instant AT = Instant.parse("2026-01-06T00:00:00Z");

    /** Two features, uniform between 0 and 4 and never missing. */
    private static final FeatureReferences REFERENCES = references();

    private static FeatureReferences references() {
        ReferenceDistribution uniform =
                new ReferenceDistribution(
                        new double[] {0, 1, 2, 3, 4},
                        new double[] {0, 0.25, 0.25, 0.25, 0.25, 0, 0});
        Map<String, ReferenceDistribution> byName = new LinkedHashMap<>();
        byName.put("payload_t", uniform);
        byName.put("ambient_c", uniform);
        return new FeatureReferences(byName);
    }

    /** A shift of 0.1 of a range of 4 is beyond any doubt in 100,000 rows, and is no drift. */
    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 10_000, 100_000})
    void theNumberOfWindowsAloneCausesNoDrift(int windows) {
        List<DataDrift> rows = rows(windows, 0.1, 0, true);

        assertThat(rows)
                .allSatisfy(
                        row -> {
                            assertThat(row.status()).isEqualTo(DataDriftStatus.STABLE);
                            assertThat(row.samples()).isEqualTo(windows);
                            assertThat(row.exceeded()).isNull();
                            assertThat(row.driftedShare()).isZero();
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000})
    void theSizeOfAShiftIsTheSameInAnyNumberOfWindows(int windows) {
        DataDrift payload = rows(windows, 1, 0, true).get(0);

        assertThat(payload.status()).isEqualTo(DataDriftStatus.DRIFTED);
        assertThat(payload.kolmogorovSmirnov()).isCloseTo(0.25, within(0.05));
        assertThat(payload.jensenShannon()).isCloseTo(0.25, within(0.05));
        assertThat(payload.outOfRangeShare()).isCloseTo(0.25, within(0.05));
        assertThat(payload.driftedShare()).isEqualTo(0.5);
        assertThat(rows(windows, 1, 0, true).get(1).status()).isEqualTo(DataDriftStatus.STABLE);
    }

    @Test
    void tooFewWindowsAreNotJudged() {
        assertThat(rows(99, 3, 3, true))
                .extracting(DataDrift::status)
                .containsOnly(DataDriftStatus.TOO_FEW);
    }

    @Test
    void aPartOfADayIsJudgedByItsRangeAlone() {
        List<DataDrift> rows = rows(1_000, 0, 1, false);

        assertThat(rows.get(0).status()).isEqualTo(DataDriftStatus.PART_OF_DAY);
        assertThat(rows.get(1).status()).isEqualTo(DataDriftStatus.DRIFTED);
        assertThat(rows.get(1).exceeded()).startsWith("out of range").doesNotContain("PSI");
    }

    @Test
    void countsValuesByTheBinsOfTheReference() {
        int[] counts = new int[REFERENCES.bins() + 3];

        REFERENCES.count(new float[] {-1, Float.NaN}, counts, 3);
        REFERENCES.count(new float[] {0, 4}, counts, 3);

        assertThat(counts).containsExactly(0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1);
        assertThatThrownBy(() -> REFERENCES.count(new float[1], counts, 3))
                .hasMessage("features: 1, expected 2");
    }

    private static List<DataDrift> rows(
            int windows, double payloadShift, double airShift, boolean wholeSpan) {
        Random random = new Random(windows);
        int[] counts = new int[REFERENCES.bins()];
        for (int i = 0; i < windows; i++) {
            REFERENCES.count(
                    new float[] {
                        (float) (4 * random.nextDouble() + payloadShift),
                        (float) (4 * random.nextDouble() + airShift)
                    },
                    counts,
                    0);
        }
        long[] all = new long[counts.length];
        for (int bin = 0; bin < all.length; bin++) {
            all[bin] = counts[bin];
        }
        return new ClassComparison(
                        "andes", "930E", "fuel-window", "3", AT.minusSeconds(86_400), AT, wholeSpan)
                .rows(REFERENCES, all, DataDriftSettings.DEFAULT);
    }
}
