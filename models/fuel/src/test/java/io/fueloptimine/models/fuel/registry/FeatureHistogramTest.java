package io.fueloptimine.models.fuel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureHistogramTest {

    private static final double JUST_ABOVE_8 = Math.nextUp(8f);

    @Test
    void cutsBinsOfEqualShareAtTheQuantiles() {
        FeatureHistogram histogram =
                FeatureHistogram.of("speed", new float[] {8, 1, 7, 2, 6, 3, 5, 4}, 4);

        assertThat(histogram.edges()).containsExactly(1.0, 3.0, 5.0, 7.0, JUST_ABOVE_8);
        assertThat(histogram.shares()).containsExactly(0.0, 0.25, 0.25, 0.25, 0.25, 0.0, 0.0);
    }

    @Test
    void countsMissingValuesInTheLastBin() {
        FeatureHistogram histogram =
                FeatureHistogram.of("speed", new float[] {1, Float.NaN, 8, Float.NaN}, 2);

        assertThat(histogram.edges()).containsExactly(1.0, 8.0, JUST_ABOVE_8);
        assertThat(histogram.shares()).containsExactly(0.0, 0.25, 0.25, 0.0, 0.5);
        assertThat(histogram.missingShare()).isEqualTo(0.5);
        assertThat(histogram.binOf(Double.NaN)).isEqualTo(4);
    }

    @Test
    void hasBinsForValuesOutsideTheTrainingData() {
        FeatureHistogram dry = FeatureHistogram.of("wet", new float[] {0, -0f, 0}, 10);

        assertThat(dry.shares()).containsExactly(0.0, 1.0, 0.0, 0.0);
        assertThat(dry.binOf(-1)).isZero();
        assertThat(dry.binOf(0)).isEqualTo(1);
        assertThat(dry.binOf(0.1f)).isEqualTo(2);
    }

    @Test
    void hasABinForAFrequentValue() {
        FeatureHistogram payload =
                FeatureHistogram.of("payload", new float[] {0, 0, 0, 0, 0, 0, 0, 0, 4, 8}, 5);

        assertThat(payload.edges())
                .containsExactly(0.0, (double) Float.MIN_VALUE, 4.0, JUST_ABOVE_8);
        assertThat(payload.shares()).containsExactly(0.0, 0.8, 0.0, 0.2, 0.0, 0.0);
    }

    @Test
    void hasNoEdgesWithoutValues() {
        assertThat(FeatureHistogram.of("payload", new float[] {Float.NaN}, 10))
                .isEqualTo(new FeatureHistogram("payload", List.of(), List.of(0.0, 1.0)));
    }

    @Test
    void putsAValueOnAnEdgeIntoTheUpperBin() {
        FeatureHistogram histogram =
                new FeatureHistogram("speed", List.of(0.0, 5.0), List.of(0.2, 0.3, 0.5, 0.0));

        assertThat(histogram.binOf(-1e-9)).isZero();
        assertThat(histogram.binOf(0)).isEqualTo(1);
        assertThat(histogram.binOf(-0.0)).isEqualTo(1);
        assertThat(histogram.binOf(4.999)).isEqualTo(1);
        assertThat(histogram.binOf(5)).isEqualTo(2);
        assertThat(histogram.binOf(Double.POSITIVE_INFINITY)).isEqualTo(2);
    }

    @Test
    void rejectsSharesThatDoNotFitTheEdges() {
        assertThatThrownBy(() -> new FeatureHistogram("speed", List.of(1.0), List.of(1.0, 0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("speed has 1 edges and 2 shares, expected 3");
    }
}
