package io.fueloptimine.models.dispatch.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SymmetricInverseTest {

    @Test
    void invertsAMatrixComputedByHand() {
        double[][] lower = {{4}, {2, 5}, {0, 1, 3}};

        SymmetricInverse.invert(lower);

        double determinant = 44;
        double[][] expected = {{14}, {-6, 12}, {2, -4, 16}};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j <= i; j++) {
                assertThat(lower[i][j]).isCloseTo(expected[i][j] / determinant, within(1e-15));
            }
        }
    }

    @Test
    void refusesAMatrixThatIsNotPositiveDefinite() {
        double[][] lower = {{1}, {2, 1}};

        assertThatThrownBy(() -> SymmetricInverse.invert(lower))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("determinant of two -3");
    }
}
