package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.models.mine.site.MineSite;
import java.nio.file.Path;
import java.time.Duration;

/** A source of history on which models are trained. */
public sealed interface HistorySource {

    /**
     * Reads the history.
     *
     * @param mine the mine whose history is read
     * @param seed the seed of a simulated history
     * @throws io.fueloptimine.models.mine.input.InvalidInputException when a lake cannot be read or
     *     has no data of the mine, or when telemetry files are unusable
     */
    MineHistory read(MineSite mine, long seed, TrainingProgress progress);

    /**
     * The shortest span of a history; a shorter history contains too few haul cycles for training.
     */
    Duration SHORTEST = Duration.ofHours(4);

    /**
     * A source that simulates a mine without faults.
     *
     * @param span simulated time, in whole minutes, at least {@link #SHORTEST}
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
     * A source that takes a snapshot of the Parquet lake of job archive and reads it.
     *
     * @param folder the folder of the lake
     * @param span length of the history, up to the newest window, in whole hours, at least {@link
     *     #SHORTEST}
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
     * A source that reads a snapshot of a lake, which an earlier training has taken.
     *
     * @param folder the folder of the lake
     * @param snapshot the id of the snapshot
     */
    record Snapshot(Path folder, String snapshot) implements HistorySource {
        @Override
        public MineHistory read(MineSite mine, long seed, TrainingProgress progress) {
            return LakeHistory.ofSnapshot(folder, snapshot, mine.site(), progress);
        }
    }

    /**
     * A source that reads telemetry of haul trucks from CSV files. All rows of the files are read.
     *
     * @param folder the folder of the CSV files
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
