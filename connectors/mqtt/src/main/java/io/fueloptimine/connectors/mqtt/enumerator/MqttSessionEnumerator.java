package io.fueloptimine.connectors.mqtt.enumerator;

import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/**
 * Distributes a fixed number of MQTT sessions over the readers: of p readers, reader i gets the
 * sessions k with k mod p = i.
 *
 * <p>The number of sessions does not depend on the parallelism, because the messages of a session
 * that a rescale removed would remain unread at the broker. The rule needs no state, so that the
 * checkpointed state is empty. A reader that registers again gets the same sessions again, marked
 * as used before; the same applies to all readers of a restored job.
 */
public final class MqttSessionEnumerator
        implements SplitEnumerator<MqttSessionSplit, EmptyEnumeratorState> {

    private final SplitEnumeratorContext<MqttSessionSplit> context;
    private final String prefix;
    private final int sessions;
    private final boolean restored;
    private final Set<Integer> assigned = new HashSet<>();

    /**
     * @param restored whether the job was restored from a checkpoint and has used its sessions
     *     before
     */
    public MqttSessionEnumerator(
            SplitEnumeratorContext<MqttSessionSplit> context,
            String prefix,
            int sessions,
            boolean restored) {
        this.context = context;
        this.prefix = prefix;
        this.sessions = sessions;
        this.restored = restored;
    }

    @Override
    public void start() {}

    @Override
    public void addReader(int subtaskId) {
        int readers = context.currentParallelism();
        for (int index = subtaskId; index < sessions; index += readers) {
            boolean usedBefore = !assigned.add(index) || restored;
            context.assignSplit(new MqttSessionSplit(prefix, index, usedBefore), subtaskId);
        }
    }

    /** Does nothing, because sessions are assigned when a reader registers. */
    @Override
    public void handleSplitRequest(int subtaskId, String requesterHostname) {}

    /** Does nothing, because a failed reader gets its sessions when it registers again. */
    @Override
    public void addSplitsBack(List<MqttSessionSplit> splits, int subtaskId) {}

    @Override
    public EmptyEnumeratorState snapshotState(long checkpointId) {
        return new EmptyEnumeratorState();
    }

    @Override
    public void close() {}
}
