package io.fueloptimine.jobs.backfill.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The topics of one run of a job in this process. A source or sink that Flink has copied finds its
 * records by a key, because Flink and this class share one process.
 *
 * <p>Add all sources before the job starts; close after it has ended. Thread-safe for the tasks of
 * the job.
 */
public final class ProcessTopics implements AutoCloseable {

    private static final Map<String, Object> BY_KEY = new ConcurrentHashMap<>();
    private static final AtomicLong RUNS = new AtomicLong();

    private final long run = RUNS.incrementAndGet();
    private final List<String> keys = new ArrayList<>();
    private final TopicClock clock;

    /**
     * @param slackMs how far a source may be ahead of the slowest one, ms of event time
     */
    public ProcessTopics(long slackMs) {
        clock = new TopicClock(slackMs);
    }

    /**
     * Adds a source that cannot be restored from a checkpoint.
     *
     * @param records the records, in the order of their times; read once
     * @param timeMs the time at which a record is written to the topic, ms since the epoch
     */
    public <T> Source<T, ?, ?> source(
            Iterator<T> records, ToLongFunction<T> timeMs, Class<T> type) {
        return source(position -> records, timeMs, record -> true, type);
    }

    /**
     * Adds a source.
     *
     * @param from returns the records after the given number of records, in the order of their
     *     times; the same records at each call
     * @param timeMs the time at which a record is written to the topic, ms since the epoch
     * @param selection selects the records that the job reads
     */
    public <T> Source<T, ?, ?> source(
            LongFunction<Iterator<T>> from,
            ToLongFunction<T> timeMs,
            Predicate<T> selection,
            Class<T> type) {
        String key = key("source");
        BY_KEY.put(key, new TopicRecords<>(clock.addTopic(), clock, from, timeMs, selection));
        return new TopicSource<>(key, type);
    }

    /** Adds a source without records. */
    public <T> Source<T, ?, ?> empty(Class<T> type) {
        return source(Collections.emptyIterator(), record -> 0, type);
    }

    /**
     * An output that passes each record to a consumer.
     *
     * @param consumer is called by one thread at a time, also after this method has returned
     */
    public <T> Consumer<DataStream<T>> output(Consumer<T> consumer) {
        String key = key("sink");
        BY_KEY.put(key, consumer);
        return stream -> stream.sinkTo(new TopicSink<T>(key)).uid(key).name(key).setParallelism(1);
    }

    private String key(String kind) {
        String key = "run-" + run + "-" + kind + "-" + keys.size();
        keys.add(key);
        return key;
    }

    @SuppressWarnings("unchecked")
    static <T> TopicRecords<T> records(String key) {
        return (TopicRecords<T>) BY_KEY.get(key);
    }

    @SuppressWarnings("unchecked")
    static <T> Consumer<T> consumer(String key) {
        return (Consumer<T>) BY_KEY.get(key);
    }

    static <T> TopicRecords<T> none() {
        TopicClock own = new TopicClock(0);
        return new TopicRecords<>(
                own.addTopic(),
                own,
                position -> Collections.emptyIterator(),
                record -> 0,
                record -> true);
    }

    @Override
    public void close() {
        keys.forEach(BY_KEY::remove);
    }
}
