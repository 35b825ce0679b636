package io.fueloptimine.connectors.mqtt.enumerator;

import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/**
 * Shares a fixed number of sessions out among the readers: of p readers, reader i gets the sessions
 * k with k mod p = i.
 *
 * <p>The number does not follow the parallelism, because a session that vanished at a rescale would
 * strand its messages at the broker. As the rule needs no memory, a checkpoint holds nothing and a
 * reader that comes back is simply given its sessions again, with the word that it had them: so has
 * every reader of a job that was restored.
 */
public final class MqttSessionEnumerator
        implements SplitEnumerator<MqttSessionSplit, EmptyEnumeratorState> {

    private final SplitEnumeratorContext<MqttSessionSplit> context;
    private final String prefix;
    private final int sessions;
    private final boolean restored;
    private final Set<Integer> given = new HashSet<>();

    /**
     * @param restored whether the job goes on from a checkpoint, and has used its sessions before
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
            boolean usedBefore = !given.add(index) || restored;
            context.assignSplit(new MqttSessionSplit(prefix, index, usedBefore), subtaskId);
        }
    }

    /** Sessions are assigned, not asked for. */
    @Override
    public void handleSplitRequest(int subtaskId, String requesterHostname) {}

    /** A reader that failed is given its sessions again when it registers anew. */
    @Override
    public void addSplitsBack(List<MqttSessionSplit> splits, int subtaskId) {}

    @Override
    public EmptyEnumeratorState snapshotState(long checkpointId) {
        return new EmptyEnumeratorState();
    }

    @Override
    public void close() {}
}
