package io.fueloptimine.models.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineSumsTest {

    @Test
    void addUpToTheMetricsOfTheRowsDrawn() {
        List<PredictedRow> rows = Rows.fleet(4, 25, 0.3, 0.2, 5);
        int[] drawn = {3, 1, 1, 0};
        List<PredictedRow> drawnRows = new ArrayList<>();
        for (int machine : drawn) {
            rows.stream()
                    .filter(row -> row.machineId().equals("T" + machine))
                    .forEach(drawnRows::add);
        }

        Metrics summed = MachineSums.of(rows, 0.5).of(drawn).metrics();
        Metrics direct = Metrics.of(drawnRows, 0.5);
        assertThat(summed.rows()).isEqualTo(100);
        for (Measure measure :
                List.of(
                        Measure.MAE,
                        Measure.RMSE,
                        Measure.R2,
                        Measure.MAPE,
                        Measure.WAPE,
                        Measure.BIAS)) {
            assertThat(measure.of(summed))
                    .as(measure.label())
                    .isCloseTo(measure.of(direct), offset(1e-9));
        }
    }
}
