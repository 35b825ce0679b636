package io.fueloptimine.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.mine.FuelWindow;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private final List<FuelWindow> windows = SyntheticWindows.of(3, 50, 1);

    @Test
    void findsNoFaultWithTheTruth() {
        assertThat(Evaluation.of(windows, FuelWindow::fuelL))
                .isEqualTo(new ModelMetrics(150, 0, 0, 1, 0, 0));
    }

    @Test
    void countsAConstantOffsetAsBiasMaeAndRmse() {
        ModelMetrics metrics = Evaluation.of(windows, window -> window.fuelL() - 0.25);

        assertThat(metrics.biasL()).isCloseTo(-0.25, within(1e-12));
        assertThat(metrics.maeL()).isCloseTo(0.25, within(1e-12));
        assertThat(metrics.rmseL()).isCloseTo(0.25, within(1e-12));
        assertThat(metrics.mapePct()).isGreaterThan(0);
    }

    @Test
    void explainsNothingWithTheMean() {
        double mean = windows.stream().mapToDouble(FuelWindow::fuelL).average().orElseThrow();

        assertThat(Evaluation.of(windows, window -> mean).r2()).isCloseTo(0, within(1e-12));
    }

    @Test
    void takesTenPercentMoreForTenPercentWhateverTheSize() {
        assertThat(Evaluation.of(windows, window -> 1.1 * window.fuelL()).mapePct())
                .isCloseTo(10, within(1e-9));
    }
}
