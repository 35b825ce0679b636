package io.fueloptimine.models.training.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final List<String> FEATURES = List.of("payload_t", "climb_m", "noise");

    @Test
    void ranksFeaturesByMeanAbsoluteContribution() {
        Explanation explanation =
                new Explanation(
                        FEATURES,
                        new float[2][3],
                        new float[][] {{1, -4, 0, 100}, {-2, 4, 0, 100}});

        assertThat(explanation.meanAbsolute())
                .containsExactly(
                        new FeatureImportance("climb_m", 1, 4),
                        new FeatureImportance("payload_t", 0, 1.5),
                        new FeatureImportance("noise", 2, 0));
    }

    /** Each metre climbed costs more on a heavier truck; the noise does nothing. */
    @Test
    void findsTheFeatureWithTheStrongestInteraction() {
        Random random = new Random(4);
        float[][] values = new float[400][];
        float[][] contributions = new float[400][];
        for (int row = 0; row < values.length; row++) {
            float payload = 300 * random.nextFloat();
            float climb = 40 * random.nextFloat();
            float noise = random.nextInt(4) == 0 ? Float.NaN : random.nextFloat();
            values[row] = new float[] {payload, climb, noise};
            contributions[row] = new float[] {0, climb * payload / 1_000, 0, 2};
        }
        Explanation explanation = new Explanation(FEATURES, values, contributions);

        assertThat(explanation.strongestInteraction(1)).hasValue(0);
        assertThat(explanation.strongestInteraction(2)).isEmpty();
    }

    @Test
    void rejectsRowsWithAnotherWidth() {
        assertThatThrownBy(() -> new Explanation(FEATURES, new float[1][2], new float[1][4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values of row 0 must have 3 columns, has 2");
        assertThatThrownBy(() -> new Explanation(FEATURES, new float[1][3], new float[1][3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("contributions of row 0 must have 4 columns, has 3");
        assertThatThrownBy(() -> new Explanation(FEATURES, new float[2][3], new float[1][4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have 2 and 1");
    }
}
