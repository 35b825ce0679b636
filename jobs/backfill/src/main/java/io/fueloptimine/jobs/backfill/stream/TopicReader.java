package io.fueloptimine.jobs.backfill.stream;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/** Emits the records of a topic as the {@link TopicClock} allows. Used by one task thread. */
final class TopicReader<T> implements SourceReader<T, TopicPosition> {

    private final TopicRecords<T> topic;
    private Iterator<T> records;
    private T next;
    private long nextMs = TopicClock.FINISHED;

    /** Number of records before {@link #next}. */
    private long position;

    TopicReader(TopicRecords<T> topic) {
        this.topic = topic;
    }

    /** Restores the position of a checkpoint; Flink calls this method before {@link #start}. */
    @Override
    public void addSplits(List<TopicPosition> splits) {
        splits.forEach(split -> position = split.records());
    }

    @Override
    public void start() {
        records = topic.from().apply(position);
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
        position++;
        advance();
        return next == null ? InputStatus.END_OF_INPUT : InputStatus.MORE_AVAILABLE;
    }

    private void advance() {
        next = null;
        while (next == null && records.hasNext()) {
            T record = records.next();
            if (topic.selection().test(record)) {
                next = record;
            } else {
                position++;
            }
        }
        nextMs = next == null ? TopicClock.FINISHED : topic.timeMs().applyAsLong(next);
        topic.clock().next(topic.number(), nextMs);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return topic.clock().due(nextMs);
    }

    @Override
    public List<TopicPosition> snapshotState(long checkpoint) {
        return List.of(new TopicPosition(position));
    }

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
}
