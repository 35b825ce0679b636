package io.fueloptimine.jobs.evaluation.stream;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/** Emits the records of a topic as the {@link TopicClock} allows. Used by one task thread. */
final class TopicReader<T> implements SourceReader<T, WholeTopic> {

    private final TopicRecords<T> topic;
    private T next;
    private long nextMs = TopicClock.FINISHED;

    TopicReader(TopicRecords<T> topic) {
        this.topic = topic;
    }

    @Override
    public void start() {
        advance();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) {
        if (next == null) {
            return InputStatus.END_OF_INPUT;
        }
        if (!topic.clock().next(topic.number(), nextMs)) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        output.collect(next);
        advance();
        return next == null ? InputStatus.END_OF_INPUT : InputStatus.MORE_AVAILABLE;
    }

    private void advance() {
        next = topic.records().hasNext() ? topic.records().next() : null;
        nextMs = next == null ? TopicClock.FINISHED : topic.timeMs().applyAsLong(next);
        topic.clock().next(topic.number(), nextMs);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return topic.clock().due(nextMs);
    }

    @Override
    public List<WholeTopic> snapshotState(long checkpoint) {
        return List.of();
    }

    @Override
    public void addSplits(List<WholeTopic> splits) {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
}
