package io.fueloptimine.jobs.backfill.stream;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;

/** Assigns nothing, because the readers of {@link TopicSource} know what they read. */
final class NoEnumerator implements SplitEnumerator<TopicPosition, TopicPosition> {

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public void addSplitsBack(List<TopicPosition> splits, int subtask) {}

    @Override
    public void addReader(int subtask) {}

    @Override
    public TopicPosition snapshotState(long checkpoint) {
        return new TopicPosition(0);
    }

    @Override
    public void close() {}
}
