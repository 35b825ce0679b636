package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.models.mine.MineSite;
import java.nio.file.Path;
import java.time.Duration;

/** A source of history to train on. */
public sealed interface HistorySource {

    /**
     * The history.
     *
     * @param mine the mine
     * @param seed the seed of a simulated history
     * @throws io.fueloptimine.models.mine.input.InvalidInputException when a lake cannot be read or
     *     has no data of the mine, or when files of telemetry cannot be used
     */
    MineHistory read(MineSite mine, long seed, TrainingProgress progress);

    /** Shorter histories have too few cycles. */
    Duration SHORTEST = Duration.ofHours(4);

    /**
     * A simulated healthy mine.
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
     * The history in the lake that the archive job writes.
     *
     * @param folder its folder
     * @param span time before the newest window, at least {@link #SHORTEST}
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
     * Telemetry of haul trucks in CSV files. All rows are read; no period is selected.
     *
     * @param folder the files' folder
     * @param mapping the mapping of file and column names
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
