package io.fueloptimine.jobs.ingest;

import io.fueloptimine.models.mine.RawMessage;
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
 * Passes messages on, knows what each checkpoint holds, and can break the job once at a moment that
 * is chosen by that. Chained to the source, so that both see the same order of things.
 */
final class Checkpoints
        implements MapFunction<RawMessage, RawMessage>, CheckpointedFunction, CheckpointListener {

    private static final Map<String, Seen> BY_NAME = new ConcurrentHashMap<>();

    private final String name;
    private final Break when;
    private int sinceLast;

    /**
     * @param when null if it never breaks
     */
    private Checkpoints(String name, Break when) {
        this.name = name;
        this.when = when;
        BY_NAME.put(name, new Seen());
    }

    /** Only watches. */
    static Checkpoints of(String name) {
        return new Checkpoints(name, null);
    }

    /** Breaks the job the first time that the condition holds, never again. */
    static Checkpoints breaking(String name, Break when) {
        return new Checkpoints(name, when);
    }

    /** When a job breaks. */
    @FunctionalInterface
    interface Break extends Serializable {

        /**
         * @param sinceLast messages that this subtask saw after its last snapshot, this one
         *     included
         */
        boolean holds(String payload, int sinceLast);
    }

    /** The most messages that one subtask saw between two snapshots. */
    int mostBetweenTwo() {
        return seen().mostBetweenTwo;
    }

    /**
     * Waits until what was seen so far is acknowledged: the second completed checkpoint from now
     * was begun after every subtask heard of the first one's completion.
     */
    void awaitNext() {
        long now = seen().lastCompleted;
        Waiting.until(
                Duration.ofSeconds(30),
                () -> seen().lastCompleted >= now + 3,
                () -> "no further checkpoint of " + name + " is complete");
    }

    @Override
    public RawMessage map(RawMessage message) {
        sinceLast++;
        String payload = new String(message.payload(), StandardCharsets.UTF_8);
        if (when != null && when.holds(payload, sinceLast) && seen().breakNow()) {
            throw new IllegalStateException("broken on purpose");
        }
        return message;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        seen().between(sinceLast);
        sinceLast = 0;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {}

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        seen().completed(checkpointId);
    }

    private Seen seen() {
        return BY_NAME.get(name);
    }

    /** What the subtasks in this JVM saw, over restarts. */
    private static final class Seen {

        private volatile boolean broken;
        private volatile long lastCompleted;
        private volatile int mostBetweenTwo;

        synchronized boolean breakNow() {
            boolean first = !broken;
            broken = true;
            return first;
        }

        synchronized void completed(long checkpointId) {
            lastCompleted = Math.max(lastCompleted, checkpointId);
        }

        synchronized void between(int messages) {
            mostBetweenTwo = Math.max(mostBetweenTwo, messages);
        }
    }
}
