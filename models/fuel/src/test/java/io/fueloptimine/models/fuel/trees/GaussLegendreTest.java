package io.fueloptimine.models.fuel.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 12, 128})
    void integratesPolynomialsExactly(int count) {
        GaussLegendre rule = GaussLegendre.of(count);

        for (int power = 0; power < 2 * count; power++) {
            assertThat(integral(rule, power)).isCloseTo(1.0 / (power + 1), within(1e-13));
        }
        if (count < 10) {
            assertThat(integral(rule, 2 * count)).isNotCloseTo(1.0 / (2 * count + 1), within(1e-9));
        }
    }

    private static double integral(GaussLegendre rule, int power) {
        double sum = 0;
        for (int i = 0; i < rule.points().length; i++) {
            sum += rule.weights()[i] * Math.pow(rule.points()[i], power);
        }
        return sum;
    }
}
