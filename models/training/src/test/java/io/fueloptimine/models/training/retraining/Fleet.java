package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.fuel.FuelExpectation;
import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.training.ModelRecipe;
import io.fueloptimine.models.training.ModelTrainer;
import io.fueloptimine.models.training.SyntheticWindows;
import io.fueloptimine.models.training.WindowTable;
import io.fueloptimine.models.training.boost.BoostSettings;
import java.time.Instant;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** A fleet's history under changing conditions, and a trainer that is quick. */
final class Fleet {

    static final MachineClasses CLASSES = MachineClasses.standard();
    static final double WET = 1.15;

    private static final ModelRecipe RECIPE =
            ModelRecipe.windows(7).with(new BoostSettings(7, 40, 4, 0.2, 5));

    private Fleet() {}

    static WindowModelTrainer trainer() {
        return (windows, source) ->
                new ModelTrainer(RECIPE).train(WindowTable.of(windows, CLASSES), CLASSES, source);
    }

    /** Twenty trucks that burn so many times as much in each minute. */
    static List<FuelWindow> history(int minutes, long seed, IntToDoubleFunction factor) {
        return SyntheticWindows.of(20, minutes, seed).stream()
                .map(w -> SyntheticWindows.burning(w, factor.applyAsDouble(minuteOf(w))))
                .toList();
    }

    static Instant minute(int minute) {
        return SyntheticWindows.START.plusSeconds(60L * minute);
    }

    private static int minuteOf(FuelWindow window) {
        return (int) (window.start().getEpochSecond() - minute(0).getEpochSecond()) / 60;
    }

    /** A model that expects so many litres. */
    static FuelModel model(ToDoubleFunction<FuelWindow> litres) {
        return new FuelModel() {
            @Override
            public String name() {
                return "fuel-window";
            }

            @Override
            public String version() {
                return "1";
            }

            @Override
            public boolean covers(FuelWindow window) {
                return true;
            }

            @Override
            public double expectedLitres(FuelWindow window) {
                return litres.applyAsDouble(window);
            }

            @Override
            public FuelExpectation expect(FuelWindow window) {
                return FuelExpectation.of(expectedLitres(window));
            }

            @Override
            public ScoredWindow score(FuelWindow window) {
                double expectedL = expectedLitres(window);
                return new ScoredWindow(
                        window, expectedL, window.fuelL() - expectedL, expectedL, name(), "1");
            }
        };
    }
}
