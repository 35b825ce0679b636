package io.fueloptimine.jobs.evaluation.stream;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;

/** Assigns nothing, because the readers of {@link TopicSource} know what they read. */
final class NoEnumerator implements SplitEnumerator<WholeTopic, WholeTopic> {

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public void addSplitsBack(List<WholeTopic> splits, int subtask) {}

    @Override
    public void addReader(int subtask) {}

    @Override
    public WholeTopic snapshotState(long checkpoint) {
        return WholeTopic.WHOLE_TOPIC;
    }

    @Override
    public void close() {}
}
