package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.mine.FuelWindow;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Judges what predicts litres against what was burnt. Stateless. */
public final class Evaluation {

    /** Percent of next to nothing says nothing: below this a window counts for no MAPE, L. */
    private static final double LEAST_MAPE_L = 0.5;

    private static final double PERCENT = 100;

    private Evaluation() {}

    /** How well a prediction meets the litres of some windows, at least one. */
    public static ModelMetrics of(
            List<FuelWindow> windows, ToDoubleFunction<FuelWindow> expectedL) {
        double[] burnt = windows.stream().mapToDouble(FuelWindow::fuelL).toArray();
        double[] errors =
                windows.stream().mapToDouble(w -> expectedL.applyAsDouble(w) - w.fuelL()).toArray();
        double squared = mean(errors, error -> error * error);
        double meanBurnt = mean(burnt, DoubleUnaryOperator.identity());
        double variance = mean(burnt, litres -> Math.pow(litres - meanBurnt, 2));
        return new ModelMetrics(
                windows.size(),
                mean(errors, Math::abs),
                Math.sqrt(squared),
                1 - squared / variance,
                mapePct(errors, burnt),
                mean(errors, DoubleUnaryOperator.identity()));
    }

    private static double mean(double[] values, DoubleUnaryOperator of) {
        return Arrays.stream(values).map(of).average().orElse(Double.NaN);
    }

    private static double mapePct(double[] errors, double[] burnt) {
        return PERCENT
                * IntStream.range(0, errors.length)
                        .filter(i -> burnt[i] >= LEAST_MAPE_L)
                        .mapToDouble(i -> Math.abs(errors[i]) / burnt[i])
                        .average()
                        .orElse(Double.NaN);
    }
}
