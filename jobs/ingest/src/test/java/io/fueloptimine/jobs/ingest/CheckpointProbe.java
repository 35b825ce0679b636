package io.fueloptimine.jobs.ingest;

import io.fueloptimine.models.mine.reading.RawMessage;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;

/**
 * Forwards messages, counts the messages between checkpoints, and can fail the job once when a
 * condition on that count holds. It is chained to the source, so that both see messages and
 * checkpoint barriers in the same order.
 */
final class CheckpointProbe
        implements MapFunction<RawMessage, RawMessage>, CheckpointedFunction, CheckpointListener {

    private static final Map<String, Counts> BY_NAME = new ConcurrentHashMap<>();

    private final String name;
    private final FailureCondition condition;
    private int sinceLast;

    /**
     * @param condition when to fail the job; null for never
     */
    private CheckpointProbe(String name, FailureCondition condition) {
        this.name = name;
        this.condition = condition;
        BY_NAME.put(name, new Counts());
    }

    /** Counts only. */
    static CheckpointProbe of(String name) {
        return new CheckpointProbe(name, null);
    }

    /** Fails the job the first time that the condition holds. */
    static CheckpointProbe failing(String name, FailureCondition condition) {
        return new CheckpointProbe(name, condition);
    }

    /** The condition to fail the job. */
    @FunctionalInterface
    interface FailureCondition extends Serializable {

        /**
         * @param sinceLast messages of this subtask since its last snapshot, including this one
         */
        boolean holds(String payload, int sinceLast);
    }

    /** The largest number of messages of one subtask between two snapshots. */
    int mostBetweenCheckpoints() {
        return counts().mostBetweenCheckpoints;
    }

    /**
     * Waits until all messages so far are acknowledged: when the second checkpoint from now begins,
     * every subtask has been notified of the completion of the first one.
     */
    void awaitNext() {
        long now = counts().lastCompleted;
        Awaiting.until(
                Duration.ofSeconds(30),
                () -> counts().lastCompleted >= now + 3,
                () -> "no further checkpoint of " + name + " is complete");
    }

    @Override
    public RawMessage map(RawMessage message) {
        sinceLast++;
        String payload = new String(message.payload(), StandardCharsets.UTF_8);
        if (condition != null && condition.holds(payload, sinceLast) && counts().failNow()) {
            throw new IllegalStateException("failed by the test");
        }
        return message;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        counts().messagesBetween(sinceLast);
        sinceLast = 0;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {}

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        counts().completed(checkpointId);
    }

    private Counts counts() {
        return BY_NAME.get(name);
    }

    /** The counts of all subtasks in this JVM, kept over restarts. */
    private static final class Counts {

        private volatile boolean failed;
        private volatile long lastCompleted;
        private volatile int mostBetweenCheckpoints;

        synchronized boolean failNow() {
            boolean first = !failed;
            failed = true;
            return first;
        }

        synchronized void completed(long checkpointId) {
            lastCompleted = Math.max(lastCompleted, checkpointId);
        }

        synchronized void messagesBetween(int messages) {
            mostBetweenCheckpoints = Math.max(mostBetweenCheckpoints, messages);
        }
    }
}
