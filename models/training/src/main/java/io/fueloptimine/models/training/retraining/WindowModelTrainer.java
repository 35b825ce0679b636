package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.training.TrainedModel;
import java.util.List;

/** Makes a model of fuel windows. */
@FunctionalInterface
public interface WindowModelTrainer {

    /**
     * Trains, judges and proves one model.
     *
     * @param windows of trucks in health, in order of time
     * @param source what they are, in words
     * @throws io.fueloptimine.models.training.TrainingException when no model can be made of them
     */
    TrainedModel train(List<FuelWindow> windows, String source);
}
