package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.ModelMetrics;
import io.fueloptimine.models.mine.FuelWindow;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Judges what predicts litres against what was burnt. Stateless. */
public final class Evaluation {

    /** Percent of next to nothing says nothing: below this a window counts for no MAPE, L. */
    private static final double LEAST_MAPE_L = 0.5;

    private static final double PERCENT = 100;

    private Evaluation() {}

    /** How well a prediction meets the litres of some windows, at least one. */
    public static ModelMetrics of(
            List<FuelWindow> windows, ToDoubleFunction<FuelWindow> expectedL) {
        double mean = windows.stream().mapToDouble(FuelWindow::fuelL).average().orElseThrow();
        double absolute = 0;
        double squared = 0;
        double bias = 0;
        double variance = 0;
        double shares = 0;
        int shared = 0;
        for (FuelWindow window : windows) {
            double error = expectedL.applyAsDouble(window) - window.fuelL();
            absolute += Math.abs(error);
            squared += error * error;
            bias += error;
            variance += (window.fuelL() - mean) * (window.fuelL() - mean);
            if (window.fuelL() >= LEAST_MAPE_L) {
                shares += Math.abs(error) / window.fuelL();
                shared++;
            }
        }
        int count = windows.size();
        return new ModelMetrics(
                count,
                absolute / count,
                Math.sqrt(squared / count),
                1 - squared / variance,
                PERCENT * shares / shared,
                bias / count);
    }
}
