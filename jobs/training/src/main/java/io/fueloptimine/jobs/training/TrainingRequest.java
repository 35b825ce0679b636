package io.fueloptimine.jobs.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What to train on and where to file the result.
 *
 * @param mineFile the mine, a YAML file
 * @param registry the registry's root; made when it is not there
 * @param seed of history and training
 * @param history how much mine time to simulate, whole minutes, or how far back to read the lake
 * @param searchTrials how many settings are tried for each model; 0 takes the usual ones
 * @param lake the lake to learn from; empty for simulated history
 */
public record TrainingRequest(
        Path mineFile,
        Path registry,
        long seed,
        Duration history,
        int searchTrials,
        Optional<Path> lake) {

    /** Two days: each shift twice, so that the later one can judge what the earlier taught. */
    public static final Duration DEFAULT_HISTORY = Duration.ofHours(48);

    /** The seed of the shipped champion. */
    public static final long DEFAULT_SEED = 7;

    /** In less than this too few cycles end to learn from. */
    public static final Duration SHORTEST_HISTORY = Duration.ofHours(4);

    public TrainingRequest {
        if (history.compareTo(SHORTEST_HISTORY) < 0) {
            throw new IllegalArgumentException(
                    "history of " + history + ": expected at least four hours");
        }
        if (searchTrials < 0) {
            throw new IllegalArgumentException(
                    "search of " + searchTrials + " trials: expected 0 or more");
        }
    }

    /** On simulated history, with the usual settings. */
    public TrainingRequest(Path mineFile, Path registry, long seed, Duration history) {
        this(mineFile, registry, seed, history, 0, Optional.empty());
    }

    /** The same, with settings searched for. */
    public TrainingRequest searching(int trials) {
        return new TrainingRequest(mineFile, registry, seed, history, trials, lake);
    }

    /** The same, on what a lake holds. */
    public TrainingRequest of(Path itsLake) {
        return new TrainingRequest(
                mineFile, registry, seed, history, searchTrials, Optional.of(itsLake));
    }

    /** Where the trials of a model's search are kept. */
    Path journal(String model) {
        return registry.resolve("search").resolve(model + "-" + seed + ".jsonl");
    }
}
