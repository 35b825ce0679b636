package io.fueloptimine.jobs.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointFailureReason;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.ExceptionUtils;

/** A job that was started, and the ways in which it ends. */
record RunningJob(JobClient client) {

    private static final long BOUND_S = 40;

    /** A cluster in this JVM with room for two small jobs. */
    static MiniClusterExtension cluster() {
        return cluster(new Configuration());
    }

    /** The same, configured. */
    static MiniClusterExtension cluster(Configuration configuration) {
        return new MiniClusterExtension(
                new MiniClusterResourceConfiguration.Builder()
                        .setConfiguration(configuration)
                        .setNumberTaskManagers(1)
                        .setNumberSlotsPerTaskManager(4)
                        .build());
    }

    /**
     * Stops it with a savepoint, once all its tasks run: after a restart one of them may have seen
     * everything before another has begun.
     *
     * @return the savepoint's path
     */
    String stop(Path savepoints) throws Exception {
        Instant limit = Instant.now().plusSeconds(BOUND_S);
        Optional<String> savepoint = stopIfAllTasksRun(savepoints);
        while (savepoint.isEmpty() && Instant.now().isBefore(limit)) {
            savepoint = stopIfAllTasksRun(savepoints);
        }
        return savepoint.orElseThrow(() -> new AssertionError("not all tasks of the job run"));
    }

    private Optional<String> stopIfAllTasksRun(Path savepoints) throws Exception {
        try {
            return Optional.of(
                    client.stopWithSavepoint(
                                    false,
                                    savepoints.toUri().toString(),
                                    SavepointFormatType.CANONICAL)
                            .get(BOUND_S, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            if (isTooEarly(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isTooEarly(Throwable failure) {
        return ExceptionUtils.findThrowable(failure, CheckpointException.class)
                .filter(
                        e ->
                                e.getCheckpointFailureReason()
                                        == CheckpointFailureReason.NOT_ALL_REQUIRED_TASKS_RUNNING)
                .isPresent();
    }

    /** Ends it without a last checkpoint, unless it has ended by itself. */
    void cancel() throws Exception {
        if (!status().isGloballyTerminalState()) {
            client.cancel().get(BOUND_S, TimeUnit.SECONDS);
        }
        Waiting.until(
                Duration.ofSeconds(BOUND_S),
                () -> status().isGloballyTerminalState(),
                () -> "the cancelled job is " + status());
    }

    /** Why it failed; waits until it did. */
    Throwable failure() throws Exception {
        try {
            client.getJobExecutionResult().get(BOUND_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return e.getCause();
        }
        throw new AssertionError("the job ended well");
    }

    private JobStatus status() {
        return client.getJobStatus().join();
    }
}
