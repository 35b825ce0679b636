package io.fueloptimine.jobs.training;

import java.nio.file.Path;

/**
 * What to train on and where to file the result.
 *
 * @param mineFile the mine, a YAML file
 * @param registry the registry's root; made when it is not there
 * @param seed of training, and of history where it is simulated
 * @param searchTrials how many settings are tried for each model; 0 takes the usual ones
 * @param history what to learn from
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

    /** With the usual settings. */
    public TrainingRequest(Path mineFile, Path registry, long seed, HistorySource history) {
        this(mineFile, registry, seed, 0, history);
    }

    /** The same, with settings searched for. */
    public TrainingRequest searching(int trials) {
        return new TrainingRequest(mineFile, registry, seed, trials, history);
    }

    /** Where the trials of a model's search are kept. */
    Path journal(String model) {
        return registry.resolve("search").resolve(model + "-" + seed + ".jsonl");
    }
}
