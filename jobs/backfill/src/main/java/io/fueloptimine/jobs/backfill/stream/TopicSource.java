package io.fueloptimine.jobs.backfill.stream;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A bounded source that reads a topic of this process. The first reader reads the whole topic, so
 * that the order of its records is kept. A checkpoint contains the number of records read, so that
 * a job that is restored continues after them.
 */
final class TopicSource<T>
        implements Source<T, TopicPosition, TopicPosition>, ResultTypeQueryable<T> {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final Class<T> type;

    /**
     * @param key the key of the topic in {@link ProcessTopics}
     */
    TopicSource(String key, Class<T> type) {
        this.key = key;
        this.type = type;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return TypeInformation.of(type);
    }

    @Override
    public SourceReader<T, TopicPosition> createReader(SourceReaderContext context) {
        return context.getIndexOfSubtask() == 0
                ? new TopicReader<>(ProcessTopics.records(key))
                : new TopicReader<>(ProcessTopics.none());
    }

    @Override
    public SplitEnumerator<TopicPosition, TopicPosition> createEnumerator(
            SplitEnumeratorContext<TopicPosition> context) {
        return new NoEnumerator();
    }

    @Override
    public SplitEnumerator<TopicPosition, TopicPosition> restoreEnumerator(
            SplitEnumeratorContext<TopicPosition> context, TopicPosition checkpoint) {
        return new NoEnumerator();
    }

    @Override
    public SimpleVersionedSerializer<TopicPosition> getSplitSerializer() {
        return TopicPosition.SERIALIZER;
    }

    @Override
    public SimpleVersionedSerializer<TopicPosition> getEnumeratorCheckpointSerializer() {
        return TopicPosition.SERIALIZER;
    }
}
