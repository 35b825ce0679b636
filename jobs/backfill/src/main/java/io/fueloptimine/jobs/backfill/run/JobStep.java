package io.fueloptimine.jobs.backfill.run;

import io.fueloptimine.jobs.backfill.stream.ProcessTopics;
import io.fueloptimine.jobs.settings.rest.RestAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs the graph of one job over bounded topics, in this process and in Flink's streaming mode.
 * Flink's batch mode gives other results: it processes one key after the other and fires event-time
 * timers only at the end of a key, so that windows have no revisions, no reading is late, and the
 * steps that follow the whole fleet see one machine after the other.
 *
 * <p>A job that was interrupted continues from its newest checkpoint. Immutable.
 */
final class JobStep {

    /** How far the topics of a job may be apart, event time. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /**
     * Wall-clock time between two watermarks. Event time advances by minutes in each second, and a
     * watermark that lags behind would accept readings that the live stream finds too late.
     */
    private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(2);

    private static final String METADATA = "_metadata";

    private final Path checkpoints;
    private final Duration checkpointInterval;

    /**
     * @param checkpoints the folder of the job's checkpoints
     */
    JobStep(Path checkpoints, Duration checkpointInterval) {
        this.checkpoints = checkpoints;
        this.checkpointInterval = checkpointInterval;
    }

    interface Graph {
        /** Adds the job to the environment. */
        void build(StreamExecutionEnvironment env, ProcessTopics topics);
    }

    /** Runs the job to its end. */
    void run(String name, Graph graph) throws Exception {
        try (ProcessTopics topics = new ProcessTopics(SLACK.toMillis())) {
            StreamExecutionEnvironment env = environment();
            graph.build(env, topics);
            env.execute(name);
        }
    }

    private StreamExecutionEnvironment environment() {
        Configuration options = new Configuration();
        RestAccess.limitToReadingOnThisMachine(options);
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(PipelineOptions.OBJECT_REUSE, true);
        options.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
        options.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        options.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
        options.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        newestCheckpoint()
                .ifPresent(
                        found ->
                                options.set(
                                        StateRecoveryOptions.SAVEPOINT_PATH,
                                        found.toUri().toString()));
        return StreamExecutionEnvironment.getExecutionEnvironment(options).setParallelism(1);
    }

    private Optional<Path> newestCheckpoint() {
        if (!Files.isDirectory(checkpoints)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(checkpoints)) {
            return files.filter(file -> file.getFileName().toString().equals(METADATA))
                    .max(Comparator.comparing(JobStep::modifiedAt))
                    .map(Path::getParent);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + checkpoints, e);
        }
    }

    private static FileTime modifiedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
