package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.training.TrainedModel;
import java.util.List;

/** Trains a model of fuel windows. */
@FunctionalInterface
public interface WindowModelTrainer {

    /**
     * Trains and evaluates one model.
     *
     * @param windows the training windows, in order of time
     * @param source describes the windows
     * @throws io.fueloptimine.models.training.TrainingException when no model can be trained
     */
    TrainedModel train(List<FuelWindow> windows, String source);
}
