package io.fueloptimine.models.drift.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.drift.distribution.DistributionShift.Limits;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceDistributionTest {

    /** A uniform feature between 0 and 4, never missing. */
    private static final ReferenceDistribution UNIFORM =
            new ReferenceDistribution(
                    new double[] {0, 1, 2, 3, 4}, new double[] {0, 0.25, 0.25, 0.25, 0.25, 0, 0});

    @Test
    void computesTheMeasuresByHand() {
        DistributionShift shift =
                UNIFORM.compare(new long[] {0, 5_000_000, 2_500_000, 2_500_000, 0, 0, 0});

        // Without smoothing, which 10,000,000 rows make small: 0.25 ln 2, and the emptied bin.
        assertThat(shift.kullbackLeibler()).isCloseTo(0.5 * Math.log(2), within(1e-5));
        assertThat(shift.psi()).isCloseTo(0.25 * Math.log(2) + 0.25 * Math.log(5e6), within(1e-3));
        double share = 0.5 * log2(0.5 / 0.375) + 0.25 * log2(0.25 / 0.375) + 0.25;
        assertThat(shift.jensenShannon()).isCloseTo(share / 2, within(1e-9));
        assertThat(shift.kolmogorovSmirnov()).isCloseTo(0.25, within(1e-12));
        // The functions differ by 0 to 0.25, 0.25, 0.25, and 0.25 to 0, over 4 units.
        assertThat(shift.wasserstein()).isCloseTo(0.75 / 4, within(1e-12));
        assertThat(shift.outOfRangeShare()).isZero();
    }

    @Test
    void isZeroForTheSameShares() {
        DistributionShift shift = UNIFORM.compare(new long[] {0, 50, 50, 50, 50, 0, 0});
        assertThat(shift.psi()).isZero();
        assertThat(shift.kullbackLeibler()).isZero();
        assertThat(shift.jensenShannon()).isZero();
        assertThat(shift.wasserstein()).isZero();
        assertThat(shift.exceeds(Limits.DEFAULT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300, 1_000, 10_000, 100_000})
    void judgesBySizeOfTheShiftAndNotOfTheWindow(int rows) {
        Random random = new Random(rows);
        int falselyFound = 0;
        int found = 0;
        double psi = 0;
        double chance = 0;
        for (int trial = 0; trial < 100; trial++) {
            DistributionShift none = UNIFORM.compare(draw(random, rows, 0));
            falselyFound += none.exceeds(Limits.DEFAULT) ? 1 : 0;
            psi += none.psi() / 100;
            chance = none.psiByChance();
            // Small, however certain it is in a large window.
            falselyFound +=
                    UNIFORM.compare(draw(random, rows, 0.1)).exceeds(Limits.DEFAULT) ? 1 : 0;
            found += UNIFORM.compare(draw(random, rows, 1)).exceeds(Limits.DEFAULT) ? 1 : 0;
        }
        assertThat(falselyFound).isZero();
        assertThat(found).isEqualTo(100);
        assertThat(psi).isCloseTo(chance, within(chance * 0.4));
    }

    @Test
    void countsValuesOutOfRangeAndMissingOnes() {
        DistributionShift shift = UNIFORM.compare(new long[] {10, 200, 200, 200, 200, 30, 160});
        assertThat(shift.outOfRangeShare()).isCloseTo(40 / 840.0, within(1e-12));
        assertThat(shift.missingShare()).isCloseTo(0.16, within(1e-12));
        assertThat(shift.exceeds(Limits.DEFAULT)).isTrue();
    }

    @Test
    void comparesAFeatureThatWasAlwaysMissing() {
        ReferenceDistribution missing =
                new ReferenceDistribution(new double[0], new double[] {0, 1});
        assertThat(missing.compare(new long[] {0, 500}).exceeds(Limits.DEFAULT)).isFalse();
        DistributionShift present = missing.compare(new long[] {500, 0});
        assertThat(present.missingShare()).isEqualTo(-1);
        assertThat(present.exceeds(Limits.DEFAULT)).isTrue();
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> UNIFORM.compare(new long[3])).hasMessageContaining("bins: 3");
        assertThatThrownBy(() -> UNIFORM.compare(new long[7])).hasMessageContaining("rows: 0");
        assertThatThrownBy(() -> new ReferenceDistribution(new double[1], new double[1]))
                .hasMessageContaining("shares: 1, expected 3");
        assertThatThrownBy(
                        () ->
                                new ReferenceDistribution(
                                        new double[] {2, 1}, new double[] {0.5, 0, 0, 0.5}))
                .hasMessageContaining("edge: 1.0, expected more than 2.0");
        assertThatThrownBy(() -> new ReferenceDistribution(new double[0], new double[] {0.5, 0.4}))
                .hasMessageContaining("sum of shares: 0.9");
    }

    /** Values of the reference, moved up by a distance. */
    private static long[] draw(Random random, int rows, double distance) {
        long[] counts = new long[7];
        for (int i = 0; i < rows; i++) {
            counts[
                    1
                            + (int)
                                    Math.min(
                                            4,
                                            random.nextDouble() * 4 * (1 - distance / 4)
                                                    + distance)]++;
        }
        return counts;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
