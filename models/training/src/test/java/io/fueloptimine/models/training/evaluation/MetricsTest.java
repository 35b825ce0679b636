package io.fueloptimine.models.training.evaluation;

import static io.fueloptimine.models.training.evaluation.Rows.row;
import static io.fueloptimine.models.training.evaluation.Rows.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {

    /** Errors +1, -1, +2 and 0 on 2, 4, 6 and 8 litres: mean 5, squares from it 9 + 1 + 1 + 9. */
    private final List<PredictedRow> rows =
            List.of(row("T1", 2, 3), row("T2", 4, 3), row("T1", 6, 8), row("T2", 8, 8));

    @Test
    void equalTheMetricsComputedByHand() {
        Metrics metrics = Metrics.of(rows);

        assertThat(metrics.rows()).isEqualTo(4);
        assertThat(metrics.maeL()).isEqualTo(1);
        assertThat(metrics.rmseL()).isCloseTo(Math.sqrt(1.5), offset(1e-12));
        assertThat(metrics.r2()).isCloseTo(1 - 6 / 20.0, offset(1e-12));
        assertThat(metrics.mapePct())
                .isCloseTo(100 * (1 / 2.0 + 1 / 4.0 + 2 / 6.0) / 4, offset(1e-12));
        assertThat(metrics.wapePct()).isCloseTo(100 * 4 / 20.0, offset(1e-12));
        assertThat(metrics.biasL()).isEqualTo(0.5);
    }

    @Test
    void haveNoCoverageWithoutIntervals() {
        assertThat(Metrics.of(rows).coveragePct()).isNaN();
        assertThat(Metrics.of(rows).meanWidthL()).isNaN();
    }

    @Test
    void countAnEndOfTheIntervalAsWithin() {
        Metrics metrics =
                Metrics.of(
                        List.of(
                                within(1, 1, 2),
                                within(3, 1, 3),
                                within(4, 1, 3),
                                within(0, 1, 6)));

        assertThat(metrics.coveragePct()).isEqualTo(50);
        assertThat(metrics.meanWidthL()).isEqualTo(2.5);
    }

    @Test
    void computeTheCoverageOverRowsWithAnInterval() {
        assertThat(Metrics.of(List.of(within(1, 0, 2), row("T1", 5, 5))).coveragePct())
                .isEqualTo(100);
    }

    @Test
    void countACrossedIntervalAsNotCovering() {
        assertThat(Metrics.of(List.of(within(1.5, 2, 1))).coveragePct()).isZero();
    }

    @Test
    void leaveRowsBelowTheFloorOutOfMape() {
        List<PredictedRow> idling = List.of(row("T1", 0.1, 0.4), row("T1", 0.5, 0.6));

        assertThat(Metrics.of(idling).mapePct()).isCloseTo(20, offset(1e-9));
        assertThat(Metrics.of(idling, 1).mapePct()).isNaN();
        assertThat(Metrics.of(idling).wapePct()).isCloseTo(100 * 0.4 / 0.6, offset(1e-9));
    }

    @Test
    void haveNoR2WithoutVariance() {
        assertThat(
                        Metrics.of(List.of(row("T1", 0.1, 1), row("T2", 0.1, 2), row("T1", 0.1, 3)))
                                .r2())
                .isNaN();
    }

    @Test
    void computeR2ForASmallVarianceFarFromZero() {
        double far = 1e9;
        List<PredictedRow> moved =
                rows.stream()
                        .map(
                                row ->
                                        row(
                                                row.machineId(),
                                                far + row.actualL(),
                                                far + row.expectedL()))
                        .toList();

        assertThat(Metrics.of(moved).r2()).isCloseTo(0.7, offset(1e-6));
    }

    @Test
    void haveNoWapeWhereNothingWasBurned() {
        assertThat(Metrics.of(List.of(row("T1", 0, 1))).wapePct()).isNaN();
    }

    @Test
    void requireARowAndAPositiveFloor() {
        assertThatThrownBy(() -> Metrics.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> Metrics.of(rows, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mapeFloorL must be above 0, was 0.0");
    }
}
