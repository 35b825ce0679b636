package io.fueloptimine.jobs.local;

import io.fueloptimine.jobs.alarms.AlarmsJob;
import io.fueloptimine.jobs.alarms.AlarmsOptions;
import io.fueloptimine.jobs.archive.ArchiveJob;
import io.fueloptimine.jobs.archive.ArchiveOptions;
import io.fueloptimine.jobs.cabs.CabsJob;
import io.fueloptimine.jobs.cabs.CabsOptions;
import io.fueloptimine.jobs.dispatch.DispatchJob;
import io.fueloptimine.jobs.dispatch.DispatchOptions;
import io.fueloptimine.jobs.fuel.FuelJob;
import io.fueloptimine.jobs.fuel.FuelOptions;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.local.account.ResultTables;
import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.jobs.local.stack.RunningStack;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds jobs for which an earlier run left results but no checkpoint or savepoint. Such a job would
 * continue after the input that it has already read, but without its state, and its results would
 * be wrong.
 *
 * <p>A job that was killed before its first checkpoint has no results. Such a job is accepted,
 * because it reads its input from the beginning.
 */
final class RestoreCheck {

    private static final Map<String, String> GROUPS =
            Map.of(
                    FuelJob.NAME, FuelOptions.DEFAULT_GROUP,
                    AlarmsJob.NAME, AlarmsOptions.DEFAULT_GROUP,
                    DispatchJob.NAME, DispatchOptions.DEFAULT_GROUP,
                    ArchiveJob.NAME, ArchiveOptions.DEFAULT_GROUP,
                    CabsJob.NAME, CabsOptions.DEFAULT_GROUP);

    private final RunningStack stack;
    private final TopicMonitor topics;

    RestoreCheck(RunningStack stack, TopicMonitor topics) {
        this.stack = stack;
        this.topics = topics;
    }

    /**
     * Checks all jobs.
     *
     * @throws InvalidInputException if the state of a job is missing; the message names all such
     *     jobs
     */
    void requireState() {
        List<String> withoutState =
                JobWiring.NAMES.stream()
                        .filter(job -> !stack.flink().hasRestorePoint(job) && hasResults(job))
                        .toList();
        if (!withoutState.isEmpty()) {
            throw new InvalidInputException(
                    "data folder "
                            + stack.data().root()
                            + " holds results of an earlier run, but "
                            + stack.data().flink()
                            + " has no checkpoint or savepoint of "
                            + String.join(", ", withoutState)
                            + "; restore that folder, choose another with --data, or start without"
                            + " the earlier results with --fresh");
        }
    }

    private boolean hasResults(String job) {
        if (GROUPS.containsKey(job) && topics.hasCommitted(GROUPS.get(job))) {
            return true;
        }
        return switch (job) {
            case IngestJob.NAME -> topics.validReadings() > 0;
            case FuelJob.NAME -> hasWindows();
            case ArchiveJob.NAME -> hasFinishedFile(stack.data().lake());
            default -> false;
        };
    }

    private boolean hasWindows() {
        try (ResultTables tables = new ResultTables(stack.sql())) {
            return tables.counts().windows() > 0;
        } catch (SQLException e) {
            throw new StackException("the SQL server does not answer: " + e.getMessage(), e);
        }
    }

    private static boolean hasFinishedFile(Path lake) {
        if (!Files.isDirectory(lake)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(lake, FileVisitOption.FOLLOW_LINKS)) {
            return files.anyMatch(file -> file.toString().endsWith(".parquet"));
        } catch (IOException e) {
            throw new StackException("cannot read " + lake + ": " + e.getMessage(), e);
        }
    }
}
