package io.fueloptimine.jobs.training;

import java.nio.file.Path;

/**
 * A request to train models: the history, and the registry for the trained models.
 *
 * @param mineFile the YAML file that describes the mine
 * @param registry the root folder of the model registry; the folder is created if it does not exist
 * @param seed the seed of the training, and of the simulation if the history is simulated
 * @param searchTrials number of parameter settings to try for each model; 0 for training with the
 *     default parameters
 * @param history the source of the history
 */
public record TrainingRequest(
        Path mineFile, Path registry, long seed, int searchTrials, HistorySource history) {

    /** The default seed, with which the champions in the program's model registry were trained. */
    public static final long DEFAULT_SEED = 7;

    public TrainingRequest {
        if (searchTrials < 0) {
            throw new IllegalArgumentException(
                    "search of " + searchTrials + " trials: expected 0 or more");
        }
    }

    /** Creates a request for training with the default parameters. */
    public TrainingRequest(Path mineFile, Path registry, long seed, HistorySource history) {
        this(mineFile, registry, seed, 0, history);
    }

    /** A copy of this request with a parameter search. */
    public TrainingRequest searching(int trials) {
        return new TrainingRequest(mineFile, registry, seed, trials, history);
    }

    /** The file that stores the trials of a model's parameter search. */
    Path journal(String model) {
        return registry.resolve("search").resolve(model + "-" + seed + ".jsonl");
    }
}
