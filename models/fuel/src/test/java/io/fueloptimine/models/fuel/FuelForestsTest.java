package io.fueloptimine.models.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.trees.SmallModel;
import io.fueloptimine.models.fuel.trees.XgboostFile;
import io.fueloptimine.models.fuel.trees.XgboostTrees;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuelForestsTest {

    private static final List<String> FEATURES = List.of("payload_t", "speed_kph");
    private static final IntervalCalibration NONE = IntervalCalibration.NONE;

    /** Of a light truck: 1.2 + 0.5 + 0.1; of a loaded one 2 more. */
    private static final XgboostTrees EXPECTED = trees(FEATURES, "1E-1");

    private static final float[] LIGHT = {20, 30};
    private static final double MEAN = 1.2f + 0.5f + 0.1f;

    @Test
    void predictWithoutAnIntervalWhereNoneWasTrained() {
        FuelForests forests = FuelForests.of(EXPECTED);

        assertThat(forests.of(LIGHT)).isEqualTo(FuelExpectation.of(MEAN));
        assertThat(forests.of(LIGHT).lowL()).isNaN();
        assertThat(forests.low()).isEmpty();
    }

    @Test
    void shiftEachEndRelativeToTheExpectation() {
        FuelExpectation answer =
                withEnds("-4E-1", "9E-1", new IntervalCalibration(0.1, 0.2)).of(LIGHT);

        assertThat(answer.expectedL()).isEqualTo(MEAN);
        assertThat(answer.lowL()).isCloseTo(MEAN - 0.5 - 0.1 * MEAN, within(1e-6));
        assertThat(answer.highL()).isCloseTo(MEAN + 0.8 + 0.2 * MEAN, within(1e-6));
    }

    @Test
    void keepTheExpectationBetweenCrossingEnds() {
        FuelExpectation crossed = withEnds("9E-1", "-4E-1", NONE).of(LIGHT);
        FuelExpectation shrunk =
                withEnds("0E0", "2E-1", new IntervalCalibration(-0.9, -0.9)).of(LIGHT);

        assertThat(crossed).isEqualTo(new FuelExpectation(MEAN, MEAN, MEAN));
        assertThat(shrunk).isEqualTo(new FuelExpectation(MEAN, MEAN, MEAN));
    }

    @Test
    void widenTheIntervalOfANegativeExpectation() {
        XgboostTrees below = trees(FEATURES, "-5E0");
        FuelForests forests =
                FuelForests.of(below, below, below, new IntervalCalibration(0.1, 0.1));

        FuelExpectation answer = forests.of(LIGHT);

        assertThat(answer.expectedL()).isNegative();
        assertThat(answer.lowL()).isLessThan(answer.expectedL());
        assertThat(answer.highL()).isGreaterThan(answer.expectedL());
        assertThat(answer.atLeastZero()).isEqualTo(new FuelExpectation(0, 0, 0));
    }

    @Test
    void rejectForestsWithDifferentFeatures() {
        XgboostTrees other = trees(List.of("speed_kph", "payload_t"), "1E-1");

        assertThatThrownBy(() -> FuelForests.of(EXPECTED, EXPECTED, other, NONE))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("upper end")
                .hasMessageContaining("[speed_kph, payload_t], expected [payload_t, speed_kph]");
    }

    @Test
    void rejectACalibrationThatIsNotFinite() {
        assertThatThrownBy(() -> new IntervalCalibration(Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN and 0.0");
    }

    private static FuelForests withEnds(String low, String high, IntervalCalibration moved) {
        return FuelForests.of(EXPECTED, trees(FEATURES, low), trees(FEATURES, high), moved);
    }

    /** The small model with its second tree's leaf at another height. */
    private static XgboostTrees trees(List<String> features, String leaf) {
        String json = SmallModel.json(features).replace("[1E-1]", "[" + leaf + "]");
        return XgboostFile.read(json.getBytes(StandardCharsets.UTF_8), "small");
    }
}
