package io.fueloptimine.connectors.mqtt.enumerator;

import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/**
 * Shares a fixed number of sessions out among the readers: of p readers, reader i gets the sessions
 * k with k mod p = i.
 *
 * <p>The number does not follow the parallelism, because a session that vanished at a rescale would
 * strand its messages at the broker. As the rule needs no memory, a checkpoint holds nothing and a
 * reader that comes back is simply given its sessions again.
 */
public final class MqttSessionEnumerator
        implements SplitEnumerator<MqttSessionSplit, EmptyEnumeratorState> {

    private final SplitEnumeratorContext<MqttSessionSplit> context;
    private final String prefix;
    private final int sessions;

    public MqttSessionEnumerator(
            SplitEnumeratorContext<MqttSessionSplit> context, String prefix, int sessions) {
        this.context = context;
        this.prefix = prefix;
        this.sessions = sessions;
    }

    @Override
    public void start() {}

    @Override
    public void addReader(int subtaskId) {
        int readers = context.currentParallelism();
        for (int index = subtaskId; index < sessions; index += readers) {
            context.assignSplit(new MqttSessionSplit(prefix, index), subtaskId);
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
