package io.fueloptimine.jobs.evaluation.stream;

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
 * that the order of its records is kept. There are no checkpoints.
 */
final class TopicSource<T> implements Source<T, WholeTopic, WholeTopic>, ResultTypeQueryable<T> {

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
    public SourceReader<T, WholeTopic> createReader(SourceReaderContext context) {
        return context.getIndexOfSubtask() == 0
                ? new TopicReader<>(ProcessTopics.records(key))
                : new TopicReader<>(ProcessTopics.none());
    }

    @Override
    public SplitEnumerator<WholeTopic, WholeTopic> createEnumerator(
            SplitEnumeratorContext<WholeTopic> context) {
        return new NoEnumerator();
    }

    @Override
    public SplitEnumerator<WholeTopic, WholeTopic> restoreEnumerator(
            SplitEnumeratorContext<WholeTopic> context, WholeTopic checkpoint) {
        return new NoEnumerator();
    }

    @Override
    public SimpleVersionedSerializer<WholeTopic> getSplitSerializer() {
        return WholeTopic.SERIALIZER;
    }

    @Override
    public SimpleVersionedSerializer<WholeTopic> getEnumeratorCheckpointSerializer() {
        return WholeTopic.SERIALIZER;
    }
}
