package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.models.mine.MineSite;
import java.nio.file.Path;
import java.time.Duration;

/** Where the history that a model learns from comes from. */
public sealed interface HistorySource {

    /**
     * The history.
     *
     * @param mine the mine that it is of
     * @param seed of a history that is simulated
     * @throws io.fueloptimine.models.training.TrainingException when a lake cannot be read or holds
     *     nothing of the mine
     * @throws io.fueloptimine.jobs.training.fleet.InvalidInputException when files of telemetry
     *     cannot be used
     */
    MineHistory read(MineSite mine, long seed, TrainingProgress progress);

    /** In less than this too few cycles end to learn from. */
    Duration SHORTEST = Duration.ofHours(4);

    /**
     * A healthy mine, simulated.
     *
     * @param span mine time, whole minutes, at least {@link #SHORTEST}
     */
    record Simulated(Duration span) implements HistorySource {
        public Simulated {
            requireEnough(span);
        }

        @Override
        public MineHistory read(MineSite mine, long seed, TrainingProgress progress) {
            return SimulatedHistory.of(mine, seed, span, progress);
        }
    }

    /**
     * What the archive job wrote.
     *
     * @param folder its folder
     * @param span how far back from the newest, at least {@link #SHORTEST}
     */
    record Lake(Path folder, Duration span) implements HistorySource {
        public Lake {
            requireEnough(span);
        }

        @Override
        public MineHistory read(MineSite mine, long seed, TrainingProgress progress) {
            return LakeHistory.of(folder, mine.site(), span, progress);
        }
    }

    /**
     * What haul trucks' sensors said, in CSV files: all of it.
     *
     * @param folder the files' folder
     * @param mapping how they name things
     */
    record Telemetry(Path folder, FleetMapping mapping) implements HistorySource {
        @Override
        public MineHistory read(MineSite mine, long seed, TrainingProgress progress) {
            return TelemetryHistory.of(folder, mapping, progress);
        }
    }

    private static void requireEnough(Duration span) {
        if (span.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "history of " + span + ": expected at least four hours");
        }
    }
}
