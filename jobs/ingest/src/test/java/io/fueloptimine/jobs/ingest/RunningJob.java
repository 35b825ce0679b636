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

/** A started job. */
record RunningJob(JobClient client) {

    private static final long BOUND_S = 40;

    /** A cluster in this JVM with slots for two small jobs. */
    static MiniClusterExtension cluster() {
        return cluster(new Configuration());
    }

    /** The same with a configuration. */
    static MiniClusterExtension cluster(Configuration configuration) {
        return new MiniClusterExtension(
                new MiniClusterResourceConfiguration.Builder()
                        .setConfiguration(configuration)
                        .setNumberTaskManagers(1)
                        .setNumberSlotsPerTaskManager(4)
                        .build());
    }

    /**
     * Stops the job with a savepoint when all its tasks are running: after a restart, one task may
     * have read all messages before another one has started.
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

    /** Cancels the job without a savepoint, unless it has ended. */
    void cancel() throws Exception {
        if (!status().isGloballyTerminalState()) {
            client.cancel().get(BOUND_S, TimeUnit.SECONDS);
        }
        Awaiting.until(
                Duration.ofSeconds(BOUND_S),
                () -> status().isGloballyTerminalState(),
                () -> "the cancelled job is " + status());
    }

    /** Waits until the job has failed; returns the cause. */
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
