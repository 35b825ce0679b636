package io.fueloptimine.models.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PredictedRowTest {

    @Test
    void hasTheResidualOfBurnedMinusExpected() {
        assertThat(Rows.row("T1", 5, 3).residualL()).isEqualTo(2);
    }

    @Test
    void rejectsLitresThatAreNotFinite() {
        assertThatThrownBy(() -> Rows.row("T1", Double.NaN, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("actualL of T1 must be finite, was NaN");
        assertThatThrownBy(() -> Rows.row("T1", 3, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expectedL of T1 must be finite, was Infinity");
    }

    @Test
    void rejectsAnIntervalWithOneEnd() {
        assertThatThrownBy(() -> Rows.within(3, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must both be numbers or both NaN, were 1.0 and NaN");
    }

    @Test
    void rejectsAMachineWithoutIdOrClass() {
        assertThatThrownBy(() -> new PredictedRow("T1", null, null, null, 1, 1, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("equipmentClass must be given");
    }
}
