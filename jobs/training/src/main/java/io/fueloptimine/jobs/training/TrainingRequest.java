package io.fueloptimine.jobs.training;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What to train on and where to file the result.
 *
 * @param mineFile the mine, a YAML file
 * @param registry the registry's root; made when it is not there
 * @param seed of history and training
 * @param history how much mine time to simulate, whole minutes
 */
public record TrainingRequest(Path mineFile, Path registry, long seed, Duration history) {

    /** Two days: each shift twice, so that the later one can judge what the earlier taught. */
    public static final Duration DEFAULT_HISTORY = Duration.ofHours(48);

    /** The seed of the shipped champion. */
    public static final long DEFAULT_SEED = 7;

    public TrainingRequest {
        if (history.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException(
                    "history of " + history + ": expected at least one hour");
        }
    }
}
