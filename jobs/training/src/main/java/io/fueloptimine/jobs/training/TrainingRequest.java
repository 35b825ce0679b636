package io.fueloptimine.jobs.training;

import java.nio.file.Path;

/**
 * What to train on, and the registry for the result.
 *
 * @param mineFile the mine, a YAML file
 * @param registry the root of the registry; created if it does not exist
 * @param seed of training, and of history where it is simulated
 * @param searchTrials number of parameter settings to try for each model; 0 for the defaults
 * @param history the history to train on
 */
public record TrainingRequest(
        Path mineFile, Path registry, long seed, int searchTrials, HistorySource history) {

    /** The seed of the shipped champion. */
    public static final long DEFAULT_SEED = 7;

    public TrainingRequest {
        if (searchTrials < 0) {
            throw new IllegalArgumentException(
                    "search of " + searchTrials + " trials: expected 0 or more");
        }
    }

    /** Creates a request with the default parameters. */
    public TrainingRequest(Path mineFile, Path registry, long seed, HistorySource history) {
        this(mineFile, registry, seed, 0, history);
    }

    /** This request with a search of parameters. */
    public TrainingRequest searching(int trials) {
        return new TrainingRequest(mineFile, registry, seed, trials, history);
    }

    /** The file with the trials of a model's parameter search. */
    Path journal(String model) {
        return registry.resolve("search").resolve(model + "-" + seed + ".jsonl");
    }
}
